import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import {
  DEFAULT_CONSORTIUM_FILE,
  InvalidConsortium,
  loadConsortium,
  parseConsortium,
  portsOf,
} from '../../../network/consortium.ts';

type Loose = { organisations: Record<string, unknown>[]; [key: string]: unknown };

function altered(change: (consortium: Loose) => void): Loose {
  const content = parse(readFileSync(DEFAULT_CONSORTIUM_FILE, 'utf8')) as Loose;
  change(content);
  return content;
}

function problemsOf(change: (consortium: Loose) => void): string {
  try {
    parseConsortium(altered(change), 'test');
  } catch (error) {
    assert.ok(error instanceof InvalidConsortium);
    return error.message;
  }
  return assert.fail('it was accepted');
}

describe('consortium file', () => {
  it('is valid as it comes', () => {
    const { organisations } = loadConsortium();
    assert.deepEqual(
      organisations.map(({ kind }) => kind),
      ['regulator', 'utility', 'community', 'community'],
    );
  });

  it('gives every port its own node, also when all are shifted', () => {
    const ports = loadConsortium(DEFAULT_CONSORTIUM_FILE, 1000).organisations.flatMap(portsOf);
    const plain = loadConsortium().organisations.flatMap(portsOf);
    assert.equal(new Set(ports.map(({ port }) => port)).size, ports.length);
    assert.deepEqual(
      ports.map(({ port }) => port - 1000),
      plain.map(({ port }) => port),
    );
  });

  it('refuses a shift that leaves the range of ports', () => {
    assert.throws(
      () => loadConsortium(DEFAULT_CONSORTIUM_FILE, 60_000),
      /shifted by 60000 is not a valid consortium/,
    );
  });

  it('names the line of what is wrong', () => {
    assert.match(
      problemsOf(
        (content) => (content.organisations[1] = { ...content.organisations[1], mspId: 'no spaces' }),
      ),
      /organisations\[1\]\.mspId/,
    );
    assert.match(
      problemsOf((content) => (content.chanel = 'typo')),
      /chanel/,
    );
    assert.match(
      problemsOf((content) => (content.ordering = undefined)),
      /ordering/,
    );
  });

  it('refuses a port, a name, an MSP id or a user that is used twice', () => {
    const copy = (key: string) =>
      problemsOf(
        ({ organisations }) => (organisations[1] = { ...organisations[1], [key]: organisations[0]?.[key] }),
      );
    assert.match(
      copy('ports'),
      /port 7100 is used twice: by gateway\.regulator \(ports\.gateway\) and by gateway\.utility/,
    );
    assert.match(copy('name'), /name regulator is used twice/);
    assert.match(copy('mspId'), /mspId RegulatorMSP is used twice/);
    const twice = [
      { id: 'a', role: 'buyer' },
      { id: 'a', role: 'supplier' },
    ];
    assert.match(
      problemsOf(({ organisations }) => (organisations[1] = { ...organisations[1], users: twice })),
      /user of Utility a is used twice/,
    );
  });

  it('refuses users with the ids of nodes', () => {
    const users = [{ id: 'gateway', role: 'registrar' }];
    assert.match(
      problemsOf(({ organisations }) => (organisations[0] = { ...organisations[0], users })),
      /the id is reserved/,
    );
  });

  it('refuses fewer than four ordering nodes for BFT, and policies about kinds that nobody is of', () => {
    assert.match(
      problemsOf((content) => content.organisations.pop()),
      /bft ordering needs at least 4 ordering nodes, there are 3/,
    );
    assert.match(
      problemsOf((content) => (content.organisations = content.organisations.slice(0, 2))),
      /no organisation is of that kind/,
    );
  });

  it('says which file cannot be read or parsed', () => {
    assert.throws(() => loadConsortium('/nowhere.yaml'), /\/nowhere\.yaml cannot be read/);
  });
});

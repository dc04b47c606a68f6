import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { isSealed, KeySeal, readSealSecret, replaceKey } from '../../../key-sealing/index.ts';
import { loadConsortium, type Organisation } from '../../../network/consortium.ts';
import {
  changeWalletSecret,
  ensureWalletSecret,
  finishSecretChange,
  GatewayRuns,
  WalletUnusable,
} from '../../../test-network-scripts/organisation/wallet-secret.ts';
import { stateFolder, type OrganisationFolder } from '../../../test-network-scripts/state-folder.ts';
import { identify } from '../../../test-network-scripts/supervisor/process-identity.ts';

const MEMBERS = ['m1', 'm2', 'm3'];
const organisation: Organisation =
  loadConsortium().organisations.find(({ name }) => name === 'Riverside') ?? assert.fail();
const ownerOf = (enrolmentId: string) => ({ mspId: organisation.mspId, enrolmentId });

describe('the secret of a wallet', () => {
  let root: string;
  let folder: OrganisationFolder;
  let first: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'state-'));
    folder = stateFolder(root).organisation(organisation.name);
    ensureWalletSecret(folder);
    first = readSealSecret(folder.walletSecret);
    const seal = new KeySeal(first);
    for (const id of MEMBERS) store(id, seal.seal(Buffer.from(`key of ${id}`), ownerOf(id)));
    store('admin', 'a plain key');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function keyFile(id: string): string {
    return join(folder.identity(id), 'key.pem');
  }

  function store(id: string, key: string): void {
    mkdirSync(folder.identity(id), { recursive: true });
    writeFileSync(keyFile(id), key, { mode: 0o600 });
  }

  function opened(secret: string): string[] {
    const seal = new KeySeal(secret);
    return MEMBERS.filter((id) => seal.opens(readFileSync(keyFile(id), 'utf8'), ownerOf(id)));
  }

  function assertChangedTo(secret: string): void {
    assert.equal(readSealSecret(folder.walletSecret), secret);
    assert.equal(statSync(folder.walletSecret).mode & 0o777, 0o600);
    assert.equal(existsSync(folder.nextWalletSecret), false);
    assert.deepEqual([opened(secret), opened(first)], [MEMBERS, []]);
    for (const id of MEMBERS) {
      const text = readFileSync(keyFile(id), 'utf8');
      assert.ok(isSealed(text));
      assert.equal(new KeySeal(secret).open(text, ownerOf(id)).toString(), `key of ${id}`);
      assert.equal(statSync(keyFile(id)).mode & 0o777, 0o600);
    }
    assert.equal(readFileSync(keyFile('admin'), 'utf8'), 'a plain key');
  }

  it('becomes another random one, under which all sealed keys open and plain ones stay plain', () => {
    assert.deepEqual(changeWalletSecret(organisation, folder).sort(), MEMBERS);
    const second = readSealSecret(folder.walletSecret);
    assert.notEqual(second, first);
    assertChangedTo(second);
  });

  it('becomes the one in a file', () => {
    const file = join(root, 'given');
    writeFileSync(file, 'a secret of some length\n');
    changeWalletSecret(organisation, folder, file);
    assertChangedTo('a secret of some length');
  });

  for (const done of [0, 1, 2, 3]) {
    it(`is changed to its end after the change was killed behind ${done} of three keys`, () => {
      writeFileSync(folder.nextWalletSecret, 'the next secret of the wallet\n', { mode: 0o600 });
      const seal = new KeySeal('the next secret of the wallet');
      for (const id of MEMBERS.slice(0, done))
        replaceKey(keyFile(id), Buffer.from(`key of ${id}`), ownerOf(id), seal);
      writeFileSync(`${keyFile('m3')}.new-1`, 'half a key');
      finishSecretChange(organisation, folder);
      assertChangedTo('the next secret of the wallet');
      assert.deepEqual(finishSecretChange(organisation, folder), []);
    });
  }

  it('stays when a key was sealed with yet another one, and so do all keys', () => {
    store('m2', new KeySeal('the secret of somebody else').seal(Buffer.from('key'), ownerOf('m2')));
    assert.throws(
      () => changeWalletSecret(organisation, folder),
      (error) => error instanceof WalletUnusable && error.message.includes('m2'),
    );
    assert.deepEqual(
      [readSealSecret(folder.walletSecret), existsSync(folder.nextWalletSecret)],
      [first, false],
    );
    assert.deepEqual(opened(first), ['m1', 'm3']);
  });

  it('stays when the new one is too short', () => {
    const file = join(root, 'given');
    writeFileSync(file, 'short\n');
    assert.throws(() => changeWalletSecret(organisation, folder, file), WalletUnusable);
    assert.deepEqual(
      [readSealSecret(folder.walletSecret), existsSync(folder.nextWalletSecret)],
      [first, false],
    );
  });

  it('is not changed while the gateway runs, which has it in memory', () => {
    mkdirSync(join(folder.root, 'run'));
    writeFileSync(folder.runFile('gateway'), JSON.stringify(identify(process.pid)));
    assert.throws(() => changeWalletSecret(organisation, folder), GatewayRuns);
    assert.deepEqual(opened(first), MEMBERS);
  });
});

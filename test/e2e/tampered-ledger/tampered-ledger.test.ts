/** A copy of a real peer's ledger, changed in one place: the stand-alone audit finds it, whoever has helped. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import type { AuditReport } from '../../../audit/audit.ts';
import { blockFile } from '../../../audit/fabric/block-files.ts';
import { headerHash } from '../../../audit/fabric/block.ts';
import { awaitEqualHeights } from '../../benchmark/peer-heights.ts';
import { runningNetwork } from '../../network/running-network.ts';
import { addGranularScheme, generate } from '../faults/certificates.ts';
import { Market } from '../market.ts';
import { readChain, writeChain, type StoredBlock } from './block-file.ts';
import { forgeChain, type Forger } from './forge-chain.ts';
import type { Change } from './forge-transaction.ts';
import { KeyRing } from './key-ring.ts';
import { locate, type Target } from './target.ts';

const CLI = fileURLToPath(new URL('../../../audit/cli.ts', import.meta.url));
const BALANCED = 0;
const BROKEN = 1;
/** Of a long chain, as much as is forged behind the target: a ledger may end anywhere. */
const BLOCKS_BEHIND = 25;
const LARGEST_REPORT = 10_000_000;

const HEADER = "a block's header is of its transactions";
const ORDERER = 'a signature of an ordering node is genuine';
const VALIDITY = "a transaction's validity follows from the blocks";
const CARRIED = 'a stored block is what the transaction carried';
const HANDS = 'certificates move as the records say';
const RANGES = 'the ranges of a batch are disjoint and complete';

interface Audited {
  readonly status: number;
  readonly report: AuditReport;
}

/** How exactly the report says where. */
type Named = 'block' | 'transaction' | 'key';

interface Caught {
  readonly rule: string;
  readonly names: Named;
}

describe('a copied ledger, audited by `npm run audit -- --blocks`', function () {
  this.timeout(120_000);
  let folder: string;
  /** Where a peer's data folder has the block files of the channel. */
  let chains: string;
  let chain: StoredBlock[];
  let keys: KeyRing;
  let reading: Target;
  let range: Target;

  before(async () => {
    const market = await Market.open(await runningNetwork());
    await liveADay(market);
    await awaitEqualHeights(market.consortium);
    folder = mkdtempSync(join(tmpdir(), 'commonwatt-ledger-'));
    chains = join('ledgersData', 'chains', 'chains', market.channel);
    const { peer } = market.consortium.state.organisation('Regulator');
    cpSync(join(peer, 'data', chains), join(folder, 'peer', chains), { recursive: true });
    chain = readChain(join(folder, 'peer', chains));
    keys = new KeyRing(market.consortium);
    reading = locate(chain, 'readings:submit', /^\0block\0device\0/, endsWithoutEstimates);
    range = locate(chain, 'certificates:transfer', /^\0holding\0/);
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Audits the chain with a transaction forged. */
  async function auditForged(
    target: Target,
    change: Change,
    forger: Forger,
    ...options: string[]
  ): Promise<Audited> {
    const copy = join(folder, 'forged');
    const part = chain.slice(0, target.block + BLOCKS_BEHIND);
    writeChain(copy, forgeChain(part, target, change, forger, keys));
    return await audit(copy, ...options);
  }

  it('balances as it is', async () => {
    const { status, report } = await audit(join(folder, 'peer'));
    assert.deepEqual([status, report.discrepancy, report.balanced], [BALANCED, null, true]);
    assert.equal(report.blocks.count, chain.length);
    assert.ok(report.energy.readingBlocks > 0 && report.certificates.issued > 0);
  });

  it('balances when all sign anew what stays as it was, so that nothing but what is changed is caught', async () => {
    for (const target of [reading, range]) {
      const { status, report } = await auditForged(target, {}, 'with everybody but the meter');
      assert.deepEqual([status, report.discrepancy], [BALANCED, null]);
      const last = chain[report.blocks.count - 1] ?? assert.fail();
      assert.ok(last.number >= target.block);
      assert.notEqual(report.blocks.lastHash, headerHash(last).toString('hex'));
    }
  });

  describe('one byte changed within the values of a block of readings', () => {
    const stored: Change = { write: otherLastValue };

    it(`one byte of the file and no other: ${HEADER}`, async () => {
      const copy = join(folder, 'byte');
      cpSync(join(folder, 'peer'), copy, { recursive: true });
      const file = blockFile(join(copy, chains), 0);
      const bytes = readFileSync(file);
      const at = bytes.indexOf(reading.value);
      bytes.set(otherLastValue(reading.value), at);
      assert.equal(differences(bytes, readFileSync(file)), 1);
      writeFileSync(file, bytes);
      assertCaught(await audit(copy), reading, { rule: HEADER, names: 'block' });
    });

    for (const [forger, change, caught] of [
      ['the hashes too', stored, { rule: ORDERER, names: 'block' }],
      ['with all ordering nodes', stored, { rule: VALIDITY, names: 'transaction' }],
      ['with everybody but the meter', stored, { rule: CARRIED, names: 'key' }],
      [
        'with everybody but the meter',
        { write: otherLastValue, argument: (bytes: Buffer) => otherCarriedValue(bytes, reading.value) },
        { rule: 'a block is signed by its meter', names: 'key' },
      ],
    ] as const satisfies (readonly [Forger, Change, Caught])[]) {
      it(`${forger}, ${'argument' in change ? 'stored and carried' : 'stored'}: ${caught.rule}`, async () => {
        assertCaught(await auditForged(reading, change, forger), reading, caught);
      });
    }

    it(`the hashes too, when no signature is checked: ${CARRIED}`, async () => {
      const found = await auditForged(reading, stored, 'the hashes too', '--no-signatures');
      assertCaught(found, reading, { rule: CARRIED, names: 'key' });
    });
  });

  describe('one range of a holding moved', () => {
    for (const [what, forger, change, caught] of [
      ['its end', 'a file', { write: endLater }, { rule: HEADER, names: 'block' }],
      ['its end', 'the hashes too', { write: endLater }, { rule: ORDERER, names: 'block' }],
      ['its end', 'with all ordering nodes', { write: endLater }, { rule: VALIDITY, names: 'transaction' }],
      ['its end', 'with everybody but the meter', { write: endLater }, { rule: RANGES, names: 'key' }],
      ['to a thief', 'with everybody but the meter', { write: toAThief }, { rule: HANDS, names: 'key' }],
    ] as const satisfies (readonly [string, Forger, Change, Caught])[]) {
      it(`${what}, ${forger}: ${caught.rule}`, async () => {
        assertCaught(await auditForged(range, change, forger), range, caught);
      });
    }

    it(`its end, the hashes too, when no signature is checked: ${RANGES}`, async () => {
      const found = await auditForged(range, { write: endLater }, 'the hashes too', '--no-signatures');
      assertCaught(found, range, { rule: RANGES, names: 'key' });
    });
  });
});

/** Readings, certificates and a transfer of a part of them. */
async function liveADay(market: Market): Promise<void> {
  const { riverside } = market.offices;
  const [owner, friend] = await market.enrol(riverside, ['prosumer', 'consumer']);
  assert.ok(owner && friend);
  const scheme = await addGranularScheme(market);
  await generate(market, { manager: riverside, owner, scheme }, 1700);
  const body = { to: friend.account, scheme: { id: scheme.id, version: scheme.version }, units: 300 };
  await owner.command('/v1/transfers', { body });
}

/** Runs the command as its user does. */
function audit(blocks: string, ...options: string[]): Promise<Audited> {
  const args = [CLI, '--blocks', blocks, '--json', ...options];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: LARGEST_REPORT }, (error, stdout, stderr) => {
      const status = error === null ? BALANCED : error.code;
      if (typeof status !== 'number' || stdout === '') reject(new Error(stderr, { cause: error }));
      else resolve({ status, report: JSON.parse(stdout) as AuditReport });
    });
  });
}

function assertCaught({ status, report }: Audited, target: Target, { rule, names }: Caught): void {
  assert.equal(status, BROKEN);
  assert.equal(report.balanced, false);
  const { discrepancy } = report;
  assert.ok(discrepancy);
  assert.deepEqual([discrepancy.rule, discrepancy.block], [rule, target.block], JSON.stringify(discrepancy));
  if (names === 'block') return;
  assert.equal(discrepancy.transaction, target.transaction);
  assert.match(discrepancy.transactionId ?? '', /^[0-9a-f]{64}$/);
  if (names === 'key') assert.ok(discrepancy.key?.startsWith(nameOf(target)), discrepancy.key);
}

/** As reports name a block of readings; of holdings, as they begin for all of a batch, whose ranges meet. */
function nameOf({ key }: Target): string {
  const [type = '', id = '', number = '', ...rest] = key.split('\0').slice(1, -1);
  return type === 'holding' ? `${type}/${id}.${Number(number)}/` : [type, id, number, ...rest].join('/');
}

/** Stored readings: format, flags and time of arrival, then the body as signed. */
const STORED_HEADER_BYTES = 10;
/** In a body: behind the last value stands the count of estimated runs. */
const LAST_VALUE_FROM_END = 2;

function endsWithoutEstimates(value: Buffer): boolean {
  return value.at(-1) === 0;
}

/** The last value changed by one bit; not to 0, which no longer number ends with. */
function otherLastValue(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const at = changed.length - LAST_VALUE_FROM_END;
  const byte = changed[at] ?? 0;
  changed[at] = byte ^ (byte === 1 ? 2 : 1);
  return changed;
}

function otherCarriedValue(argument: Buffer, stored: Buffer): Buffer {
  const body = stored.subarray(STORED_HEADER_BYTES);
  const at = argument.indexOf(body);
  assert.ok(at >= 0, 'the transaction carried what it stored');
  return Buffer.concat([argument.subarray(0, at), otherLastValue(body), argument.subarray(at + body.length)]);
}

/** The holding takes one unit of what lies behind it. */
function endLater(holding: Buffer): Buffer {
  const text = holding.toString().replace(/"end":(\d+)/, (_, end: string) => `"end":${Number(end) + 1}`);
  assert.notEqual(text, holding.toString());
  return Buffer.from(text);
}

/** The holding is another's; a member there is none with this name. */
function toAThief(holding: Buffer): Buffer {
  const text = holding.toString().replace(/"owner":"[^"]+"/, '"owner":"RiversideMSP/thief"');
  assert.notEqual(text, holding.toString());
  return Buffer.from(text);
}

/** In how many bytes two files of equal length differ. */
function differences(one: Buffer, other: Buffer): number {
  assert.equal(one.length, other.length);
  return one.reduce((sum, byte, at) => sum + (byte === other[at] ? 0 : 1), 0);
}

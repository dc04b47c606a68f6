import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { audit } from '../../audit/audit.ts';
import type { AuditReport } from '../../audit/report.ts';
import { NoBlocks } from '../../audit/source.ts';
import type { MemoryLedger } from '../ledger/index.ts';
import { copyOf, writeCopy, type Regions } from './ledger-copy.ts';
import { varint } from './protobuf-writer.ts';
import { CHANNEL, tellStory } from './story.ts';

const FLIPPED_BLOCKS = 26;
const FLIPS_TIMEOUT_MS = 120_000;

describe("the audit of a peer's files", () => {
  let story: MemoryLedger;
  let folder: string;
  let file: string;
  let regions: Regions;

  before(async () => {
    story = await tellStory();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'commonwatt-audit-'));
    file = join(folder, 'blockfile_000000');
    regions = writeCopy(folder, copyOf(story));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const audited = (signatures = false): Promise<AuditReport> => audit({ blocks: folder, signatures });

  it('catches any one byte changed', async function () {
    this.timeout(FLIPS_TIMEOUT_MS);
    rmSync(file);
    // Up to the first readings and certificates.
    regions = writeCopy(folder, copyOf(story).slice(0, FLIPPED_BLOCKS));
    const original = readFileSync(file);
    const place = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(place, async ([block, offset, difference]) => {
        const region = regions[block % regions.length];
        assert.ok(region);
        const at = region.from + (offset % (region.to - region.from));
        const changed = Buffer.from(original);
        changed[at] = (changed[at] ?? 0) ^ difference;
        writeFileSync(file, changed);
        return !(await audited(true)).balanced;
      }),
      { numRuns: 40 },
    );
  });

  it('never takes a whole block behind a changed length for one that is being written', async () => {
    const bytes = readFileSync(file);
    const last = regions.at(-1);
    assert.ok(last);
    const longer = Buffer.concat([
      bytes.subarray(0, last.from),
      Buffer.of(...varint(bytes.length)),
      bytes.subarray(last.from + lengthBytes(bytes, last.from)),
    ]);
    writeFileSync(file, longer);
    const { discrepancy } = await audited();
    assert.equal(discrepancy?.rule, 'a block is as long as its file says');
  });

  it('catches a block taken out', async () => {
    const bytes = readFileSync(file);
    const [taken, next] = [regions[5], regions[6]];
    assert.ok(taken && next);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, taken.from), bytes.subarray(next.from)]));
    const { discrepancy } = await audited();
    assert.deepEqual([discrepancy?.rule, discrepancy?.block], ['blocks are numbered without a gap', 5]);
  });

  it('stops before a block that the peer is about to write, and says so', async () => {
    const whole = await audited(true);
    const bytes = readFileSync(file);
    const from = regions[4]?.from ?? 0;
    for (const length of [1, 2, 3, 500]) {
      writeFileSync(file, bytes);
      appendFileSync(file, bytes.subarray(from, from + length));
      const report = await audited();
      assert.deepEqual(
        [report.discrepancy, report.blocks.unfinished],
        [null, { file, offset: bytes.length, bytes: length }],
      );
      assert.equal(report.blocks.lastHash, whole.blocks.lastHash);
    }
  });

  it('reads on from file to file', async () => {
    rmSync(file);
    writeCopy(folder, copyOf(story), 50_000);
    assert.ok(readdirSync(folder).length > 2);
    const { balanced, blocks } = await audited();
    assert.deepEqual([balanced, blocks.count], [true, story.blocks.length + 1]);
  });

  it('catches a file taken out', async () => {
    writeCopy(folder, copyOf(story), 40_000);
    const files = readdirSync(folder).sort();
    assert.ok(files.length > 3);
    rmSync(join(folder, files[2] ?? ''));
    const { discrepancy } = await audited();
    assert.equal(discrepancy?.rule, 'block files are numbered without a gap');
  });

  it('catches a file that ends within a block although another follows', async () => {
    rmSync(file);
    writeCopy(folder, copyOf(story), 50_000);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 1));
    assert.equal((await audited()).discrepancy?.rule, 'a block file ends within a block');
  });

  it("finds the files below a peer's own folder, by channel if there are several", async () => {
    const peer = mkdtempSync(join(tmpdir(), 'commonwatt-peer-'));
    try {
      const chains = join(peer, 'ledgersData', 'chains', 'chains');
      writeCopy(join(chains, CHANNEL), copyOf(story));
      assert.equal((await audit({ blocks: peer, signatures: false })).balanced, true);
      writeCopy(join(chains, 'other'), []);
      await assert.rejects(audit({ blocks: peer }), NoBlocks);
      assert.equal((await audit({ blocks: peer, channel: CHANNEL, signatures: false })).channel, CHANNEL);
    } finally {
      rmSync(peer, { recursive: true });
    }
  });

  it('refuses to audit what is not there, or begins with a snapshot', async () => {
    await assert.rejects(audit({ blocks: join(folder, 'nowhere') }), NoBlocks);
    writeFileSync(join(folder, 'bootstrappingSnapshot.info'), '');
    await assert.rejects(audit({ blocks: folder }), NoBlocks);
    rmSync(join(folder, 'bootstrappingSnapshot.info'));
    renameSync(file, join(folder, 'blockfile_000007'));
    await assert.rejects(audit({ blocks: folder }), NoBlocks);
  });
});

/** Bytes of the number that stands at this place. */
function lengthBytes(bytes: Buffer, at: number): number {
  let length = 1;
  while ((bytes[at + length - 1] ?? 0) >= 0x80) length += 1;
  return length;
}

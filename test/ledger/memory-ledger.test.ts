import assert from 'node:assert/strict';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { CommitError, EndorseError, GatewayError } from '@hyperledger/fabric-gateway';
import { MISMATCH, MismatchError } from './client-errors.ts';
import { DEFAULT_START_SEC, TIME_WINDOW_SEC } from './ledger-clock.ts';
import { MemoryLedger, type MemoryLedgerOptions } from './memory-ledger.ts';
import { makeOrganisation } from './organisation.ts';

const chaincode = fileURLToPath(new URL('fixture', import.meta.url));
const alice = makeOrganisation('RiversideMSP').enrol('alice', 'manager');

const start = (options: Partial<MemoryLedgerOptions> = {}): Promise<MemoryLedger> =>
  MemoryLedger.start({ chaincode, copies: 1, ...options });

describe('a block of several transactions', () => {
  it('is validated in its order, a later one against the writes of the earlier valid ones', async () => {
    const ledger = await start();
    await ledger.submit(alice, 'put', ['counter', '1']);
    const increment = () => ledger.endorse(alice, 'increment', ['counter']);
    const blind = await ledger.endorse(alice, 'put', ['other', 'x']);
    const { number, transactions } = ledger.commit([await increment(), await increment(), blind]);
    assert.equal(number, 2);
    assert.deepEqual(
      transactions.map(({ validationCode }) => validationCode),
      [0, 11, 0],
    );
    assert.equal(ledger.state.get('counter')?.toString(), '2');
    assert.equal(ledger.state.get('other')?.toString(), 'x');
  });

  it('takes no notice of the writes of an invalid transaction', async () => {
    const ledger = await start({ rules: 'asFabric' });
    await ledger.submit(alice, 'put', ['a', '1']);
    const overtaken = await ledger.endorse(alice, 'copy', ['a', 'b']);
    const reader = await ledger.endorse(alice, 'copy', ['b', 'c']);
    await ledger.submit(alice, 'put', ['a', '2']);
    const codes = ledger.commit([overtaken, reader]).transactions.map((one) => one.validationCode);
    assert.deepEqual(codes, [11, 0]);
  });

  it('finds the phantom that an earlier transaction of the block makes or removes', async () => {
    const ledger = await start();
    await ledger.submit(alice, 'putMany', ['k', '3', 'x']);
    const count = () => ledger.endorse(alice, 'countInto', ['k', 'l', 'total']);
    const add = await ledger.endorse(alice, 'put', ['k9', 'x']);
    assert.equal(ledger.commit([add, await count()]).transactions[1]?.validationCode, 12);
    const remove = await ledger.endorse(alice, 'remove', ['k9']);
    assert.equal(ledger.commit([remove, await count()]).transactions[1]?.validationCode, 12);
    const removeAbsent = await ledger.endorse(alice, 'remove', ['k5']);
    assert.equal(ledger.commit([removeAbsent, await count()]).transactions[1]?.validationCode, 0);
  });

  it('reports a conflicting read before a phantom', async () => {
    const ledger = await start();
    await ledger.submit(alice, 'put', ['k0', '1']);
    const both = await ledger.endorse(alice, 'increment', ['k0']);
    const scan = await ledger.endorse(alice, 'countInto', ['k', 'l', 'total']);
    await ledger.submit(alice, 'put', ['k0', '5']);
    const merged = {
      ...both,
      rwset: { ...both.rwset, rangeQueries: scan.rwset.rangeQueries },
    };
    assert.equal(ledger.commit([merged]).transactions[0]?.validationCode, 11);
  });

  it('may be empty', async () => {
    const ledger = await start();
    assert.deepEqual(ledger.commit([]), { number: 1, transactions: [] });
  });
});

describe('a transaction id', () => {
  it('counts once in a block', async () => {
    const ledger = await start();
    const put = await ledger.endorse(alice, 'put', ['a', 'x']);
    assert.deepEqual(
      ledger.commit([put, put]).transactions.map((one) => one.validationCode),
      [0, 9],
    );
  });

  it('counts once on the ledger, whatever became of it', async () => {
    const ledger = await start();
    const first = await ledger.endorse(alice, 'increment', ['a']);
    await ledger.submit(alice, 'put', ['a', '1']);
    await assert.rejects(first.submit(), { code: 11 });
    await assert.rejects(first.submit(), (error) => {
      assert(error instanceof CommitError);
      assert.equal(
        error.message,
        `Transaction ${first.txId} failed to commit with status code 9 (DUPLICATE_TXID)`,
      );
      return true;
    });
    assert.equal(ledger.transaction(first.txId)?.validationCode, 11);
  });

  it('that is on the ledger is refused by the endorser', async () => {
    const ledger = await start();
    const { txId } = await ledger.submit(alice, 'put', ['a', 'x']);
    await assert.rejects(ledger.endorse(alice, 'put', ['a', 'x'], { txId }), (error) => {
      assert(error instanceof EndorseError);
      assert.match(error.details[0]?.message ?? '', /^duplicate transaction found \[[0-9a-f]{64}\]/);
      return true;
    });
    await assert.rejects(ledger.evaluate(alice, 'get', ['a'], { txId }), { code: 9 });
  });

  it('repeats with the seed, and differs with another', async () => {
    const idOf = async (seed: string) => (await (await start({ seed })).endorse(alice, 'get', ['a'])).txId;
    assert.equal(await idOf('one'), await idOf('one'));
    assert.notEqual(await idOf('one'), await idOf('two'));
  });
});

describe('the time of a proposal', () => {
  it('is what the chaincode sees, to the nanosecond', async () => {
    const ledger = await start({ start: { seconds: 1_800_000_000, nanos: 987_654_321 } });
    const seen = JSON.parse((await ledger.evaluate(alice, 'transaction', [])).toString()) as object;
    assert.partialDeepStrictEqual(seen, { seconds: 1_800_000_000, nanos: 987_654_321 });
  });

  it('may lie exactly a window from the clock of the endorser', async () => {
    const ledger = await start();
    for (const offSec of [-TIME_WINDOW_SEC, TIME_WINDOW_SEC]) {
      await ledger.submit(alice, 'put', ['a', 'x'], { timestamp: DEFAULT_START_SEC + offSec });
    }
  });

  it('is refused beyond the window', async () => {
    const ledger = await start();
    for (const timestamp of [
      DEFAULT_START_SEC - TIME_WINDOW_SEC - 1,
      { seconds: DEFAULT_START_SEC + TIME_WINDOW_SEC, nanos: 1 },
    ]) {
      await assert.rejects(ledger.endorse(alice, 'put', ['a', 'x'], { timestamp }), (error) => {
        assert(error instanceof EndorseError);
        assert.match(
          error.details[0]?.message ?? '',
          /^request unauthorized due to incorrect timestamp 2026-01-0[67]T.{8}Z, peer time 2026-01-07T00:00:00Z, peer.authentication.timewindow 1m0s$/,
        );
        return true;
      });
      await assert.rejects(ledger.evaluate(alice, 'get', ['a'], { timestamp }), (error) => {
        assert(error instanceof GatewayError);
        assert.equal(error.code, 14);
        return true;
      });
    }
  });

  it('is not looked at again when the transaction is committed', async () => {
    const ledger = await start();
    const kept = await ledger.endorse(alice, 'put', ['a', 'x']);
    ledger.clock.advance(86_400);
    await kept.submit();
  });
});

for (const copies of [1, 3] as const) {
  describe(`a copy that lags behind, of ${copies}`, () => {
    it('disagrees about what was written meanwhile, which a client may retry', async () => {
      const ledger = await start({ copies });
      await ledger.submit(alice, 'put', ['a', '1']);
      await ledger.submit(alice, 'put', ['a', '2']);
      const lag = { copy: 1, blocks: 1 };
      await assert.rejects(ledger.submit(alice, 'increment', ['a'], { lag }), (error) => {
        assert(error instanceof MismatchError);
        assert.equal(error.code, 10);
        assert.deepEqual(
          error.details.map(({ message }) => message),
          [MISMATCH],
        );
        return true;
      });
      assert.equal(ledger.blocks.length, 2);
      await ledger.submit(alice, 'increment', ['a']);
      assert.equal(ledger.state.get('a')?.toString(), '3');
      ledger.close();
    });

    it('does no harm where nothing that is read was written', async () => {
      const ledger = await start({ copies });
      await ledger.submit(alice, 'put', ['a', '1']);
      await ledger.submit(alice, 'increment', ['b'], { lag: { copy: 1, blocks: 1 } });
      ledger.close();
    });

    it('answers from the past if it is the own one, and is found out at the commit or before', async () => {
      const ledger = await start({ copies });
      await ledger.submit(alice, 'put', ['a', '1']);
      await ledger.submit(alice, 'put', ['a', '2']);
      const lag = { copy: 0, blocks: 2 };
      assert.equal((await ledger.evaluate(alice, 'get', ['a'], { lag })).toString(), '');
      await assert.rejects(ledger.submit(alice, 'increment', ['a'], { lag }), MismatchError);
      ledger.close();
    });
  });
}

describe('the view of the ledger', () => {
  it('shows every transaction of every block, with what it was sent and what it did', async () => {
    const ledger = await start();
    const binary = Buffer.from([0, 255, 128]);
    await ledger.submit(alice, 'put', ['a', 'x']);
    await ledger.submit(alice, 'argumentBytes', [binary]);
    await ledger.submit(alice, 'events', ['["sold"]', 'payload']);
    const [first, second, third] = ledger.blocks.map(({ transactions }) => transactions[0]);
    assert.deepEqual(
      ledger.blocks.map(({ number }) => number),
      [1, 2, 3],
    );
    assert.equal(first?.functionName, 'put');
    assert.deepEqual(first.writes, [{ key: 'a', value: Buffer.from('x') }]);
    assert.equal(first.creator.certificate, alice.certificate);
    assert.deepEqual(first.timestamp, { seconds: DEFAULT_START_SEC, nanos: 0 });
    assert.deepEqual(second?.args, [binary]);
    assert.deepEqual(third?.event, { name: 'sold', payload: Buffer.from('payload') });
  });

  it('shows the state in the order of keys', async () => {
    const ledger = await start();
    for (const key of ['b', '\u{1f600}', 'a', '\u{e000}']) await ledger.submit(alice, 'put', [key, 'x']);
    await ledger.submit(alice, 'remove', ['b']);
    assert.deepEqual(
      [...ledger.state].map(([key]) => key),
      ['a', '\u{e000}', '\u{1f600}'],
    );
  });

  it('counts the state operations of a transaction', async () => {
    const ledger = await start();
    await ledger.submit(alice, 'putMany', ['k', '120', 'ten bytes.']);
    assert.deepEqual(ledger.blocks[0]?.transactions[0]?.operations, {
      gets: 0,
      puts: 120,
      deletes: 0,
      scans: 0,
      keysScanned: 0,
      bytesPut: 1200,
    });
    const { operations } = await ledger.endorse(alice, 'scanFirstInto', ['k', 'l', 'first']);
    assert.deepEqual(operations, {
      gets: 0,
      puts: 1,
      deletes: 0,
      scans: 1,
      keysScanned: 101,
      bytesPut: 'k000000'.length,
    });
    const increment = await ledger.endorse(alice, 'increment', ['counter']);
    assert.partialDeepStrictEqual(increment.operations, { gets: 1, puts: 1 });
    const remove = await ledger.endorse(alice, 'remove', ['k000001']);
    assert.partialDeepStrictEqual(remove.operations, { deletes: 1 });
  });
});

describe('two ledgers in one process', () => {
  it('share neither state nor ids', async () => {
    for (const copies of [1, 3] as const) {
      const [first, second] = await Promise.all([start({ copies }), start({ copies })]);
      await first.submit(alice, 'put', ['a', 'x']);
      assert.equal((await second.evaluate(alice, 'get', ['a'])).toString(), '');
      first.close();
      second.close();
    }
  });

  it('may run different chaincodes', async () => {
    const defects = fileURLToPath(new URL('fixture-defects', import.meta.url));
    const [first, second] = [await start(), await start({ chaincode: defects })];
    await first.submit(alice, 'put', ['a', 'x']);
    await second.submit(alice, 'scansBesideItsOwnWrite', []);
    await first.submit(alice, 'put', ['a', 'x']);
  });
});

describe('a single copy', () => {
  it('spends less than half a millisecond of CPU on a small transaction', async function () {
    this.timeout(30_000);
    const ledger = await start();
    const count = 1_000;
    const rounds: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const before = process.cpuUsage();
      for (let i = 0; i < count; i += 1) await ledger.submit(alice, 'increment', [`counter ${i % 50}`]);
      const { user, system } = process.cpuUsage(before);
      rounds.push((user + system) / count);
    }
    // The quickest round: the machine may be busy with other work, never idle beyond its speed.
    assert(Math.min(...rounds) < 500, `microseconds of CPU per transaction: ${rounds.join(', ')}`);
  });
});

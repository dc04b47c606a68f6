import assert from 'node:assert/strict';
import {
  decideTransferCertificates,
  transferCertificates,
  transferCommand,
  type Holding,
  type TransferCommand,
  type TransferRecords,
} from '@commonwatt/chaincode/domain';
import { brokenParty } from '../breakages.ts';
import { codeOf, itRefuses } from '../precedence.ts';
import { active, ANNA, BATCH, BRUNO, consortium, requestBy, holding, idOf, valuesOf } from '../samples.ts';

interface Input {
  command: TransferCommand;
  records: TransferRecords & { holdings: (Holding | undefined)[] };
}

const valid = (): Input => ({
  command: {
    idempotencyKey: 'k',
    to: BRUNO,
    pieces: [
      { batch: BATCH, start: 0, units: 4 },
      { batch: BATCH, start: 30, units: 5 },
    ],
  },
  records: {
    consortium: consortium(),
    recipient: active(BRUNO),
    holdings: [holding(), holding({ start: 30, end: 35 })],
  },
});
const decide = ({ command, records }: Input) => decideTransferCertificates(requestBy(ANNA), command, records);

describe('certificates:transfer', () => {
  it('gives the front of a holding under its own key and leaves the rest under the next', () => {
    const holdings = valuesOf(decide(valid()).changes, 'holding');
    assert.deepEqual(
      holdings.map(({ start, end, owner }) => [start, end, owner]),
      [
        [0, 4, BRUNO],
        [4, 10, ANNA],
        [30, 35, BRUNO],
      ],
    );
    assert.ok(holdings.every(({ state }) => state.kind === 'free'));
  });

  it('records who gave what to whom', () => {
    const { result, changes } = decide(valid());
    const [record] = valuesOf(changes, 'transfer');
    assert.deepEqual(result, { id: idOf('request') });
    assert.deepEqual([record?.from, record?.to, record?.units], [ANNA, BRUNO, 9]);
    assert.deepEqual(record?.pieces, valid().command.pieces);
  });

  it('is the same request whichever pieces make up the units', () => {
    const other = [{ batch: BATCH, start: 50, units: 9 }];
    const { command } = valid();
    assert.deepEqual(
      transferCertificates.intent?.({ ...command, pieces: other }, ANNA),
      transferCertificates.intent?.(command, ANNA),
    );
    assert.notDeepEqual(
      transferCertificates.intent?.({ ...command, to: ANNA }, ANNA),
      transferCertificates.intent?.(command, ANNA),
    );
  });

  it('takes a holding only once, and no more units than can be counted', () => {
    const piece = { batch: BATCH, start: 0, units: 1 };
    const huge = { batch: BATCH, start: 1, units: 1_000_000_000_000 };
    const parses = (pieces: unknown[]) =>
      transferCommand.safeParse({ idempotencyKey: 'k', to: BRUNO, pieces }).success;
    assert.equal(parses([piece]), true);
    assert.equal(parses([piece, { ...piece, units: 2 }]), false);
    assert.equal(parses([piece, huge]), false);
    assert.equal(parses([]), false);
    assert.equal(parses([{ ...piece, units: 0.5 }]), false);
    assert.equal(parses([{ ...piece, units: 0 }]), false);
  });

  it('does not find the remainder of a piece of the same command', () => {
    const { command, records } = valid();
    const pieces = [
      { batch: BATCH, start: 0, units: 4 },
      { batch: BATCH, start: 4, units: 6 },
    ];
    const holdings = [holding(), undefined];
    assert.equal(
      codeOf(() => decide({ command: { ...command, pieces }, records: { ...records, holdings } })),
      'HOLDING_CHANGED',
    );
  });

  itRefuses(valid, decide, [
    ...brokenParty('recipient', BRUNO),
    {
      code: 'HOLDING_CHANGED',
      why: 'a holding is not there',
      spoil: ({ records }) => {
        records.holdings[1] = undefined;
      },
    },
    {
      code: 'HOLDING_CHANGED',
      why: 'a holding is shorter than the piece',
      spoil: ({ command }) => {
        command.pieces[1] = { batch: BATCH, start: 30, units: 6 };
      },
    },
    {
      code: 'HOLDING_CHANGED',
      why: 'a holding is offered',
      spoil: ({ records }) => {
        records.holdings[1] = holding({
          start: 30,
          end: 35,
          state: { kind: 'offered', offer: idOf('offer') },
        });
      },
    },
    {
      code: 'HOLDING_CHANGED',
      why: 'a holding is retired',
      spoil: ({ records }) => {
        records.holdings[1] = holding({
          start: 30,
          end: 35,
          state: { kind: 'retired', retirement: idOf('r') },
        });
      },
    },
    {
      code: 'HOLDING_FOREIGN',
      why: "a holding is another account's",
      spoil: ({ records }) => {
        records.holdings[0] = holding({ owner: BRUNO });
      },
    },
  ]);
});

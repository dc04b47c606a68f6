import assert from 'node:assert/strict';
import {
  decideOfferCertificates,
  offerCertificates,
  type Holding,
  type OfferCommand,
  type Scheme,
} from '@commonwatt/chaincode/domain';
import { itRefuses } from '../precedence.ts';
import {
  ANNA,
  BATCH,
  BRUNO,
  requestBy,
  holding,
  idOf,
  LATER,
  NOW,
  SCHEME,
  SCHEME_REF,
  valuesOf,
} from '../samples.ts';

interface Input {
  command: OfferCommand;
  records: { scheme: Scheme | undefined; holdings: (Holding | undefined)[] };
}

const valid = (): Input => ({
  command: {
    idempotencyKey: 'k',
    scheme: SCHEME_REF,
    pieces: [
      { batch: BATCH, start: 30, units: 5 },
      { batch: BATCH, start: 0, units: 4 },
    ],
    price: 0,
    expiresAt: LATER,
  },
  records: { scheme: SCHEME, holdings: [holding({ start: 30, end: 35 }), holding()] },
});
const decide = ({ command, records }: Input) => decideOfferCertificates(requestBy(ANNA), command, records);

describe('trades:offer', () => {
  it('locks the pieces and leaves the rest of a holding free', () => {
    const locked = { kind: 'offered', offer: idOf('request') };
    assert.deepEqual(
      valuesOf(decide(valid()).changes, 'holding').map(({ start, end, owner, state }) => [
        start,
        end,
        owner,
        state,
      ]),
      [
        [30, 35, ANNA, locked],
        [0, 4, ANNA, locked],
        [4, 10, ANNA, { kind: 'free' }],
      ],
    );
  });

  it('offers the pieces in the order named', () => {
    const [record] = valuesOf(decide(valid()).changes, 'offer');
    assert.deepEqual(record?.pieces, valid().command.pieces);
    assert.deepEqual(
      [record.offeredUnits, record.unitWh, record.status, record.seller],
      [9, 1000, 'open', ANNA],
    );
  });

  it('takes provisional certificates: whether they can be retired shows later', () => {
    const input = valid();
    input.records.holdings[1] = holding({ provisional: true });
    assert.equal(decide(input).outcome, 'done');
  });

  it('is the same request whichever pieces make up the units', () => {
    const { command } = valid();
    const intent = (more: Partial<OfferCommand>) => offerCertificates.intent?.({ ...command, ...more }, ANNA);
    assert.deepEqual(intent({ pieces: [{ batch: BATCH, start: 70, units: 9 }] }), intent({}));
    assert.notDeepEqual(intent({ price: 1 }), intent({}));
  });

  itRefuses(valid, decide, [
    {
      code: 'NOT_FOUND',
      why: 'there is no such scheme',
      spoil: ({ records }) => {
        records.scheme = undefined;
      },
    },
    {
      code: 'HOLDING_CHANGED',
      why: 'a holding is in another offer',
      spoil: ({ records }) => {
        records.holdings[0] = holding({
          start: 30,
          end: 35,
          state: { kind: 'offered', offer: idOf('other') },
        });
      },
    },
    {
      code: 'HOLDING_FOREIGN',
      why: "a holding is another account's",
      spoil: ({ records }) => {
        if (records.holdings[1]) records.holdings[1].owner = BRUNO;
      },
    },
    {
      code: 'CERTIFICATE_EXPIRED',
      why: 'a certificate has expired',
      spoil: ({ records }) => {
        if (records.holdings[1]) records.holdings[1].expiresAt = NOW;
      },
    },
    {
      code: 'SCHEME_MIXED',
      why: 'a certificate is of another scheme',
      spoil: ({ records }) => {
        if (records.holdings[1]) records.holdings[1].scheme = { id: 'GO', version: 1 };
      },
    },
    {
      code: 'EXPIRY_PASSED',
      why: 'it would expire now',
      spoil: ({ command }) => {
        command.expiresAt = NOW;
      },
    },
  ]);
});

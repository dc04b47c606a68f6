import assert from 'node:assert/strict';
import {
  decideRetireCertificates,
  retireCertificates,
  type Holding,
  type RetireCommand,
  type RetireRecords,
  type Scheme,
} from '@commonwatt/chaincode/domain';
import { brokenParty } from '../breakages.ts';
import { itRefuses } from '../precedence.ts';
import {
  active,
  ANNA,
  BATCH,
  BRUNO,
  consortium,
  requestBy,
  holding,
  idOf,
  NOW,
  SCHEME,
  SCHEME_REF,
  valuesOf,
} from '../samples.ts';

interface Input {
  command: RetireCommand;
  records: Omit<RetireRecords, 'scheme' | 'holdings'> & {
    scheme: Scheme | undefined;
    holdings: (Holding | undefined)[];
  };
}

const valid = (): Input => ({
  command: {
    idempotencyKey: 'k',
    scheme: SCHEME_REF,
    pieces: [
      { batch: BATCH, start: 0, units: 4 },
      { batch: BATCH, start: 30, units: 5 },
    ],
    purpose: 'compliance',
    beneficiary: { kind: 'account', account: BRUNO },
    period: { start: NOW - 10, end: NOW },
  },
  records: {
    consortium: consortium(),
    scheme: { ...SCHEME, beneficiaryRequired: true },
    beneficiary: active(BRUNO),
    holdings: [holding({ expiresAt: NOW + 1 }), holding({ start: 30, end: 35 })],
  },
});
const decide = ({ command, records }: Input) => decideRetireCertificates(requestBy(ANNA), command, records);

describe('certificates:retire', () => {
  it('retires the front of a holding and leaves the rest free', () => {
    const { changes } = decide(valid());
    const retired = { kind: 'retired', retirement: idOf('request') };
    assert.deepEqual(
      valuesOf(changes, 'holding').map(({ start, end, owner, state }) => [start, end, owner, state]),
      [
        [0, 4, ANNA, retired],
        [4, 10, ANNA, { kind: 'free' }],
        [30, 35, ANNA, retired],
      ],
    );
  });

  it('refuses more energy than can be counted', () => {
    const { command, records } = valid();
    const [scheme, end] = [{ ...SCHEME, unitWh: 1_000_000_000 }, 10_000_000];
    const pieces = [{ batch: BATCH, start: 0, units: end }];
    const holdings = [holding({ end, unitWh: scheme.unitWh })];
    const input = { command: { ...command, pieces }, records: { ...records, scheme, holdings } };
    assert.throws(() => decide(input), { code: 'COMMAND_TOO_LARGE' });
  });

  it('records units, energy, purpose, beneficiary and period', () => {
    const { command, ...input } = valid();
    const [record] = valuesOf(decide({ command, ...input }).changes, 'retirement');
    assert.equal(record?.units, 9);
    assert.equal(record.energyWh, 9000);
    assert.deepEqual(
      [record.purpose, record.beneficiary, record.period, record.pieces],
      [command.purpose, command.beneficiary, command.period, command.pieces],
    );
  });

  it('takes a commitment, or nobody where the scheme asks for none, as beneficiary', () => {
    const committed = valid();
    committed.command.beneficiary = { kind: 'commitment', hash: idOf('salted person') };
    assert.equal(decide(committed).outcome, 'done');
    const anonymous = valid();
    anonymous.command.beneficiary = undefined;
    anonymous.records.scheme = SCHEME;
    assert.equal(decide(anonymous).outcome, 'done');
  });

  it('is another request for another purpose, and the same for other pieces', () => {
    const { command } = valid();
    const intent = (more: Partial<RetireCommand>) =>
      retireCertificates.intent?.({ ...command, ...more }, ANNA);
    assert.deepEqual(intent({ pieces: [{ batch: BATCH, start: 70, units: 9 }] }), intent({}));
    assert.notDeepEqual(intent({ pieces: [{ batch: BATCH, start: 70, units: 8 }] }), intent({}));
    assert.notDeepEqual(intent({ purpose: 'voluntary' }), intent({}));
  });

  itRefuses(valid, decide, [
    ...brokenParty('beneficiary', BRUNO),
    {
      code: 'NOT_FOUND',
      why: 'there is no such scheme',
      spoil: ({ records }) => {
        records.scheme = undefined;
      },
    },
    {
      code: 'HOLDING_CHANGED',
      why: 'a holding is not there',
      spoil: ({ records }) => {
        records.holdings[1] = undefined;
      },
    },
    {
      code: 'HOLDING_CHANGED',
      why: 'a holding is retired already',
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
        if (records.holdings[0]) records.holdings[0].owner = BRUNO;
      },
    },
    {
      code: 'CERTIFICATE_EXPIRED',
      why: 'a certificate expires now',
      spoil: ({ records }) => {
        if (records.holdings[0]) records.holdings[0].expiresAt = NOW;
      },
    },
    {
      code: 'CERTIFICATE_PROVISIONAL',
      why: 'a certificate is provisional',
      spoil: ({ records }) => {
        if (records.holdings[0]) records.holdings[0].provisional = true;
      },
    },
    {
      code: 'SCHEME_MIXED',
      why: 'a certificate is of another version of the scheme',
      spoil: ({ records }) => {
        if (records.holdings[0]) records.holdings[0].scheme = { id: SCHEME.id, version: 2 };
      },
    },
    {
      code: 'PURPOSE_UNKNOWN',
      why: 'the scheme has no such purpose',
      spoil: ({ command }) => {
        command.purpose = 'decoration';
      },
    },
    {
      code: 'BENEFICIARY_REQUIRED',
      why: 'the scheme asks for a beneficiary',
      spoil: ({ command }) => {
        command.beneficiary = undefined;
      },
    },
  ]);
});

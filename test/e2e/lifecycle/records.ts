import assert from 'node:assert/strict';
import { before, it } from 'mocha';
import type { ListPath } from '@commonwatt/client';
import { codeOf } from '../party.ts';
import { answerIn, signersOf } from './signed-statement.ts';
import type { Stage } from './stage.ts';

/** Lists of records as the ledger keeps them, and the type of their keys. */
const RECORDS: readonly (readonly [path: ListPath, type: string])[] = [
  ['/v1/accounts', 'account'],
  ['/v1/connection-points', 'point'],
  ['/v1/devices', 'device'],
  ['/v1/schemes', 'scheme'],
  ['/v1/proposals', 'proposal'],
  ['/v1/issuances', 'issuance'],
  ['/v1/batches', 'batch'],
  ['/v1/holdings', 'holding'],
  ['/v1/transfers', 'transfer'],
  ['/v1/retirements', 'retirement'],
  ['/v1/coins', 'coin'],
  ['/v1/payments', 'payment'],
  ['/v1/holds', 'hold'],
  ['/v1/offers', 'offer'],
  ['/v1/bids', 'bid'],
  ['/v1/trades', 'trade'],
];

type AnyRecord = Readonly<Record<string, string | number>>;

/** What can be known afterwards: statements, operations, transactions. */
export function records(stage: Stage): void {
  let roots: ReadonlyMap<string, string>;
  before(() => {
    roots = stage.market.consortium.roots();
  });
  const state = (id: string) => stage.market.offices.auditor.get('/v1/statements/{id}', { path: { id } });

  it('what a gateway shows is what peers of regulator, utility and a community state and sign', async () => {
    const { auditor } = stage.market.offices;
    const device = stage.roof.device;
    const shown = await Promise.all(
      RECORDS.map(async ([path, type]) => {
        const [newest] = (await auditor.get(path, { query: { limit: 1 } })).items;
        return [`${type}/${keyOf(newest as unknown as AnyRecord)}`, newest] as const;
      }),
    );
    const heads = [
      [`head/device/${device}`, await auditor.get('/v1/devices/{id}/head', { path: { id: device } })],
      [`cursor/${device}`, await auditor.get('/v1/devices/{id}/cursor', { path: { id: device } })],
    ] as const;
    for (const [id, value] of [...shown, ...heads]) {
      const statement = await state(id);
      assert.deepEqual(statement.value, value, id);
      assert.deepEqual(answerIn(statement), { channel: stage.market.channel, id, value }, id);
      const signers = signersOf(statement, roots);
      const isEnough =
        signers.includes('RegulatorMSP') &&
        signers.includes('UtilityMSP') &&
        signers.some((mspId) => ['RiversideMSP', 'HillsideMSP'].includes(mspId));
      assert.ok(isEnough, `${id} is signed by ${signers.join(' + ')}`);
    }
  });

  it('nobody has signed anything else', async () => {
    const statement = await state(`account/${stage.cast.seller.account}`);
    const payload = Buffer.from(statement.payload, 'base64');
    const changed = payload.toString('latin1').replace('active', 'Active');
    assert.deepEqual(
      signersOf({ ...statement, payload: Buffer.from(changed, 'latin1').toString('base64') }, roots),
      [],
    );
  });

  it('what is not for everybody is stated to nobody else', async () => {
    const { seller, company } = stage.cast;
    const path = { id: `cursor/${stage.roof.device}` };
    assert.equal(await codeOf(seller.get('/v1/statements/{id}', { path })), 'accepted');
    assert.equal(await codeOf(company.get('/v1/statements/{id}', { path })), 'NOT_AUTHORISED');
  });

  it('a command answers its operation at once; what became of it is to be asked by its sender', async () => {
    const { company, neighbour } = stage.cast;
    const outputs = [{ account: neighbour.account, amount: '9' }];
    const idempotencyKey = stage.market.name('invoice');
    const request = { body: { outputs }, idempotencyKey };
    const started = await company.start('/v1/payments', request);
    const path = { id: started.id };
    assert.equal(await codeOf(neighbour.get('/v1/operations/{id}', { path })), 'NOT_FOUND');
    const query = { wait: 'commit' } as const;
    const operation = await company.get('/v1/operations/{id}', { path, query });
    assert.deepEqual([operation.status, operation.outcome], ['committed', 'done']);
    assert.deepEqual(await company.get('/v1/operations/{id}', { path }), operation);
    assert.deepEqual(await company.operation('/v1/payments', request), operation);

    const id = operation.transactionIds.at(-1) ?? assert.fail('nothing was sent');
    const sent = await neighbour.get('/v1/transactions/{id}', { path: { id } });
    assert.deepEqual(
      [sent.method, sent.creator, sent.validationCode, sent.blockNumber],
      ['money:pay', company.account, 0, operation.blockNumber],
    );
    const { id: payment } = operation.result as { id: string };
    assert.ok(sent.ids?.some(([type, of]) => type === 'payment' && of === payment));
  });
}

/** What stands behind the type in a record's name. */
function keyOf(record: AnyRecord): string {
  const { id, batch, start, version } = record;
  if (batch !== undefined && start !== undefined) return `${batch}/${start}`;
  return version === undefined ? `${id}` : `${id}/${version}`;
}

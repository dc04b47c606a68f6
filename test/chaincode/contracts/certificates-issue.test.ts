import assert from 'node:assert/strict';
import type { IssueResult } from '@commonwatt/chaincode/domain';
import { DAY_SEC, DAY_START, HOUR_SEC, hours } from '../domain/reading/metering.ts';
import { codeOfCall } from './market.ts';
import { MeteredMarket } from './metered-market.ts';

const SCHEME = { id: 'REC', version: 1 };
const day = (daysAgo: number, wh: readonly number[]) =>
  hours(DAY_START - daysAgo * DAY_SEC, 'generation', [...wh, ...Array<number>(24 - wh.length).fill(0)]);
const at = (sequence: number, index = 0) => ({ sequence, index });

describe('certificates:issue on the ledger', () => {
  let metered: MeteredMarket;

  beforeEach(async () => {
    metered = await MeteredMarket.open();
    const { roof } = metered;
    await metered.submit([
      roof.next(day(3, [700, 900])),
      roof.next(day(2, [0, 900])),
      roof.next(day(1, [200])),
    ]);
  });

  afterEach(() => {
    metered.market.close();
  });

  const command = (from: object, to: object, idempotencyKey: string) => ({
    idempotencyKey,
    device: 'roof-0001',
    scheme: SCHEME,
    from,
    to,
  });
  const issue = (from: object, to: object, key = 'first', identity = metered.riverside('gateway')) =>
    metered.market.submit<IssueResult>(identity, 'certificates:issue', command(from, to, key));

  async function valueOf(id: string): Promise<unknown> {
    const { market } = metered;
    const statement = await market.evaluate(market.registrar, 'statements:statement', { id });
    return (statement as { value: unknown }).value;
  }

  it('stores issuance, batches, holdings and cursor as its changes say', async () => {
    const { outcome, result, changes } = await issue(at(1), at(4));
    assert.deepEqual([outcome, result.units, result.batches], ['done', 2, 1]);
    const [issuance] = changes.flatMap((change) => (change.type === 'issuance' ? [change.value] : []));
    const batches = changes.flatMap((change) => (change.type === 'batch' ? [change.value] : []));
    const holdings = changes.flatMap((change) => (change.type === 'holding' ? [change.value] : []));
    const [cursor] = changes.flatMap((change) => (change.type === 'cursor' ? [change.value] : []));
    assert.deepEqual(await valueOf(`issuance/${result.id}`), issuance);
    assert.deepEqual(await valueOf('cursor/roof-0001'), cursor);
    for (const batch of batches) assert.deepEqual(await valueOf(`batch/${batch.id}`), batch);
    for (const holding of holdings) {
      assert.deepEqual(await valueOf(`holding/${holding.batch}/0`), holding);
      assert.equal(holding.owner, 'RiversideMSP/anna');
    }
    assert.deepEqual([issuance?.energyWh, issuance?.carriedWh, cursor?.sequence], [2700, 700, 4]);
  });

  it('answers a resent command with what the first one did, wherever the cursor is now', async () => {
    const first = await issue(at(1), at(2));
    const again = await issue(at(1), at(2));
    assert.deepEqual([again.outcome, again.result, again.changes], ['exists', first.result, []]);
    const fromCursor = await issue(at(2), at(3));
    assert.deepEqual([fromCursor.outcome, fromCursor.result], ['exists', first.result]);
  });

  it('does not take a key for two devices or schemes', async () => {
    await issue(at(1), at(2));
    const other = { ...command(at(1), at(2), 'first'), scheme: { id: 'REC', version: 2 } };
    const call = metered.market.submit(metered.riverside('gateway'), 'certificates:issue', other);
    assert.equal(await codeOfCall(call), 'EXISTS_WITH_DIFFERENT_CONTENT');
  });

  it('uses readings once: a range from anywhere but the cursor is refused', async () => {
    await issue(at(1), at(2));
    assert.equal(await codeOfCall(issue(at(1), at(2), 'second')), 'CURSOR_MOVED');
    assert.equal(await codeOfCall(issue(at(3), at(4), 'second')), 'CURSOR_MOVED');
    assert.equal((await issue(at(2), at(4), 'second')).outcome, 'done');
  });

  it('lets one of two concurrent issues of the same readings win', async () => {
    const { ledger } = metered.market;
    const gateway = metered.riverside('gateway');
    // The account is pinned already: nothing but the cursor is contended.
    const proposals = await Promise.all(
      ['one', 'two'].map((key) =>
        ledger.endorse(gateway, 'certificates:issue', [JSON.stringify(command(at(1), at(4), key))]),
      ),
    );
    const codes = ledger.commit(proposals).transactions.map(({ validationCode }) => validationCode);
    assert.equal(codes.filter((code) => code === 0).length, 1);
  });

  it('does not contend with intake: readings may come while certificates are issued', async () => {
    const { ledger } = metered.market;
    const gateway = metered.riverside('gateway');
    const issuing = await ledger.endorse(gateway, 'certificates:issue', [
      JSON.stringify(command(at(1), at(4), 'one')),
    ]);
    await metered.submit([metered.house.next(hours(DAY_START - DAY_SEC, 'import', [1]))]);
    ledger.clock.advance(HOUR_SEC);
    await metered.submit([metered.roof.next(hours(DAY_START, 'generation', [1]))]);
    assert.equal(ledger.commit([issuing]).transactions[0]?.validationCode, 0);
  });

  it('ends where the readings end', async () => {
    assert.equal(await codeOfCall(issue(at(1), at(4, 1))), 'READINGS_MISSING');
    assert.equal(await codeOfCall(issue(at(1), at(3, 25))), 'READINGS_MISSING');
  });

  it('is for officers of the owner, the registrar, and no other', async () => {
    const { market } = metered;
    const answers: string[] = [];
    for (const identity of [
      metered.owner,
      market.identity('HillsideMSP', 'gateway'),
      market.identity('UtilityMSP', 'gateway'),
      metered.riverside('manager'),
      market.registrar,
    ]) {
      const key = `by-${identity.mspId}-${identity.id}`;
      answers.push(await market.answer(identity, 'certificates:issue', command(at(1), at(4), key)));
    }
    assert.deepEqual(answers, ['NOT_AUTHORISED', 'NOT_AUTHORISED', 'NOT_AUTHORISED', 'accepted', 'accepted']);
  });
});

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { it } from 'mocha';
import type { LedgerEvent } from '@commonwatt/client';
import type { Party } from '../party.ts';
import type { Stage } from './stage.ts';

const BEGINNING = '0.0.0';
const PATIENCE_MS = 60_000;

/** What happened on the ledger, as it is told. */
export function events(stage: Stage): void {
  it('are told by every gateway as the same sequence, to who may see everything', async () => {
    const { auditor, registrar, riverside } = stage.market.offices;
    const [newest] = (await auditor.get('/v1/retirements', { query: { limit: 1 } })).items;
    const isLast = ({ type, record }: LedgerEvent) => type === 'retirement' && record === newest?.id;
    const toAuditor = await until(auditor, isLast);
    assert.deepEqual(await until(registrar, isLast), toAuditor);
    const isPublic = ({ type }: LedgerEvent) => !PARTIES_ONLY.has(type);
    const toRiverside = await until(riverside, isLast);
    assert.deepEqual(toRiverside.filter(isPublic), toAuditor.filter(isPublic));
  });

  it('are sent where an account wants them, until it does not any more', async () => {
    const { supplier } = stage.market.offices;
    // Nothing has this address (RFC 6761): only what becomes of the webhook is of interest.
    const url = 'https://commonwatt.invalid/events';
    const { id } = await supplier.create('/v1/webhooks', { body: { url, after: BEGINNING } });
    const path = { id };
    const deliveries = async () => (await supplier.get('/v1/webhooks/{id}/deliveries', { path })).items;
    for (let tries = 0; (await deliveries()).length === 0; tries += 1) {
      assert.ok(tries < 100, 'nothing was sent');
      await pause(200);
    }
    const [failed] = await deliveries();
    assert.equal(failed?.status, null);
    assert.notEqual(failed.error, null);
    const { cursor } = await supplier.get('/v1/webhooks/{id}', { path });
    assert.equal(cursor, BEGINNING);
    const suspended = await supplier.create('/v1/webhooks/{id}/suspensions', { path, body: {} });
    assert.equal(suspended.status, 'suspended');
    const resumed = await supplier.create('/v1/webhooks/{id}/resumptions', { path, body: {} });
    assert.equal(resumed.status, 'active');
    await supplier.create('/v1/webhooks/{id}/removals', { path, body: {} });
    assert.deepEqual((await supplier.get('/v1/webhooks', {})).items, []);
  });
}

const PARTIES_ONLY = new Set(['block', 'cursor', 'coin', 'payment', 'hold']);

async function until(party: Party, isLast: (event: LedgerEvent) => boolean): Promise<LedgerEvent[]> {
  const seen: LedgerEvent[] = [];
  for await (const event of party.events({ after: BEGINNING, signal: AbortSignal.timeout(PATIENCE_MS) })) {
    seen.push(event);
    if (isLast(event)) return seen;
  }
  assert.fail('the last event did not come');
}

import assert from 'node:assert/strict';
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

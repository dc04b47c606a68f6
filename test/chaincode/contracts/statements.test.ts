import assert from 'node:assert/strict';
import type { TestIdentity } from '../../ledger/index.ts';
import { DAY_START, hours } from '../domain/reading/metering.ts';
import { MeteredMarket } from './metered-market.ts';

describe('statements on the ledger', () => {
  let metered: MeteredMarket;

  before(async () => {
    metered = await MeteredMarket.open();
    metered.market.ledger.clock.set(DAY_START + 86_400);
    const block = metered.roof.next(hours(DAY_START, 'generation', [100, 200]));
    await metered.submit([block]);
  });

  after(() => {
    metered.market.close();
  });

  const state = (caller: TestIdentity, id: string): Promise<unknown> =>
    metered.market.evaluate(caller, 'statements:statement', { id });

  it('gives a block decoded, with its arrival', async () => {
    const stated = (await state(metered.owner, 'block/device/roof-0001/1')) as {
      value: Record<string, unknown>;
    };
    assert.equal(stated.value.arrivedAt, DAY_START + 86_400);
    assert.deepEqual(stated.value.registers, [{ register: 'generation', values: [100, 200], estimated: [] }]);
  });

  it('gives every type of record by its id', async () => {
    for (const id of [
      'consortium',
      'account/RiversideMSP/anna',
      'point/house-001',
      'head/device/roof-0001',
    ]) {
      const stated = (await state(metered.market.registrar, id)) as { id: string; channel: string };
      assert.deepEqual([stated.id, stated.channel], [id, metered.market.ledger.channel]);
    }
  });

  it('keeps readings from other members, co-operatives and buyers', async () => {
    const neighbour = await metered.market.member('RiversideMSP', 'neighbour');
    const stranger = metered.market.identity('HillsideMSP', 'manager');
    for (const caller of [neighbour, stranger]) {
      for (const id of ['head/device/roof-0001', 'block/device/roof-0001/1', 'cursor/roof-0001']) {
        assert.equal(await metered.market.answer(caller, 'statements:statement', { id }), 'NOT_AUTHORISED');
      }
    }
  });

  it('writes nothing', async () => {
    const { rwset } = await metered.market.ledger.endorse(metered.owner, 'statements:statement', [
      '{"id":"consortium"}',
    ]);
    assert.deepEqual(rwset.writes, []);
  });

  it('refuses an id of no record', async () => {
    const answer = (id: string): Promise<string> =>
      metered.market.answer(metered.owner, 'statements:statement', { id });
    assert.equal(await answer('point/house-999'), 'NOT_FOUND');
    assert.equal(await answer('nothing/house-999'), 'COMMAND_MALFORMED');
  });
});

import assert from 'node:assert/strict';
import { before, it } from 'mocha';
import { codeOf, type Party } from '../party.ts';
import type { Stage } from './stage.ts';

/** What gateways answer from, as their operators see it. */
export function readModel(stage: Stage): void {
  let operators: Party[];
  before(async () => {
    const { consortium } = stage.market;
    operators = await Promise.all(
      consortium
        .endpoints()
        .map(async ({ name }) =>
          stage.market.party(name, 'gateway', await consortium.token(name, 'gateway')),
        ),
    );
  });
  const hashes = () =>
    Promise.all(operators.map(async (operator) => (await operator.get('/v1/read-model', {})).hash));

  it('is the same at every gateway, and the same again when one builds it anew from block 0', async () => {
    const [hash = '', ...others] = await hashes();
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.deepEqual(new Set(others), new Set([hash]));
    const [operator] = operators;
    assert.ok(operator);
    await operator.start('/v1/read-model/rebuilds', { body: {} });
    assert.deepEqual(await hashes(), [hash, ...others]);
  });

  it("is rebuilt by the gateway's own operator only", async () => {
    const { registrar } = stage.market.offices;
    const refused = registrar.start('/v1/read-model/rebuilds', { body: {} });
    assert.equal(await codeOf(refused), 'NOT_AUTHORISED');
  });
}

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { OwnKey } from '@commonwatt/client';
import { enrolmentIdOf } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

/** Questions of one account that may wait for its signature. */
const KEPT_OF_AN_ACCOUNT = 10;

describe('questions over HTTP of one who keeps the key', function () {
  this.timeout(180_000);

  it('are ten at most while it signs none of them, with the time to come back', async () => {
    const { riverside } = await sharedConsortium();
    const manager = await riverside.client('manager');
    const members = [{ kind: 'prosumer' as const }];
    const { result } = await manager.command('/v1/members', { body: { keys: 'own', members } });
    const account = result.verdicts[0]?.id ?? assert.fail('no member');
    const enrolmentId = enrolmentIdOf(account);
    const certificateRequest = await (await OwnKey.generate()).certificateRequest(enrolmentId);
    await manager.create('/v1/identities/{enrolmentId}/certificates', {
      path: { enrolmentId },
      body: { certificateRequest },
    });
    const token = await riverside.token(enrolmentId);
    // Not through the client, which would come again.
    const ask = () =>
      fetch(`${riverside.url}/v1/statements`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ id: `account/${account}` }),
      });
    for (let asked = 0; asked < KEPT_OF_AN_ACCOUNT; asked += 1) assert.equal((await ask()).status, 202);
    const refused = await ask();
    const { code } = (await refused.json()) as { code: string };
    assert.deepEqual([refused.status, code], [429, 'PENDING_LIMIT_REACHED']);
    assert.notEqual(refused.headers.get('retry-after'), null);
  });
});

import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { certificateRequest, newKey } from '../../../fabric-ca-client/index.ts';
import { codeOf } from '../code-of.ts';
import { enrolmentIdOf } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

describe('a request to certify a key', function () {
  this.timeout(180_000);
  let enrolmentId: string;
  let codeWith: (certificateRequest: string) => Promise<string>;

  before(async () => {
    const { riverside } = await sharedConsortium();
    const manager = await riverside.client('manager');
    const members = [{ kind: 'prosumer' as const }];
    const { result } = await manager.command('/v1/members', { body: { keys: 'own', members } });
    enrolmentId = enrolmentIdOf(result.verdicts[0]?.id ?? assert.fail('no member'));
    codeWith = (request) =>
      codeOf(
        manager.create('/v1/identities/{enrolmentId}/certificates', {
          path: { enrolmentId },
          body: { certificateRequest: request },
        }),
      );
  });

  it('is refused for a key under which peers take no signature', async () => {
    for (const { privateKey } of [
      generateKeyPairSync('ec', { namedCurve: 'P-384' }),
      generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ])
      assert.equal(await codeWith(certificateRequest(enrolmentId, privateKey)), 'REQUEST_MALFORMED');
  });

  it('is refused under the name of another', async () => {
    assert.equal(await codeWith(certificateRequest('manager', newKey())), 'REQUEST_MALFORMED');
  });

  it('is granted for a P-256 key under the own name', async () => {
    assert.equal(await codeWith(certificateRequest(enrolmentId, newKey())), 'done');
  });
});

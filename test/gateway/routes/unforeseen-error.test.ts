import assert from 'node:assert/strict';
import sinon from 'sinon';
import { SCHEME } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

describe('an error that nobody foresaw', function () {
  this.timeout(180_000);

  it('is answered by 503, with the time to come back and nothing of the inside', async () => {
    const { riverside } = await sharedConsortium();
    const headers = { authorization: `Bearer ${await riverside.token('manager')}` };
    // Not through the client, which would come again.
    const ask = () => fetch(`${riverside.url}/v1/schemes/${SCHEME.id}/${SCHEME.version}`, { headers });
    const { schemes } = riverside.services.ledger.readModel;
    const find = sinon.stub(schemes, 'find').rejects(new Error('password is swordfish'));
    const answer = await ask().finally(() => find.restore());
    const text = await answer.text();
    assert.deepEqual([answer.status, (JSON.parse(text) as { code: string }).code], [503, 'INTERNAL']);
    assert.notEqual(answer.headers.get('retry-after'), null);
    assert.ok(!text.includes('swordfish'));
    assert.equal((await ask()).status, 200);
  });
});

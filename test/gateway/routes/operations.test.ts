import assert from 'node:assert/strict';
import sinon from 'sinon';
import { codeOf } from '../code-of.ts';
import { enrolmentIdOf, newMembers } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

describe('an operation', function () {
  this.timeout(180_000);
  afterEach(() => sinon.restore());

  it('is waited for by its own account alone: to others it is none, at once', async () => {
    const { riverside } = await sharedConsortium();
    const [account = ''] = await newMembers(await sharedConsortium(), 1);
    const member = await riverside.client(enrolmentIdOf(account));
    const { id } = await member.command('/v1/activations', { body: {} });
    const waits = sinon.spy(riverside.services.ledger.commands, 'wait');
    const request = { path: { id }, query: { wait: 'commit' as const } };
    const stranger = await riverside.client('manager');
    assert.equal(await codeOf(stranger.get('/v1/operations/{id}', request)), 'NOT_FOUND');
    sinon.assert.notCalled(waits);
    assert.equal((await member.get('/v1/operations/{id}', request)).status, 'committed');
    sinon.assert.calledOnce(waits);
  });
});

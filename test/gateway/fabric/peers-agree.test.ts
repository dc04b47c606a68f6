import assert from 'node:assert/strict';
import sinon from 'sinon';
import { BusinessError, Conflict } from '../../../gateway/src/fabric/errors.ts';
import { untilPeersAgree } from '../../../gateway/src/fabric/peers-agree.ts';

describe('a question to several peers', () => {
  it('is asked again while some of them have a block that others do not', async () => {
    const ask = sinon.stub<[], Promise<string>>();
    ask.onFirstCall().rejects(new Conflict('ProposalResponsePayloads do not match'));
    ask.onSecondCall().rejects(new Conflict('ProposalResponsePayloads do not match'));
    ask.resolves('the same');
    assert.equal(await untilPeersAgree(ask), 'the same');
    assert.equal(ask.callCount, 3);
  });

  it('is given up when they do not agree for seconds', async () => {
    const ask = sinon
      .stub<[], Promise<string>>()
      .rejects(new Conflict('ProposalResponsePayloads do not match'));
    await assert.rejects(untilPeersAgree(ask), Conflict);
    assert.ok(ask.callCount > 3, `${ask.callCount} attempts`);
  }).timeout(10_000);

  it('is asked once when the ledger refuses it', async () => {
    const ask = sinon.stub<[], Promise<string>>().rejects(new BusinessError('NOT_FOUND', 'holding'));
    await assert.rejects(untilPeersAgree(ask), BusinessError);
    assert.equal(ask.callCount, 1);
  });
});

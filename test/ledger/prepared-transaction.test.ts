import assert from 'node:assert/strict';
import { common, gateway, peer } from '@hyperledger/fabric-protos';
import { eventOfPreparedTransaction } from './prepared-transaction.ts';

function prepared(event: peer.ChaincodeEvent | undefined): Uint8Array {
  const action = new peer.ChaincodeAction();
  if (event !== undefined) action.setEvents(event.serializeBinary());
  const response = new peer.ProposalResponsePayload();
  response.setExtension$(action.serializeBinary());
  const endorsed = new peer.ChaincodeEndorsedAction();
  endorsed.setProposalResponsePayload(response.serializeBinary());
  const actionPayload = new peer.ChaincodeActionPayload();
  actionPayload.setAction(endorsed);
  const transactionAction = new peer.TransactionAction();
  transactionAction.setPayload(actionPayload.serializeBinary());
  const transaction = new peer.Transaction();
  transaction.setActionsList([transactionAction]);
  const payload = new common.Payload();
  payload.setData(transaction.serializeBinary());
  const envelope = new common.Envelope();
  envelope.setPayload(payload.serializeBinary());
  const result = new gateway.PreparedTransaction();
  result.setEnvelope(envelope);
  return result.serializeBinary();
}

describe('an endorsed transaction', () => {
  it('tells its event', () => {
    const event = new peer.ChaincodeEvent();
    event.setEventName('sold');
    event.setPayload(Buffer.from([0, 255]));
    assert.deepEqual(eventOfPreparedTransaction(prepared(event)), {
      name: 'sold',
      payload: Buffer.from([0, 255]),
    });
  });

  it('tells that it has none', () => {
    assert.equal(eventOfPreparedTransaction(prepared(undefined)), undefined);
  });

  it('must be whole', () => {
    assert.throws(() => eventOfPreparedTransaction(new Uint8Array()), /no envelope/);
  });
});

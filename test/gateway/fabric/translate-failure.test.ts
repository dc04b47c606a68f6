import assert from 'node:assert/strict';
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { EndorseError, GatewayError } from '@hyperledger/fabric-gateway';
import { BusinessError, Conflict, Unavailable } from '../../../gateway/src/fabric/errors.ts';
import { translateFailure } from '../../../gateway/src/fabric/translate-failure.ts';

function cause(code: status): ServiceError {
  return Object.assign(new Error('failed'), { code, details: 'failed', metadata: new Metadata() });
}

function endorseError(
  code: status,
  messages: readonly string[],
  message = 'failed to endorse transaction, see attached details',
) {
  const details = messages.map((text) => ({ address: 'peer:1', mspId: 'RegulatorMSP', message: text }));
  return new EndorseError({
    code,
    details,
    cause: cause(code),
    transactionId: 't1',
    message: `${code} ABORTED: ${message}`,
  });
}

describe('what a failed endorsement or evaluation means', () => {
  it('is a business error when a chaincode answers a registered code', () => {
    const error = translateFailure(
      endorseError(status.ABORTED, ['chaincode response 500, OFFER_CLOSED: the offer is filled']),
    );
    assert.ok(error instanceof BusinessError);
    assert.equal(error.code, 'OFFER_CLOSED');
    assert.equal(error.detail, 'the offer is filled');
  });

  it('is a business error on evaluate, where Fabric says UNKNOWN', () => {
    const details = [
      { address: 'peer:1', mspId: 'UtilityMSP', message: 'chaincode response 500, NOT_FOUND: no such offer' },
    ];
    const error = translateFailure(
      new GatewayError({ code: status.UNKNOWN, details, cause: cause(status.UNKNOWN) }),
    );
    assert.ok(error instanceof BusinessError);
    assert.equal(error.code, 'NOT_FOUND');
  });

  it('is a business error when one of several peers gives one', () => {
    const error = translateFailure(
      endorseError(status.ABORTED, [
        'could not launch chaincode market_1: connection refused',
        'chaincode response 500, COIN_HELD: coin x.0',
      ]),
    );
    assert.ok(error instanceof BusinessError);
    assert.equal(error.code, 'COIN_HELD');
  });

  for (const text of [
    'failed to execute transaction t1: could not launch chaincode market_1:abc: connection refused',
    'rpc error: code = Unavailable desc = connection refused',
    'error in simulation: timeout expired while executing transaction',
  ]) {
    it(`is an outage under the same code 10 when a peer says: ${text.slice(0, 50)}`, () => {
      const error = translateFailure(endorseError(status.ABORTED, [text]));
      assert.ok(error instanceof Unavailable);
      assert.ok(!(error instanceof Conflict));
    });
  }

  it('is an outage when no combination of peers satisfies the policy', () => {
    const error = translateFailure(
      endorseError(
        status.FAILED_PRECONDITION,
        [],
        'no combination of peers can be derived which satisfy the endorsement policy',
      ),
    );
    assert.ok(error instanceof Unavailable);
    assert.ok(!(error instanceof Conflict));
  });

  it('is a conflict when endorsers answered differently', () => {
    const error = translateFailure(
      endorseError(
        status.ABORTED,
        [],
        'failed to assemble transaction: ProposalResponsePayloads do not match',
      ),
    );
    assert.ok(error instanceof Conflict);
  });

  it('is an outage when the own peer cannot be reached', () => {
    const error = translateFailure(
      new GatewayError({ code: status.UNAVAILABLE, details: [], cause: cause(status.UNAVAILABLE) }),
    );
    assert.ok(error instanceof Unavailable);
    assert.ok(error.retryAfterSec > 0);
  });

  it('is a refusal of the identity, which no repetition heals, when the channel denies access', () => {
    const error = translateFailure(
      endorseError(status.ABORTED, [
        'error validating proposal: access denied: channel [commonwatt] creator org [RiversideMSP]',
      ]),
    );
    assert.ok(error instanceof BusinessError);
    assert.equal(error.code, 'NOT_AUTHORISED');
  });

  for (const text of ['the chaincode failed', 'MADE_UP_CODE: detail', 'toString: detail']) {
    it(`is a defect, never a business error, when a chaincode answers "${text}"`, () => {
      const error = translateFailure(endorseError(status.ABORTED, [`chaincode response 500, ${text}`]));
      assert.ok(!(error instanceof BusinessError) && !(error instanceof Unavailable));
    });
  }

  it('is the error itself when it does not come from Fabric', () => {
    const error = new TypeError('x');
    assert.equal(translateFailure(error), error);
  });
});

import { X509Certificate } from 'node:crypto';
import { common, gateway, msp, peer } from '@hyperledger/fabric-protos';
import type { Caller } from '../authentication/principal.ts';
import { requireCustody } from './key-custody.ts';
import type { Services } from './services.ts';

/** One peer's word for an answer. */
export interface StatementEndorsement {
  readonly mspId: string;
  /** The peer's certificate, PEM. */
  readonly certificate: string;
  /** ECDSA (DER) over SHA-256 of payload followed by endorser, base64. */
  readonly signature: string;
  /** SerializedIdentity as signed, base64. */
  readonly endorser: string;
}

/** What the ledger says of a record, and the peers that say so. */
export interface Statement {
  readonly channel: string;
  readonly id: string;
  readonly value: unknown;
  /** ProposalResponsePayload, base64: holds the answer, and is what the peers signed. */
  readonly payload: string;
  readonly endorsements: readonly StatementEndorsement[];
}

/**
 * Has a record stated by peers of Regulator, Utility and a community: the endorsement of a read-only method, never
 * sent for ordering. Anyone can check it against the organisations' root certificates.
 *
 * @throws BusinessError, Conflict, Unavailable
 * @throws Problem KEY_CUSTODY_CONFLICT for one who keeps the key: peers are asked in the caller's name
 */
export async function state(
  { ledger: { ledger } }: Services,
  caller: Caller,
  id: string,
): Promise<Statement> {
  requireCustody(caller);
  const { envelope, result } = await ledger.endorse(caller.identity, {
    method: 'statements:statement',
    args: [JSON.stringify({ id })],
  });
  const answer = JSON.parse(Buffer.from(result).toString('utf8')) as Pick<
    Statement,
    'channel' | 'id' | 'value'
  >;
  const endorsed = endorsedAction(envelope);
  return {
    ...answer,
    payload: Buffer.from(endorsed.getProposalResponsePayload_asU8()).toString('base64'),
    endorsements: endorsed.getEndorsementsList().map((endorsement) => {
      const endorser = endorsement.getEndorser_asU8();
      const identity = msp.SerializedIdentity.deserializeBinary(endorser);
      return {
        mspId: identity.getMspid(),
        certificate: new X509Certificate(identity.getIdBytes_asU8()).toString(),
        signature: Buffer.from(endorsement.getSignature_asU8()).toString('base64'),
        endorser: Buffer.from(endorser).toString('base64'),
      };
    }),
  };
}

/** PreparedTransaction > Envelope > Payload > Transaction > ChaincodeActionPayload > ChaincodeEndorsedAction. */
function endorsedAction(prepared: Uint8Array): peer.ChaincodeEndorsedAction {
  const envelope = gateway.PreparedTransaction.deserializeBinary(prepared).getEnvelope();
  const payload = common.Payload.deserializeBinary(envelope?.getPayload_asU8() ?? new Uint8Array());
  const [action] = peer.Transaction.deserializeBinary(payload.getData_asU8()).getActionsList();
  const endorsed =
    action && peer.ChaincodeActionPayload.deserializeBinary(action.getPayload_asU8()).getAction();
  if (endorsed === undefined) throw new Error('the endorsed transaction has no action');
  return endorsed;
}

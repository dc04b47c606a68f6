/** Checks a statement as somebody does who has nothing but the organisations' root certificates. */
import { verify, X509Certificate } from 'node:crypto';
import { msp, peer } from '@hyperledger/fabric-protos';
import type { Resource } from '@commonwatt/client';

export type SignedStatement = Pick<Resource<'/v1/statements/{id}'>, 'payload' | 'endorsements'>;

/**
 * MSP ids of the organisations whose peers signed this payload.
 *
 * @param roots PEM by MSP id
 */
export function signersOf({ payload, endorsements }: SignedStatement, roots: ReadonlyMap<string, string>) {
  return endorsements.flatMap(({ endorser, signature }) => {
    const signer = Buffer.from(endorser, 'base64');
    const identity = msp.SerializedIdentity.deserializeBinary(signer);
    const certificate = new X509Certificate(identity.getIdBytes_asU8());
    const root = new X509Certificate(roots.get(identity.getMspid()) ?? '');
    const isPeer =
      certificate.checkIssued(root) &&
      certificate.verify(root.publicKey) &&
      certificate.subject.split('\n').includes('OU=peer');
    const signed = Buffer.concat([Buffer.from(payload, 'base64'), signer]);
    const isSigned = verify('sha256', signed, certificate.publicKey, Buffer.from(signature, 'base64'));
    return isPeer && isSigned ? [identity.getMspid()] : [];
  });
}

/** What the peers answered, as it stands in what they signed. */
export function answerIn({ payload }: SignedStatement): unknown {
  const response = peer.ProposalResponsePayload.deserializeBinary(Buffer.from(payload, 'base64'));
  const action = peer.ChaincodeAction.deserializeBinary(response.getExtension_asU8());
  const answer = Buffer.from(action.getResponse()?.getPayload_asU8() ?? new Uint8Array());
  return JSON.parse(answer.toString('utf8'));
}

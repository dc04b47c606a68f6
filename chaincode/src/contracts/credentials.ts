import { createHash, X509Certificate } from 'node:crypto';
import type { Context } from 'fabric-contract-api';
import { boundedMemo } from '../domain/bounded-memo';
import { enrolmentId } from '../domain/identifier';
import type { Credentials } from '../domain/identity/admit';

/** Callers whose parsed certificates are kept. */
const CERTIFICATES_KEPT = 2000;

const certificateFacts = boundedMemo(CERTIFICATES_KEPT, (pem) => {
  const certificate = new X509Certificate(pem);
  // Several common names come as an array: no such certificate has an enrolment id.
  const commonName: unknown = certificate.toLegacyObject().subject.CN;
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return {
    enrolmentId: enrolmentId.safeParse(commonName).data ?? null,
    keyHash: createHash('sha256').update(spki).digest('base64url'),
  };
});

/** What the caller's certificate says. The peer has checked certificate and signature. */
export function credentialsOf(identity: Context['clientIdentity']): Credentials {
  return {
    mspId: identity.getMSPID(),
    role: identity.getAttributeValue('role'),
    ...certificateFacts(Buffer.from(identity.getIDBytes()).toString()),
  };
}

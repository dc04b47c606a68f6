import { generateKeyPairSync } from 'node:crypto';
import { issueCertificate } from '../ledger/x509-certificate.ts';

const NOT_BEFORE_SEC = Date.UTC(2024, 0, 1) / 1000;
const NOT_AFTER_SEC = Date.UTC(2044, 0, 1) / 1000;

/** A new key with a self-signed certificate for the enrolment id, both in PEM. */
export function certificateOf(enrolmentId: string): { certificate: string; privateKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = [['CN', enrolmentId]] as const;
  const certificate = issueCertificate(
    {
      serial: Buffer.of(1),
      issuer: name,
      subject: name,
      subjectKey: publicKey,
      issuerKey: publicKey,
      notBeforeSec: NOT_BEFORE_SEC,
      notAfterSec: NOT_AFTER_SEC,
      isAuthority: false,
    },
    privateKey,
  );
  return { certificate, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

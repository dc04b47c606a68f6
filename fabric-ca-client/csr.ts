/** Certificate signing requests (PKCS#10), written and read by hand: a name, a public key and a signature is all a CA needs. */
import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { der, derElements, derInteger, derSequence } from './der.ts';
import { signLowS } from './key.ts';

const COMMON_NAME = Buffer.from([0x55, 0x04, 0x03]);
const OID_COMMON_NAME = der(0x06, COMMON_NAME);
const OID_ECDSA_WITH_SHA256 = Buffer.from([0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]);
const UTF8_STRING = 0x0c;
const BIT_STRING = 0x03;
const SET = 0x31;
const ATTRIBUTES = 0xa0;
const NO_UNUSED_BITS = Buffer.from([0]);

/**
 * A signing request for a P-256 key.
 *
 * @param commonName the subject's only attribute
 * @returns PEM
 */
export function certificateRequest(commonName: string, key: KeyObject): string {
  const name = derSequence(OID_COMMON_NAME, der(UTF8_STRING, Buffer.from(commonName)));
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const info = derSequence(derInteger(0n), derSequence(der(SET, name)), publicKey, der(ATTRIBUTES));
  const signature = der(BIT_STRING, NO_UNUSED_BITS, signLowS(info, key));
  return pem('CERTIFICATE REQUEST', derSequence(info, derSequence(OID_ECDSA_WITH_SHA256), signature));
}

/** What a signing request asks for. */
export interface RequestedCertificate {
  readonly commonName: string | undefined;
  readonly publicKey: KeyObject;
}

/**
 * Reads a signing request; its signature is the CA's to verify.
 *
 * @param request PEM
 * @returns undefined for what is none
 */
export function readCertificateRequest(request: string): RequestedCertificate | undefined {
  const bytes = Buffer.from(request.replaceAll(/-----[A-Z ]+-----/g, ''), 'base64');
  try {
    // CertificationRequest: CertificationRequestInfo: version, subject, subjectPKInfo.
    const [info] = derElements(derElements(bytes)[0]?.content);
    const [, subject, publicKey] = derElements(info?.content);
    const spki = derSequence(publicKey?.content ?? Buffer.alloc(0));
    return {
      commonName: commonNameIn(subject?.content),
      publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }),
    };
  } catch {
    return undefined;
  }
}

/** @param subject a sequence of sets of attributes, each an OID and a text */
function commonNameIn(subject: Buffer | undefined): string | undefined {
  const attributes = derElements(subject).flatMap(({ content }) => derElements(content));
  const pairs = attributes.map(({ content }) => derElements(content));
  const [, value] = pairs.find(([type]) => type?.content.equals(COMMON_NAME) === true) ?? [];
  return value?.content.toString('utf8');
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

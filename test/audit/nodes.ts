import { createHash, sign, type KeyObject } from 'node:crypto';
import { keyPairOf } from '../ledger/index.ts';
import * as der from '../ledger/der.ts';
import { issueCertificate } from '../ledger/x509-certificate.ts';
import { message } from './protobuf-writer.ts';

/** Order of the group of P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const SCALAR_BYTES = 32;

/** Whoever signs for Fabric. */
export interface SigningIdentity {
  readonly mspId: string;
  /** PEM */
  readonly certificate: string;
  readonly privateKey: KeyObject;
}

/** MSP id and certificate, as they stand before every signature. */
export function serialised({ mspId, certificate }: Pick<SigningIdentity, 'mspId' | 'certificate'>): Buffer {
  return message([1, mspId], [2, certificate]);
}

/** Signs as Fabric wants it: DER, of both values of s the lower one. */
export function signFor(
  { privateKey }: Pick<SigningIdentity, 'privateKey'>,
  bytes: Uint8Array,
  low = true,
): Buffer {
  const pair = sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const s = BigInt(`0x${pair.toString('hex', SCALAR_BYTES)}`);
  const chosen = s > ORDER / 2n === low ? ORDER - s : s;
  const scalar = Buffer.from(chosen.toString(16).padStart(2 * SCALAR_BYTES, '0'), 'hex');
  return der.sequence(der.integer(pair.subarray(0, SCALAR_BYTES)), der.integer(scalar));
}

/** A peer or ordering node; its certificate comes from the authority of the organisation of this MSP id. */
export function makeNode(mspId: string, unit: 'peer' | 'orderer', authority = mspId): SigningIdentity {
  const name = authority.replace(/MSP$/, '');
  const keys = keyPairOf(`${unit} of ${mspId}`);
  const issuer = keyPairOf(`${authority} authority`);
  const content = {
    serial: createHash('sha256').update(`${unit} ${mspId} ${authority}`).digest().subarray(0, 16),
    issuer: [
      ['O', name],
      ['CN', `ca.${name.toLowerCase()}`],
    ],
    subject: [
      ['OU', unit],
      ['CN', unit],
    ],
    subjectKey: keys.publicKey,
    issuerKey: issuer.publicKey,
    notBeforeSec: 1_577_836_800,
    notAfterSec: 2_524_607_999,
    isAuthority: false,
  } as const;
  return { mspId, certificate: issueCertificate(content, issuer.privateKey), privateKey: keys.privateKey };
}

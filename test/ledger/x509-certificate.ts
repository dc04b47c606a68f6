import { createHash, sign, type KeyObject } from 'node:crypto';
import * as der from './der.ts';

/** A distinguished name, in the order of its certificate. */
export type DistinguishedName = readonly (readonly [type: keyof typeof NAME_TYPES, value: string])[];

/** What a certificate says; it is signed with ECDSA over SHA-256. */
export interface CertificateContent {
  readonly serial: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly subjectKey: KeyObject;
  readonly issuerKey: KeyObject;
  readonly notBeforeSec: number;
  readonly notAfterSec: number;
  readonly isAuthority: boolean;
  /** Default: what is usual for an authority, or for others. */
  readonly hasKeyUsage?: boolean;
  /** Attributes that a chaincode reads through its client identity. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const NAME_TYPES = { CN: '2.5.4.3', O: '2.5.4.10', OU: '2.5.4.11' } as const;

const ECDSA_WITH_SHA256 = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2'));
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35';
/** Fabric CA's extension: the attributes as JSON. */
const FABRIC_ATTRIBUTES = '1.2.3.4.5.6.7.8.1';

const DIGITAL_SIGNATURE = der.bitString(Buffer.from([0x80]), 7);
const SIGN_CERTIFICATES_AND_LISTS = der.bitString(Buffer.from([0x06]), 1);

/** An X.509 v3 certificate in PEM. */
export function issueCertificate(content: CertificateContent, issuerPrivateKey: KeyObject): string {
  const body = toBeSigned(content);
  const signature = sign('sha256', body, issuerPrivateKey);
  const certificate = der.sequence(body, ECDSA_WITH_SHA256, der.bitString(signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function toBeSigned(content: CertificateContent): Buffer {
  const versionThree = der.explicit(0, der.integer(Buffer.from([2])));
  return der.sequence(
    versionThree,
    der.integer(content.serial),
    ECDSA_WITH_SHA256,
    name(content.issuer),
    der.sequence(der.utcTime(content.notBeforeSec), der.utcTime(content.notAfterSec)),
    name(content.subject),
    publicKeyInfo(content.subjectKey),
    der.explicit(3, der.sequence(...extensions(content))),
  );
}

function name(parts: DistinguishedName): Buffer {
  return der.sequence(
    ...parts.map(([type, value]) =>
      der.set(der.sequence(der.objectIdentifier(NAME_TYPES[type]), der.utf8String(value))),
    ),
  );
}

const publicKeyInfo = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** RFC 5280, 4.2.1.2: a hash that names the key; which hash is the issuer's choice. */
const keyIdentifier = (key: KeyObject): Buffer =>
  createHash('sha256').update(publicKeyInfo(key)).digest().subarray(0, 20);

function extensions(content: CertificateContent): Buffer[] {
  const { isAuthority, hasKeyUsage = true, subjectKey, issuerKey, attributes } = content;
  const constraints = isAuthority ? der.sequence(der.boolean(true)) : der.sequence();
  const usual = [
    ...(hasKeyUsage
      ? [extension(KEY_USAGE, true, isAuthority ? SIGN_CERTIFICATES_AND_LISTS : DIGITAL_SIGNATURE)]
      : []),
    extension(BASIC_CONSTRAINTS, true, constraints),
    extension(SUBJECT_KEY_IDENTIFIER, false, der.octetString(keyIdentifier(subjectKey))),
    extension(AUTHORITY_KEY_IDENTIFIER, false, der.sequence(der.implicit(0, keyIdentifier(issuerKey)))),
  ];
  if (attributes === undefined) return usual;
  return [...usual, extension(FABRIC_ATTRIBUTES, false, Buffer.from(JSON.stringify({ attrs: attributes })))];
}

function extension(identifier: string, critical: boolean, value: Uint8Array): Buffer {
  const flag = critical ? [der.boolean(true)] : [];
  return der.sequence(der.objectIdentifier(identifier), ...flag, der.octetString(value));
}

import { createHash, verify, X509Certificate, type KeyObject } from 'node:crypto';
import type { ChannelConfig, Msp } from './channel-config.ts';
import { DER, derChild, derElements } from './der.ts';
import { Message, Unreadable } from './protobuf.ts';

/** Who signed something. */
export interface Identity {
  readonly mspId: string;
  /** Common name of the certificate; empty if it has not exactly one. */
  readonly enrolmentId: string;
  /** Its attribute `role`, which the organisation's certificate authority gave. */
  readonly role: string | null;
  /** Its kind of node or user: peer, orderer, client, admin. */
  readonly units: readonly string[];
  readonly publicKey: KeyObject;
  /** SHA-256 of the public key (SubjectPublicKeyInfo), base64url. */
  readonly keyHash: string;
  /** Issued by its organisation's certificate authority and not revoked. */
  readonly isMember: boolean;
}

/** The identities that meet in a channel, each certificate parsed and checked once per channel configuration. */
export class Identities {
  readonly #msps: ReadonlyMap<string, Msp>;
  readonly #known = new Map<string, Identity>();

  constructor(config: ChannelConfig) {
    this.#msps = config.msps;
  }

  /** @throws Unreadable */
  of(serialised: Buffer): Identity {
    const key = serialised.toString('latin1');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const message = new Message(serialised);
    const identity = readIdentity(message.text(1), message.bytes(2), this.#msps.get(message.text(1)));
    this.#known.set(key, identity);
    return identity;
  }
}

/** Whether this is the identity's signature, in the one form (low S) that Fabric takes. */
export function isSignature(
  identity: Pick<Identity, 'publicKey'>,
  bytes: Buffer,
  signature: Buffer,
): boolean {
  return isLowS(signature) && verify('sha256', bytes, identity.publicKey, signature);
}

function readIdentity(mspId: string, pem: Buffer, msp: Msp | undefined): Identity {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
  } catch {
    throw new Unreadable('an identity is no certificate');
  }
  // Of several common names or units this is an array, whatever its type says.
  const { CN, OU } = certificate.toLegacyObject().subject as unknown as { CN: unknown; OU: unknown };
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return {
    mspId,
    enrolmentId: typeof CN === 'string' ? CN : '',
    role: roleOf(certificate),
    units: [OU].flat().filter((unit) => typeof unit === 'string'),
    publicKey: certificate.publicKey,
    keyHash: createHash('sha256').update(spki).digest('base64url'),
    isMember: msp !== undefined && !msp.revoked.has(certificate.serialNumber) && isIssuedBy(msp, certificate),
  };
}

function isIssuedBy(msp: Msp, certificate: X509Certificate): boolean {
  const isSignedBy = (authority: X509Certificate) =>
    authority.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
  return (
    msp.roots.some(isSignedBy) ||
    msp.intermediates.some(
      (authority) => authority !== certificate && isSignedBy(authority) && isIssuedBy(msp, authority),
    )
  );
}

/** Object identifier 1.2.3.4.5.6.7.8.1, under which Fabric CA writes attributes, as JSON. */
const ATTRIBUTES = Buffer.from('2a03040506070801', 'hex');

function roleOf(certificate: X509Certificate): string | null {
  const [toBeSigned] = derElements(derChild(derElements(certificate.raw), 0, DER.sequence).content);
  const extensions = derElements(toBeSigned?.content ?? Buffer.alloc(0)).find(
    ({ tag }) => tag === DER.context3,
  );
  if (extensions === undefined) return null;
  for (const { content } of derElements(derChild(derElements(extensions.content), 0, DER.sequence).content)) {
    const fields = derElements(content);
    if (!derChild(fields, 0, DER.objectIdentifier).content.equals(ATTRIBUTES)) continue;
    const text = derChild(fields, fields.length - 1, DER.octetString).content.toString('utf8');
    return roleIn(text);
  }
  return null;
}

function roleIn(attributes: string): string | null {
  try {
    const { attrs } = JSON.parse(attributes) as { attrs?: { role?: unknown } };
    return typeof attrs?.role === 'string' ? attrs.role : null;
  } catch {
    throw new Unreadable('the attributes of a certificate are no JSON');
  }
}

/** Half of the order of the curve P-256: of both signatures that fit, Fabric takes the one with S below it. */
const HALF_ORDER = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n;

function isLowS(signature: Buffer): boolean {
  try {
    const parts = derElements(derChild(derElements(signature), 0, DER.sequence).content);
    return BigInt(`0x${derChild(parts, 1, DER.integer).content.toString('hex')}`) <= HALF_ORDER;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof SyntaxError) return false;
    throw error;
  }
}

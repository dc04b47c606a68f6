import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { DER, derChild, derElements } from './der.ts';
import { Message, Unreadable } from './protobuf.ts';
import type { Endorsement } from './transaction.ts';

/** Membership service of an organisation: whose certificates are its own. */
export interface Msp {
  readonly id: string;
  readonly roots: readonly X509Certificate[];
  readonly intermediates: readonly X509Certificate[];
  /** Serial numbers, in upper-case hexadecimal. */
  readonly revoked: ReadonlySet<string>;
}

export interface Consenter {
  readonly mspId: string;
  readonly publicKey: KeyObject;
}

/** The channel configuration, as far as it decides whose signatures count. */
export interface ChannelConfig {
  readonly msps: ReadonlyMap<string, Msp>;
  /** MSP ids of the organisations that endorse. */
  readonly members: readonly string[];
  readonly ordering: 'BFT' | 'other';
  /** MSP ids of the organisations that order. */
  readonly orderers: readonly string[];
  readonly consenters: ReadonlyMap<number, Consenter>;
}

/** A configuration with the update that led to it. */
export interface Configuration {
  readonly config: ChannelConfig;
  /** Signatures of those who wanted the change, over their header and the update; none on the first configuration. */
  readonly signatures: readonly Endorsement[];
  readonly signedBytes: readonly Buffer[];
}

/** Reads the content of a configuration transaction. @throws Unreadable */
export function readConfiguration(data: Buffer): Configuration {
  const envelope = new Message(data);
  const channel = envelope.message(1).message(2);
  const application = organisationsOf(channel, 'Application');
  const ordering = organisationsOf(channel, 'Orderer');
  const ordererValues = channel.map(2).get('Orderer')?.map(3);
  const consensus = ordererValues?.get('ConsensusType')?.message(2).text(1);
  const update = envelope.message(2).message(1).message(2);
  const signatures = update.all(2);
  return {
    config: {
      msps: new Map([...ordering, ...application].map((msp) => [msp.id, msp])),
      members: application.map(({ id }) => id),
      ordering: consensus === 'BFT' ? 'BFT' : 'other',
      orderers: ordering.map(({ id }) => id),
      consenters: consentersOf(ordererValues?.get('Orderers')?.message(2)),
    },
    signatures: signatures.map((entry) => ({
      endorser: entry.message(1).bytes(1),
      signature: entry.bytes(2),
    })),
    signedBytes: signatures.map((entry) => Buffer.concat([entry.bytes(1), update.bytes(1)])),
  };
}

function organisationsOf(channel: Message, group: string): Msp[] {
  const organisations = channel.map(2).get(group)?.map(2).values() ?? [];
  return [...organisations].flatMap((organisation) => {
    const value = organisation.map(3).get('MSP');
    return value === undefined ? [] : [readMsp(value.message(2).message(2))];
  });
}

function readMsp(msp: Message): Msp {
  const certificates = (field: number) =>
    msp.allBytes(field).map((pem) => orUnreadable(() => new X509Certificate(pem)));
  return {
    id: msp.text(1),
    roots: certificates(2),
    intermediates: certificates(3),
    revoked: new Set(msp.allBytes(5).flatMap(revokedSerials)),
  };
}

function consentersOf(orderers: Message | undefined): Map<number, Consenter> {
  return new Map(
    orderers
      ?.all(1)
      .map((consenter) => [
        consenter.number(1),
        { mspId: consenter.text(4), publicKey: orUnreadable(() => createPublicKey(consenter.bytes(5))) },
      ]),
  );
}

function orUnreadable<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new Unreadable('a certificate in the channel configuration');
  }
}

/** Serial numbers in a certificate revocation list (RFC 5280, 5.1), PEM or DER. */
function revokedSerials(list: Buffer): string[] {
  const body = /-----BEGIN X509 CRL-----([^-]*)-----END/.exec(list.toString('latin1'))?.[1];
  const der = body === undefined ? list : Buffer.from(body, 'base64');
  const [toBeSigned] = derElements(derChild(derElements(der), 0, DER.sequence).content);
  // Version, algorithm, issuer and times stand before; of sequences, the third is the list of revoked certificates.
  const revoked = derElements(toBeSigned?.content ?? Buffer.alloc(0)).filter(
    ({ tag }) => tag === DER.sequence,
  )[2];
  return derElements(revoked?.content ?? Buffer.alloc(0)).map(({ content }) =>
    derChild(derElements(content), 0, DER.integer).content.toString('hex').replace(/^00/, '').toUpperCase(),
  );
}

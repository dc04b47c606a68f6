import { createHash } from 'node:crypto';
import { Message, Unreadable } from './protobuf.ts';

/** Where a value was written: block number and position in the block. */
export interface Version {
  readonly block: number;
  readonly transaction: number;
}

export interface Read {
  readonly key: string;
  /** Null where the key did not exist. */
  readonly version: Version | null;
}

export interface Write {
  readonly key: string;
  /** Null deletes the key. */
  readonly value: Buffer | null;
}

/** What a transaction read and wrote in one chaincode's state, or (by hashes only) in one of its private collections. */
export interface StateAccess {
  /** The chaincode's name. */
  readonly namespace: string;
  /** Empty for the state that everybody sees; in a private collection, keys are hashes in hexadecimal. */
  readonly collection: string;
  readonly reads: readonly Read[];
  readonly writes: readonly Write[];
  /** Range scans; only peers with the whole state can repeat them. */
  readonly scans: number;
  /** Rules of endorsement set for single keys. */
  readonly keyPolicies: number;
}

export interface Endorsement {
  readonly endorser: Buffer;
  readonly signature: Buffer;
}

/** What the endorsers of a transaction executed and signed. */
export interface Invocation {
  /** The one that endorsers executed. */
  readonly chaincode: string;
  /** Method name first. */
  readonly args: readonly Buffer[];
  readonly access: readonly StateAccess[];
  /** What the endorsers say they were asked, and what this transaction says: both must be the same. */
  readonly endorsedProposalHash: Buffer;
  readonly proposalHash: Buffer;
  readonly proposalResponse: Buffer;
  readonly endorsements: readonly Endorsement[];
}

export interface Envelope {
  readonly kind: 'configuration' | 'invocation' | 'other';
  readonly channel: string;
  readonly id: string;
  /** The id that follows from creator and nonce. */
  readonly derivedId: string;
  readonly timestampSec: number;
  readonly creator: Buffer;
  /** What the creator signed. */
  readonly payload: Buffer;
  readonly signature: Buffer;
  /** The content: a configuration, or an invocation for {@link readInvocation}. */
  readonly data: Buffer;
  readonly channelHeader: Buffer;
}

const CONFIGURATION = 1;
const ENDORSER_TRANSACTION = 3;

/** @throws Unreadable */
export function readEnvelope(bytes: Buffer): Envelope {
  const envelope = new Message(bytes);
  // Two envelopes in the place of one have the same hash, and the first would be hidden behind the second. Ordering
  // nodes encode envelopes anew, so that no client can bring this about.
  if (envelope.allBytes(1).length > 1) throw new Unreadable('two transactions in the place of one');
  const payload = envelope.inBytes(1);
  const header = payload.message(1);
  const channelHeader = header.inBytes(1);
  const signatureHeader = header.inBytes(2);
  const type = channelHeader.number(1);
  const hash = createHash('sha256').update(signatureHeader.bytes(2)).update(signatureHeader.bytes(1));
  return {
    kind: type === CONFIGURATION ? 'configuration' : type === ENDORSER_TRANSACTION ? 'invocation' : 'other',
    channel: channelHeader.text(4),
    id: channelHeader.text(5),
    derivedId: hash.digest('hex'),
    timestampSec: channelHeader.message(3).number(1),
    creator: signatureHeader.bytes(1),
    payload: envelope.bytes(1),
    signature: envelope.bytes(2),
    data: payload.bytes(2),
    channelHeader: header.bytes(1),
  };
}

/**
 * What clients only claim (the chaincode in the specification, a header beside the one that was endorsed) is left out,
 * as peers do.
 *
 * @throws Unreadable
 */
export function readInvocation({ kind, data, channelHeader }: Envelope): Invocation {
  if (kind !== 'invocation') throw new Unreadable('no transaction of a chaincode');
  const actions = new Message(data).all(1);
  const [action] = actions;
  if (action === undefined || actions.length > 1) throw new Unreadable('not exactly one action');
  const payload = action.inBytes(2);
  const proposal = payload.bytes(1);
  const endorsed = payload.message(2);
  const proposalResponse = endorsed.inBytes(1);
  const result = proposalResponse.inBytes(2);
  const specification = new Message(proposal).inBytes(1).message(1);
  return {
    chaincode: result.message(4).text(2),
    args: specification.message(3).allBytes(1),
    access: result.inBytes(1).all(2).flatMap(readAccess),
    endorsedProposalHash: proposalResponse.bytes(1),
    proposalHash: createHash('sha256')
      .update(channelHeader)
      .update(action.bytes(1))
      .update(proposal)
      .digest(),
    proposalResponse: endorsed.bytes(1),
    endorsements: endorsed.all(2).map((entry) => ({ endorser: entry.bytes(1), signature: entry.bytes(2) })),
  };
}

function readAccess(entry: Message): StateAccess[] {
  const namespace = entry.text(1);
  const publicSet = entry.inBytes(2);
  return [
    {
      namespace,
      collection: '',
      reads: publicSet.all(1).map((read) => ({ key: read.text(1), version: readVersion(read) })),
      writes: publicSet.all(3).map((write) => ({ key: write.text(1), value: readValue(write) })),
      scans: publicSet.allBytes(2).length,
      keyPolicies: publicSet.allBytes(4).length,
    },
    ...entry.all(3).map((collection) => {
      const hashedSet = collection.inBytes(2);
      return {
        namespace,
        collection: collection.text(1),
        reads: hashedSet
          .all(1)
          .map((read) => ({ key: read.bytes(1).toString('hex'), version: readVersion(read) })),
        writes: hashedSet
          .all(2)
          .map((write) => ({ key: write.bytes(1).toString('hex'), value: readValue(write) })),
        scans: 0,
        keyPolicies: hashedSet.allBytes(3).length,
      };
    }),
  ];
}

function readVersion(read: Message): Version | null {
  if (!read.has(2)) return null;
  const version = read.message(2);
  return { block: version.number(1), transaction: version.number(2) };
}

function readValue(write: Message): Buffer | null {
  return write.number(2) === 1 ? null : write.bytes(3);
}

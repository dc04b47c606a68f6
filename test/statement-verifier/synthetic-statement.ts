/** Statements as peers would sign them, with keys of the test: any part of them can be another one. */
import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import { common, ledger, msp, peer } from '@hyperledger/fabric-protos';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { signLowS } from '../../fabric-ca-client/index.ts';
import { keyPairOf } from '../ledger/organisation.ts';
import { issueCertificate } from '../ledger/x509-certificate.ts';

export const CHANNEL = 'commonwatt';
export const CHAINCODE = 'market';
export const ID = 'coin/abc.0';
/** Of every statement, unless it says otherwise. */
export const AT_SEC = Date.UTC(2026, 0, 15) / 1000;
const YEAR_SEC = 365 * 86_400;

export interface Signer {
  readonly mspId: string;
  /** PEM. */
  readonly certificate: string;
  readonly privateKey: KeyObject;
}

interface CertificateOptions {
  readonly units?: readonly string[];
  readonly isAuthority?: boolean;
  readonly hasKeyUsage?: boolean;
  readonly notBeforeSec?: number;
  readonly notAfterSec?: number;
}

/** A certificate authority with its own key; another `seed` makes another one of the same name. */
export class Authority {
  readonly mspId: string;
  /** PEM; by itself, or by the authority above it. */
  readonly certificate: string;
  readonly #name: readonly (readonly ['CN', string])[];
  readonly #keys: ReturnType<typeof keyPairOf>;

  constructor(
    mspId: string,
    { seed = mspId, above, ...options }: CertificateOptions & { seed?: string; above?: Authority } = {},
  ) {
    this.mspId = mspId;
    const name = above === undefined ? `ca.${mspId}` : `intermediate.${mspId}`;
    this.#name = [['CN', name]];
    this.#keys = keyPairOf(`${seed} ${name}`);
    const subject = { subject: this.#name, subjectKey: this.#keys.publicKey };
    this.certificate = (above ?? this).issue(subject, { isAuthority: true, ...options });
  }

  peer(options: CertificateOptions = {}): Signer {
    const { privateKey, publicKey } = keyPairOf(`${this.mspId} peer`);
    const units = (options.units ?? ['peer']).map((unit) => ['OU', unit] as const);
    const subject = [...units, ['CN', `peer0.${this.mspId}`] as const];
    return {
      mspId: this.mspId,
      certificate: this.issue({ subject, subjectKey: publicKey }, options),
      privateKey,
    };
  }

  issue(
    subject: { subject: readonly (readonly ['CN' | 'OU', string])[]; subjectKey: KeyObject },
    {
      isAuthority = false,
      hasKeyUsage = true,
      notBeforeSec = AT_SEC - YEAR_SEC,
      notAfterSec = AT_SEC + YEAR_SEC,
    }: CertificateOptions,
  ): string {
    const content = { ...subject, isAuthority, hasKeyUsage, notBeforeSec, notAfterSec };
    return issueCertificate(
      { ...content, serial: Buffer.of(1), issuer: this.#name, issuerKey: this.#keys.publicKey },
      this.#keys.privateKey,
    );
  }
}

export interface StatementParts {
  readonly channel: string;
  readonly chaincode: string;
  /** Chaincode that the answer names. */
  readonly answeredBy: string;
  readonly args: readonly string[];
  readonly answer: object;
  readonly status: number;
  readonly atSec: number;
  readonly write: { readonly key: string } | null;
  readonly event: boolean;
  readonly transient: boolean;
  readonly transactionId: string | null;
  readonly proposalHash: Uint8Array | null;
  readonly signers: readonly Signer[];
}

export interface SyntheticStatement {
  channel: string;
  id: string;
  value: unknown;
  call: { channelHeader: string; signatureHeader: string; payload: string };
  payload: string;
  endorsements: { mspId: string; certificate: string; endorser: string; signature: string }[];
}

/** A statement about {@link ID}, proper but for the parts that are given. */
export function makeStatement(
  given: Partial<StatementParts> & Pick<StatementParts, 'signers'>,
): SyntheticStatement {
  const answer = { channel: CHANNEL, id: ID, value: { v: 1, amount: '500', units: 7 } };
  const parts: StatementParts = {
    ...{ channel: CHANNEL, chaincode: CHAINCODE, answeredBy: CHAINCODE, status: 200, atSec: AT_SEC },
    ...{ args: ['statements:statement', JSON.stringify({ id: ID })], answer },
    ...{ write: null, event: false, transient: false, transactionId: null, proposalHash: null },
    ...given,
  };
  const call = makeCall(parts);
  const proposalHash = createHash('sha256')
    .update(call.channelHeader)
    .update(call.signatureHeader)
    .update(call.payload)
    .digest();
  const payload = makePayload(parts, parts.proposalHash ?? proposalHash);
  return {
    ...(parts.answer as Pick<SyntheticStatement, 'channel' | 'id' | 'value'>),
    call: {
      channelHeader: toBase64(call.channelHeader),
      signatureHeader: toBase64(call.signatureHeader),
      payload: toBase64(call.payload),
    },
    payload: toBase64(payload),
    endorsements: parts.signers.map((signer) => endorse(payload, signer)),
  };
}

/** A signer's signature under any payload, as it stands in a statement. */
export function endorse(payload: Uint8Array, { mspId, certificate, privateKey }: Signer) {
  const endorser = identityOf(mspId, certificate);
  return {
    mspId,
    certificate: new X509Certificate(certificate).toString(),
    endorser: toBase64(endorser),
    signature: toBase64(signLowS(Buffer.concat([payload, endorser]), privateKey)),
  };
}

function makeCall({ channel, chaincode, args, atSec, transient, transactionId }: StatementParts) {
  const creator = identityOf('RiversideMSP', 'a certificate');
  const nonce = Buffer.from('nonce');
  const id = createHash('sha256').update(nonce).update(creator).digest('hex');
  const chaincodeId = new peer.ChaincodeID();
  chaincodeId.setName(chaincode);
  const extension = new peer.ChaincodeHeaderExtension();
  extension.setChaincodeId(chaincodeId);
  const header = new common.ChannelHeader();
  header.setType(common.HeaderType.ENDORSER_TRANSACTION);
  const at = new timestamps.Timestamp();
  at.setSeconds(atSec);
  header.setTimestamp(at);
  header.setChannelId(channel);
  header.setTxId(transactionId ?? id);
  header.setExtension$(extension.serializeBinary());
  const signatureHeader = new common.SignatureHeader();
  signatureHeader.setCreator(creator);
  signatureHeader.setNonce(nonce);
  return {
    channelHeader: header.serializeBinary(),
    signatureHeader: signatureHeader.serializeBinary(),
    payload: proposalPayload(chaincodeId, args, transient),
  };
}

function proposalPayload(chaincodeId: peer.ChaincodeID, args: readonly string[], transient: boolean) {
  const input = new peer.ChaincodeInput();
  input.setArgsList(args.map((argument) => Buffer.from(argument)));
  const spec = new peer.ChaincodeSpec();
  spec.setChaincodeId(chaincodeId);
  spec.setInput(input);
  const invocation = new peer.ChaincodeInvocationSpec();
  invocation.setChaincodeSpec(spec);
  const payload = new peer.ChaincodeProposalPayload();
  payload.setInput(invocation.serializeBinary());
  if (transient) payload.getTransientmapMap().set('more', Buffer.from('hidden'));
  return payload.serializeBinary();
}

function makePayload({ answer, answeredBy, status, write, event }: StatementParts, hash: Uint8Array) {
  const chaincodeId = new peer.ChaincodeID();
  chaincodeId.setName(answeredBy);
  const response = new peer.Response();
  response.setStatus(status);
  response.setPayload(Buffer.from(JSON.stringify(answer)));
  const action = new peer.ChaincodeAction();
  action.setChaincodeId(chaincodeId);
  action.setResponse(response);
  action.setResults(readWriteSet(write));
  if (event) action.setEvents(Buffer.of(0x0a, 0x01, 0x78));
  const payload = new peer.ProposalResponsePayload();
  payload.setProposalHash(hash);
  payload.setExtension$(action.serializeBinary());
  return payload.serializeBinary();
}

function readWriteSet(write: StatementParts['write']): Uint8Array {
  const read = new ledger.rwset.kvrwset.KVRead();
  read.setKey('coin');
  const accesses = new ledger.rwset.kvrwset.KVRWSet();
  accesses.addReads(read);
  if (write !== null) {
    const entry = new ledger.rwset.kvrwset.KVWrite();
    entry.setKey(write.key);
    accesses.addWrites(entry);
  }
  const namespaced = new ledger.rwset.NsReadWriteSet();
  namespaced.setNamespace(CHAINCODE);
  namespaced.setRwset(accesses.serializeBinary());
  const set = new ledger.rwset.TxReadWriteSet();
  set.addNsRwset(namespaced);
  return set.serializeBinary();
}

function identityOf(mspId: string, certificate: string): Uint8Array {
  const identity = new msp.SerializedIdentity();
  identity.setMspid(mspId);
  identity.setIdBytes(Buffer.from(certificate));
  return identity.serializeBinary();
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

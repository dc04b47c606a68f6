import { X509Certificate } from 'node:crypto';
import { msp } from '@hyperledger/fabric-protos';
import { makeStatement, parseRecordName } from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import type { Attestation, Call, Endorsement } from '../fabric/ledger.ts';
import type { LedgerIdentity } from '../fabric/wallet.ts';
import { MAX_COINS } from './choose-coins.ts';
import { inFreshView } from './fresh-view.ts';
import { requireCustody } from './key-custody.ts';
import type { Question } from './questions.ts';
import type { Services } from './services.ts';
import { requireVisible } from './visibility.ts';

/** One peer's word for an answer. */
export interface StatementEndorsement {
  readonly mspId: string;
  /** The peer's certificate, PEM. */
  readonly certificate: string;
  /** ECDSA (DER) over SHA-256 of payload followed by endorser, base64. */
  readonly signature: string;
  /** SerializedIdentity as signed, base64. */
  readonly endorser: string;
}

/** What the ledger says of a record, and the peers that say so. What is binary is in base64. */
export interface Statement {
  readonly channel: string;
  readonly id: string;
  readonly value: unknown;
  /** The question; the signed payload names its hash. */
  readonly call: {
    readonly channelHeader: string;
    readonly signatureHeader: string;
    readonly payload: string;
  };
  /** ProposalResponsePayload: holds the answer, and is what the peers signed. */
  readonly payload: string;
  readonly endorsements: readonly StatementEndorsement[];
}

/**
 * Has a record, or the balance of an account, stated by peers of Regulator, Utility and a community: the endorsement of
 * a read-only method, never sent for ordering. Anyone can check it against the organisations' root certificates.
 *
 * @throws BusinessError, Conflict, Unavailable
 * @throws Problem KEY_CUSTODY_CONFLICT for one who keeps the key: peers are asked in the caller's name
 */
export async function state(services: Services, caller: Caller, id: string): Promise<Statement> {
  requireCustody(caller);
  const { ledger } = services;
  return inFreshView(ledger.projection, async () =>
    attest(services, caller.identity, await questionAbout(services, caller, id)),
  );
}

/**
 * The same, or the question that one who keeps the key has to sign first.
 *
 * @throws BusinessError, Conflict, TooManyPending, Unavailable
 */
export async function stateOrAsk(
  services: Services,
  caller: Caller,
  id: string,
): Promise<Statement | Question> {
  if (caller.identity.keys === 'custodial') return state(services, caller, id);
  const call = await questionAbout(services, caller, id);
  return services.questions.ask(caller, (identity) => attest(services, identity, call));
}

/** A balance is of coins by name: the largest ones, as many as one statement takes. */
async function questionAbout({ ledger }: Services, caller: Caller, id: string): Promise<Call> {
  const name = parseRecordName(id);
  const command = name.type === 'balance' ? { id, coins: await coinsOf(name.account) } : { id };
  return { method: makeStatement.name, args: [JSON.stringify(command)] };

  async function coinsOf(owner: string): Promise<string[]> {
    requireVisible(caller, 'money', [owner]);
    const largest = { limit: MAX_COINS, by: 'amount', order: 'desc' } as const;
    const { items } = await ledger.readModel.coins.list({ owner }, largest);
    return items.map((coin) => coin.id);
  }
}

async function attest({ ledger }: Services, identity: LedgerIdentity, call: Call): Promise<Statement> {
  const attestation = await ledger.ledger.attest(identity, call);
  const { channelHeader, signatureHeader, payload } = attestation.call;
  return {
    ...answerIn(attestation),
    call: {
      channelHeader: toBase64(channelHeader),
      signatureHeader: toBase64(signatureHeader),
      payload: toBase64(payload),
    },
    payload: toBase64(attestation.payload),
    endorsements: attestation.endorsements.map(viewOf),
  };
}

function answerIn({ result }: Attestation): Pick<Statement, 'channel' | 'id' | 'value'> {
  return JSON.parse(Buffer.from(result).toString('utf8')) as Pick<Statement, 'channel' | 'id' | 'value'>;
}

function viewOf({ endorser, signature }: Endorsement): StatementEndorsement {
  const identity = msp.SerializedIdentity.deserializeBinary(endorser);
  return {
    mspId: identity.getMspid(),
    certificate: new X509Certificate(identity.getIdBytes_asU8()).toString(),
    signature: toBase64(signature),
    endorser: toBase64(endorser),
  };
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

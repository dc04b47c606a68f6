import { Discrepancy, must } from '../discrepancy.ts';
import type { ChannelConfig } from './channel-config.ts';
import { endorsingOrganisations, satisfiesRolePolicy } from './endorsement.ts';
import { Identities, isSignature, type Identity } from './identity.ts';
import { Unreadable } from './protobuf.ts';
import { readInvocation, type Envelope, type Invocation, type Version } from './transaction.ts';
import { Versions } from './versions.ts';

/** Fabric's names of the verdicts that can be derived from the blocks alone, by their number in a block's flags. */
const VERDICTS = {
  0: 'valid',
  4: 'creator signature invalid',
  5: 'endorsed for another proposal',
  8: 'transaction id wrong',
  9: 'transaction id used before',
  10: 'endorsement policy not satisfied',
  11: 'read a value that has changed',
} as const;
type Verdict = keyof typeof VERDICTS;

/** Refused because a range scan would give another result now: to be expected only where something was scanned. */
const PHANTOM_READ = 12;

/** A transaction of a chaincode, as this audit judges it. */
export interface JudgedInvocation {
  readonly envelope: Envelope;
  readonly invocation: Invocation;
  readonly caller: Identity;
  readonly isValid: boolean;
  /** It changes state that everybody sees. */
  readonly writesPublicState: boolean;
  /** MSP ids of the endorsing organisations, sorted. */
  readonly endorsers: readonly string[];
}

/**
 * Judges every transaction as each peer does when it commits a block, and compares with the flags that stand in the
 * block: ordering nodes do not sign these, so they are not believed.
 */
export class Validation {
  readonly #chaincode: string;
  readonly #checkSignatures: boolean;
  readonly #versions = new Versions();
  readonly #seen = new Map<string, number>();
  #config: ChannelConfig | undefined;
  #identities: Identities | undefined;
  /** Signatures of callers and endorsers that were checked. */
  signatures = 0;

  /** @param chaincode the market's, whose transactions are refused for reasons that can be derived, or for none */
  constructor(chaincode: string, checkSignatures: boolean) {
    this.#chaincode = chaincode;
    this.#checkSignatures = checkSignatures;
  }

  configure(config: ChannelConfig): void {
    this.#config = config;
    this.#identities = new Identities(config);
  }

  get config(): ChannelConfig {
    return this.#config ?? unconfigured();
  }

  get identities(): Identities {
    return this.#identities ?? unconfigured();
  }

  /** Judges a transaction; undefined if it is refused and cannot even be read. */
  judge(envelope: Envelope, version: Version, flag: number): JudgedInvocation | undefined {
    let judged: Omit<JudgedInvocation, 'isValid'>;
    try {
      judged = this.#read(envelope);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      must(flag !== 0, 'a valid transaction can be read', {
        expected: 'a transaction',
        found: error.message,
      });
      return undefined;
    }
    const verdict = this.#derive(judged, version);
    if (!this.#seen.has(envelope.id)) this.#seen.set(envelope.id, version.block);
    this.#compare(judged, verdict, flag);
    if (flag === 0) this.#versions.apply(version, judged.invocation.access);
    return { ...judged, isValid: flag === 0 };
  }

  #read(envelope: Envelope): Omit<JudgedInvocation, 'isValid'> {
    const invocation = readInvocation(envelope);
    const caller = this.identities.of(envelope.creator);
    const writesPublicState = invocation.access.some(
      ({ collection, writes, keyPolicies }) => collection === '' && writes.length + keyPolicies > 0,
    );
    if (this.#checkSignatures) this.signatures += 1 + invocation.endorsements.length;
    const endorsers = endorsingOrganisations(invocation, this.identities, this.#checkSignatures);
    return { envelope, invocation, caller, writesPublicState, endorsers };
  }

  /** In the order in which Fabric checks. */
  #derive(judged: Omit<JudgedInvocation, 'isValid'>, { block }: Version): Verdict {
    const { envelope, invocation, caller, writesPublicState, endorsers } = judged;
    const isSigned = () => caller.isMember && isSignature(caller, envelope.payload, envelope.signature);
    if (this.#checkSignatures && !isSigned()) return 4;
    if (envelope.id !== envelope.derivedId) return 8;
    if (!invocation.proposalHash.equals(invocation.endorsedProposalHash)) return 5;
    const seenIn = this.#seen.get(envelope.id);
    if (seenIn !== undefined && seenIn !== block) return 9;
    if (writesPublicState && !satisfiesRolePolicy(endorsers, this.config.members)) return 10;
    if (seenIn !== undefined) return 9;
    return this.#versions.changedSince(block, invocation.access) === undefined ? 0 : 11;
  }

  #compare(
    { invocation, writesPublicState }: Omit<JudgedInvocation, 'isValid'>,
    verdict: Verdict,
    flag: number,
  ): void {
    if (flag === verdict) return;
    const isDerivable = flag in VERDICTS;
    const policyIsOwn = flag === 10 && (!writesPublicState || !this.#checkSignatures);
    const signatureUnchecked = flag === 4 && !this.#checkSignatures;
    const scanned = flag === PHANTOM_READ && invocation.access.some(({ scans }) => scans > 0);
    const refusedForOtherReason =
      !isDerivable && flag !== PHANTOM_READ && !(verdict === 0 && this.#concernsMarketAlone(invocation));
    if (flag !== 0 && (policyIsOwn || signatureUnchecked || scanned || refusedForOtherReason)) return;
    throw new Discrepancy("a transaction's validity follows from the blocks", {
      expected: VERDICTS[verdict],
      found: isDerivable ? VERDICTS[flag as Verdict] : `refused with code ${flag}`,
    });
  }

  /** Lifecycle's state is read by every transaction. */
  #concernsMarketAlone({ chaincode, access }: Invocation): boolean {
    const written = access.filter(({ writes }) => writes.length > 0).map(({ namespace }) => namespace);
    return [chaincode, ...written].every((name) => name === this.#chaincode);
  }
}

function unconfigured(): never {
  throw new Discrepancy('the ledger starts with a channel configuration', {
    expected: 'a configuration in the first block',
    found: 'none',
  });
}

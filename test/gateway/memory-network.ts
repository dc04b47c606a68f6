import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@commonwatt/chaincode/domain';
import type {
  Attestation,
  Call,
  CommitStatus,
  EndorsedTransaction,
  Ledger,
} from '../../gateway/src/fabric/ledger.ts';
import { translateFailure } from '../../gateway/src/fabric/translate-failure.ts';
import type { LedgerIdentity } from '../../gateway/src/fabric/wallet.ts';
import {
  makeOrganisation,
  MemoryLedger,
  type Proposal,
  type TestIdentity,
  type TestOrganisation,
} from '../ledger/index.ts';
import { MemoryChain } from './memory-chain.ts';
import { CHAINCODE, CHANNEL } from './read-model/block-builder.ts';

const CHAINCODE_FOLDER = fileURLToPath(new URL('../../chaincode', import.meta.url));
const MS_PER_SECOND = 1000;
/** Transactions that come within this time share a block. */
const BLOCK_INTERVAL_MS = 5;

/** A channel with the real chaincode, in memory: endorses, orders into blocks, validates, and delivers the blocks. */
export class MemoryNetwork {
  readonly chain = new MemoryChain();
  readonly #ledger: MemoryLedger;
  readonly #organisations = new Map<string, TestOrganisation>();
  readonly #roles = new Map<string, Role>();
  readonly #endorsed = new Map<string, Proposal>();
  readonly #statuses = new Map<string, CommitStatus>();
  #ordering: Proposal[] = [];

  private constructor(ledger: MemoryLedger) {
    this.#ledger = ledger;
  }

  static async start(): Promise<MemoryNetwork> {
    return new MemoryNetwork(
      await MemoryLedger.start({
        chaincode: CHAINCODE_FOLDER,
        chaincodeName: CHAINCODE,
        channel: CHANNEL,
        copies: 1,
      }),
    );
  }

  /** Enrols, at the organisation's authority, an identity with this role. */
  enrol(mspId: string, enrolmentId: string, role: Role): TestIdentity {
    this.#roles.set(`${mspId}/${enrolmentId}`, role);
    const organisation = this.#organisations.get(mspId) ?? makeOrganisation(mspId);
    this.#organisations.set(mspId, organisation);
    return organisation.enrol(enrolmentId, role);
  }

  /** The channel as a gateway sees it. */
  get ledger(): Ledger {
    return {
      evaluate: (identity, call) => this.#evaluate(identity, call),
      endorse: (identity, call) => this.#endorse(identity, call),
      attest: (identity, call) => this.#attest(identity, call),
      broadcast: (envelope) => {
        this.#order(Buffer.from(envelope).toString());
        return Promise.resolve();
      },
      commitStatus: (transactionId, timeoutMs) => this.#commitStatus(transactionId, timeoutMs),
      findValidationCode: (id) => Promise.resolve(this.#statuses.get(id)?.validationCode),
      height: () => Promise.resolve(this.chain.height),
    };
  }

  stop(): void {
    this.#ledger.close();
  }

  async #evaluate(identity: LedgerIdentity, { method, args }: Call): Promise<Uint8Array> {
    await identity.sign(Buffer.from(method), 'proposal');
    this.#ledger.clock.set(Math.floor(Date.now() / MS_PER_SECOND));
    try {
      return await this.#ledger.evaluate(this.#identityOf(identity), method, args);
    } catch (error) {
      throw translateFailure(error);
    }
  }

  /** Nobody signs in memory: there is the answer alone. */
  async #attest(identity: LedgerIdentity, call: Call): Promise<Attestation> {
    const nothing = new Uint8Array();
    return {
      call: { channelHeader: nothing, signatureHeader: nothing, payload: nothing },
      ...{ payload: nothing, endorsements: [] },
      result: await this.#evaluate(identity, call),
    };
  }

  /** The transaction id stands for the envelope. */
  async #endorse(identity: LedgerIdentity, { method, args }: Call): Promise<EndorsedTransaction> {
    this.#ledger.clock.set(Math.floor(Date.now() / MS_PER_SECOND));
    try {
      const proposal = await this.#ledger.endorse(this.#identityOf(identity), method, args);
      this.#endorsed.set(proposal.txId, proposal);
      return { transactionId: proposal.txId, envelope: Buffer.from(proposal.txId), result: proposal.result };
    } catch (error) {
      throw translateFailure(error);
    }
  }

  #order(transactionId: string): void {
    const proposal = this.#endorsed.get(transactionId);
    if (proposal === undefined || this.#statuses.has(transactionId)) return;
    if (this.#ordering.length === 0) setTimeout(() => this.#cutBlock(), BLOCK_INTERVAL_MS);
    this.#ordering.push(proposal);
  }

  #cutBlock(): void {
    const block = this.#ledger.commit(this.#ordering);
    this.#ordering = [];
    for (const { txId, validationCode } of block.transactions) {
      this.#statuses.set(txId, { validationCode, blockNumber: block.number });
    }
    this.chain.add(block);
  }

  async #commitStatus(transactionId: string, timeoutMs: number): Promise<CommitStatus> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const status = this.#statuses.get(transactionId);
      if (status !== undefined) return status;
      if (Date.now() > deadline) throw new Error('4 DEADLINE_EXCEEDED');
      await pause(BLOCK_INTERVAL_MS);
    }
  }

  #identityOf({ account, mspId, enrolmentId }: LedgerIdentity): TestIdentity {
    const role = this.#roles.get(account);
    if (role === undefined) throw new Error(`${account} is not enrolled`);
    return this.enrol(mspId, enrolmentId, role);
  }
}

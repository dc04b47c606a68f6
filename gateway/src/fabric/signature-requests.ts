import { randomUUID } from 'node:crypto';
import { isSignatureOf } from './own-signature.ts';
import { Stopped } from './pause.ts';
import type { LedgerIdentity } from './wallet.ts';

/** What is to be signed: Fabric's Proposal, or the Payload of the endorsed transaction. */
export type SignedMatter = 'proposal' | 'transaction';

/** A signature that an operation waits for. */
export interface SignatureRequest {
  readonly id: string;
  readonly kind: SignedMatter;
  readonly bytes: Uint8Array;
}

/** The owner of the key has not signed; nothing was broadcast. */
export class SignatureMissing extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'SignatureMissing';
  }
}

interface Pending extends SignatureRequest {
  readonly identity: LedgerIdentity;
  resolve(signature: Uint8Array): void;
  reject(error: Error): void;
}

/** How long an operation waits for one signature. */
export const SIGNATURE_MS = 120_000;

/**
 * Signatures that only the owners of keys can give: asked for by transactions under way, answered over REST. They live
 * as long as the process; a transaction that was not signed was not broadcast.
 */
export class SignatureRequests {
  readonly #timeoutMs: number;
  /** By operation. An operation waits for one signature at a time. */
  readonly #pending = new Map<string, Pending>();
  readonly #watchers = new Map<string, Set<() => void>>();
  #isStopped = false;

  constructor(timeoutMs: number = SIGNATURE_MS) {
    this.#timeoutMs = timeoutMs;
  }

  /** The identity, whose signatures for this operation are asked of the key's owner. */
  signerOf(identity: LedgerIdentity, operationId: string): LedgerIdentity {
    return { ...identity, sign: (bytes, kind) => this.#ask(identity, operationId, kind, bytes) };
  }

  /** What an operation waits for. */
  of(operationId: string): SignatureRequest | undefined {
    return this.#pending.get(operationId);
  }

  /**
   * Takes the signature that an operation waits for.
   *
   * @param signature ECDSA over SHA-256 of the bytes, DER
   * @returns false when it waits for none of that id, or the signature is not the key's, or one that peers refuse
   */
  answer(operationId: string, requestId: string, signature: Uint8Array): boolean {
    const pending = this.#pending.get(operationId);
    if (pending?.id !== requestId || !isSignatureOf(pending.identity, pending.bytes, signature)) return false;
    this.#pending.delete(operationId);
    pending.resolve(signature);
    return true;
  }

  /**
   * The owner of the key does not want to sign.
   *
   * @returns false when the operation waits for no signature
   */
  cancel(operationId: string): boolean {
    const pending = this.#pending.get(operationId);
    this.#pending.delete(operationId);
    pending?.reject(new SignatureMissing('the owner of the key has cancelled'));
    return pending !== undefined;
  }

  /** Resolves when the operation waits for a signature, or `signal` is aborted. */
  async awaited(operationId: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#pending.has(operationId)) return;
    const watchers = this.#watchers.get(operationId) ?? new Set();
    this.#watchers.set(operationId, watchers);
    await new Promise<void>((resolve) => {
      watchers.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    if (this.#watchers.get(operationId) === watchers) this.#watchers.delete(operationId);
  }

  /** Nothing is asked for any more. */
  stop(): void {
    this.#isStopped = true;
    for (const pending of this.#pending.values()) pending.reject(new Stopped());
    this.#pending.clear();
  }

  async #ask(
    identity: LedgerIdentity,
    operationId: string,
    kind: SignedMatter,
    bytes: Uint8Array,
  ): Promise<Uint8Array> {
    if (this.#isStopped) throw new Stopped();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        const pending = { id: randomUUID(), kind, bytes: Uint8Array.from(bytes), identity, resolve, reject };
        this.#pending.set(operationId, pending);
        timer = setTimeout(() => {
          if (this.#pending.get(operationId) === pending) this.#pending.delete(operationId);
          reject(new SignatureMissing('no signature came in time'));
        }, this.#timeoutMs);
        for (const notice of this.#watchers.get(operationId) ?? []) notice();
      });
    } finally {
      clearTimeout(timer);
    }
  }
}

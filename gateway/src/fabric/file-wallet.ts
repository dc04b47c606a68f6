import { randomUUID, createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { enrolmentId as enrolmentIdSchema } from '@commonwatt/chaincode/domain';
import { LRUCache } from 'lru-cache';
import { flushFolder, UNFINISHED, type KeyOwner, type WalletKeys } from '../../../key-sealing/index.ts';
import { custodialSigner, requirePair } from './custodial-signer.ts';
import type { LedgerIdentity, Wallet } from './wallet.ts';

export const CERTIFICATE = 'cert.pem';
export const KEY = 'key.pem';
const OWNER_ONLY_FOLDER = 0o700;
const FILE_OPTIONS = { mode: 0o600, flush: true };
/** Opened keys in memory, at most: those used last. Opening a sealed one again takes less than a millisecond. */
const OPEN_KEYS = 256;

/**
 * Identities in a folder, one folder each: `<enrolment id>/{cert.pem,key.pem}`, without a key for those who keep it. Keys
 * that are added are sealed; plain ones, as the operator's own, are read as well.
 */
export class FileWallet implements Wallet {
  readonly #directory: string;
  readonly #mspId: string;
  readonly #stored: WalletKeys;
  readonly #opened = new LRUCache<string, KeyObject>({ max: OPEN_KEYS });
  readonly #identities = new Map<string, LedgerIdentity>();

  constructor(directory: string, mspId: string, keys: WalletKeys) {
    this.#directory = directory;
    this.#mspId = mspId;
    this.#stored = keys;
  }

  /** Removes what additions that were interrupted have left; nothing may be adding meanwhile. */
  clear(): void {
    for (const name of readdirSync(this.#directory)) {
      if (name.startsWith(UNFINISHED)) rmSync(join(this.#directory, name), { recursive: true });
    }
  }

  get(enrolmentId: string): LedgerIdentity | undefined {
    const known = this.#identities.get(enrolmentId);
    // Anything else could be a path out of the folder.
    if (known !== undefined || !enrolmentIdSchema.safeParse(enrolmentId).success) return known;
    const folder = join(this.#directory, enrolmentId);
    if (!existsSync(join(folder, CERTIFICATE))) return undefined;
    const certificate = readFileSync(join(folder, CERTIFICATE), 'utf8');
    const identity = this.#identity(enrolmentId, certificate, existsSync(join(folder, KEY)));
    this.#identities.set(enrolmentId, identity);
    return identity;
  }

  has(enrolmentId: string): boolean {
    return this.get(enrolmentId) !== undefined;
  }

  list(): string[] {
    return readdirSync(this.#directory)
      .filter((name) => this.has(name))
      .sort();
  }

  async add(enrolmentId: string, certificatePem: string, privateKeyPem: string): Promise<LedgerIdentity> {
    enrolmentIdSchema.parse(enrolmentId);
    requirePair(certificatePem, createPrivateKey(privateKeyPem));
    const sealed = this.#stored.seal.seal(Buffer.from(privateKeyPem), this.#owner(enrolmentId));
    await this.#store(enrolmentId, { [CERTIFICATE]: certificatePem, [KEY]: sealed });
    const identity = this.#identity(enrolmentId, certificatePem, true);
    this.#identities.set(enrolmentId, identity);
    return identity;
  }

  async addCertificate(enrolmentId: string, certificatePem: string): Promise<LedgerIdentity> {
    enrolmentIdSchema.parse(enrolmentId);
    if (this.get(enrolmentId)?.keys === 'custodial')
      throw new Error(`the gateway has a key of ${enrolmentId}`);
    const identity = this.#identity(enrolmentId, certificatePem, false);
    const folder = join(this.#directory, enrolmentId);
    if (existsSync(folder)) await this.#replace(join(folder, CERTIFICATE), certificatePem);
    else await this.#store(enrolmentId, { [CERTIFICATE]: certificatePem });
    this.#identities.set(enrolmentId, identity);
    return identity;
  }

  async #replace(file: string, content: string): Promise<void> {
    const unfinished = `${file}${UNFINISHED}${randomUUID()}`;
    await writeFile(unfinished, content, FILE_OPTIONS);
    await rename(unfinished, file);
    flushFolder(dirname(file));
  }

  /** Makes the folder of an identity, with all its files or not at all. */
  async #store(enrolmentId: string, files: Readonly<Record<string, string>>): Promise<void> {
    const unfinished = join(this.#directory, `${UNFINISHED}${randomUUID()}`);
    await mkdir(unfinished, { mode: OWNER_ONLY_FOLDER });
    try {
      for (const [name, content] of Object.entries(files))
        await writeFile(join(unfinished, name), content, FILE_OPTIONS);
      flushFolder(unfinished);
      // Fails when somebody of that id is there: an identity is never replaced by another one.
      await rename(unfinished, join(this.#directory, enrolmentId));
      flushFolder(this.#directory);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      throw error;
    }
  }

  #identity(enrolmentId: string, certificate: string, hasKey: boolean): LedgerIdentity {
    const named = { account: `${this.#mspId}/${enrolmentId}`, mspId: this.#mspId, enrolmentId, certificate };
    if (!hasKey)
      return {
        ...named,
        keys: 'own',
        sign: () => Promise.reject(new Error(`no key of ${enrolmentId} is here`)),
      };
    return { ...named, keys: 'custodial', sign: custodialSigner(() => this.#key(enrolmentId, certificate)) };
  }

  /** @throws as {@link #openKey} */
  #key(enrolmentId: string, certificate: string): KeyObject {
    const key = this.#opened.get(enrolmentId) ?? this.#openKey(enrolmentId, certificate);
    this.#opened.set(enrolmentId, key);
    return key;
  }

  /** @throws when the key is not the certificate's, or its file not what was sealed for this identity */
  #openKey(enrolmentId: string, certificate: string): KeyObject {
    const key = this.#stored.read(join(this.#directory, enrolmentId, KEY), this.#owner(enrolmentId));
    requirePair(certificate, key);
    return key;
  }

  #owner(enrolmentId: string): KeyOwner {
    return { mspId: this.#mspId, enrolmentId };
  }
}

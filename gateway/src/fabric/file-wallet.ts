import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enrolmentId as enrolmentIdSchema } from '@commonwatt/chaincode/domain';
import { custodialSigner } from './custodial-signer.ts';
import type { LedgerIdentity, Wallet } from './wallet.ts';

const CERTIFICATE = 'cert.pem';
const KEY = 'key.pem';
const OWNER_ONLY_FOLDER = 0o700;
const FILE_OPTIONS = { mode: 0o600, flush: true };
/** Folders being written; no enrolment id begins with a dot. */
const UNFINISHED = '.new-';

/** Identities in a folder, one folder each: `<enrolment id>/{cert.pem,key.pem}`, without a key for those who keep it. */
export class FileWallet implements Wallet {
  readonly #directory: string;
  readonly #mspId: string;
  readonly #identities = new Map<string, LedgerIdentity>();

  constructor(directory: string, mspId: string) {
    this.#directory = directory;
    this.#mspId = mspId;
    for (const name of readdirSync(directory)) {
      if (name.startsWith(UNFINISHED)) rmSync(join(directory, name), { recursive: true });
    }
  }

  get(enrolmentId: string): LedgerIdentity | undefined {
    const known = this.#identities.get(enrolmentId);
    // Anything else could be a path out of the folder.
    if (known !== undefined || !enrolmentIdSchema.safeParse(enrolmentId).success) return known;
    const folder = join(this.#directory, enrolmentId);
    if (!existsSync(join(folder, CERTIFICATE))) return undefined;
    const key = join(folder, KEY);
    const identity = this.#identity(
      enrolmentId,
      readFileSync(join(folder, CERTIFICATE), 'utf8'),
      existsSync(key) ? readFileSync(key, 'utf8') : null,
    );
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
    const identity = this.#identity(enrolmentId, certificatePem, privateKeyPem);
    await this.#store(enrolmentId, { [CERTIFICATE]: certificatePem, [KEY]: privateKeyPem });
    this.#identities.set(enrolmentId, identity);
    return identity;
  }

  async addCertificate(enrolmentId: string, certificatePem: string): Promise<LedgerIdentity> {
    enrolmentIdSchema.parse(enrolmentId);
    if (this.get(enrolmentId)?.keys === 'custodial')
      throw new Error(`the gateway has a key of ${enrolmentId}`);
    const identity = this.#identity(enrolmentId, certificatePem, null);
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
  }

  /** Makes the folder of an identity, with all its files or not at all. */
  async #store(enrolmentId: string, files: Readonly<Record<string, string>>): Promise<void> {
    const unfinished = join(this.#directory, `${UNFINISHED}${randomUUID()}`);
    await mkdir(unfinished, { mode: OWNER_ONLY_FOLDER });
    try {
      for (const [name, content] of Object.entries(files))
        await writeFile(join(unfinished, name), content, FILE_OPTIONS);
      // Fails when somebody of that id is there: an identity is never replaced by another one.
      await rename(unfinished, join(this.#directory, enrolmentId));
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      throw error;
    }
  }

  /** @throws when the key is not the certificate's */
  #identity(enrolmentId: string, certificate: string, privateKeyPem: string | null): LedgerIdentity {
    const named = { account: `${this.#mspId}/${enrolmentId}`, mspId: this.#mspId, enrolmentId, certificate };
    return privateKeyPem === null
      ? { ...named, keys: 'own', sign: () => Promise.reject(new Error(`no key of ${enrolmentId} is here`)) }
      : { ...named, keys: 'custodial', sign: custodialSigner(certificate, privateKeyPem) };
  }
}

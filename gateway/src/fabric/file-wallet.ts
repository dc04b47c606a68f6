import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enrolmentId as enrolmentIdSchema } from '@commonwatt/chaincode/domain';
import type { LedgerIdentity, Wallet } from './wallet.ts';

const CERTIFICATE = 'cert.pem';
const KEY = 'key.pem';
const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
/** Folders being written; no enrolment id begins with a dot. */
const UNFINISHED = '.new-';

/** Identities in a folder, one folder each: `<enrolment id>/{cert.pem,key.pem}`. */
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
    if (!existsSync(join(folder, CERTIFICATE)) || !existsSync(join(folder, KEY))) return undefined;
    const identity = this.#identity(
      enrolmentId,
      readFileSync(join(folder, CERTIFICATE), 'utf8'),
      readFileSync(join(folder, KEY), 'utf8'),
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
    const unfinished = join(this.#directory, `${UNFINISHED}${randomUUID()}`);
    const options = { mode: OWNER_ONLY_FILE, flush: true };
    await mkdir(unfinished, { mode: OWNER_ONLY_FOLDER });
    try {
      await writeFile(join(unfinished, CERTIFICATE), certificatePem, options);
      await writeFile(join(unfinished, KEY), privateKeyPem, options);
      // Fails when somebody of that id is there: an identity is never replaced by another one.
      await rename(unfinished, join(this.#directory, enrolmentId));
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      throw error;
    }
    this.#identities.set(enrolmentId, identity);
    return identity;
  }

  /** @throws when the key is not the certificate's */
  #identity(enrolmentId: string, certificate: string, privateKeyPem: string): LedgerIdentity {
    const privateKey = createPrivateKey(privateKeyPem);
    if (!new X509Certificate(certificate).checkPrivateKey(privateKey)) {
      throw new Error(`the key of ${enrolmentId} does not belong to its certificate`);
    }
    return {
      account: `${this.#mspId}/${enrolmentId}`,
      mspId: this.#mspId,
      enrolmentId,
      certificate,
      privateKey,
    };
  }
}

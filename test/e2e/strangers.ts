/** Identities that no gateway knows: enrolled at an organisation's CA, with whatever role, in a wallet of their own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaClient } from '../../fabric-ca-client/index.ts';
import type { Consortium } from '../../test-network-scripts/index.ts';
import { IDENTITY_CA } from '../../test-network-scripts/organisation/ca-settings.ts';
import { readEnrolment } from '../../test-network-scripts/organisation/node-keys.ts';
import type { LedgerIdentity } from '../ledger/index.ts';

const OWNER_ONLY = 0o600;

export class Strangers {
  /** Folder of all their keys. */
  readonly wallet = mkdtempSync(join(tmpdir(), 'commonwatt-strangers-'));
  readonly #consortium: Consortium;

  constructor(consortium: Consortium) {
    this.#consortium = consortium;
  }

  /**
   * Registers an identity with the organisation's own registrar of members, and enrols it.
   *
   * @param role attribute of its certificate; null for none
   * @param enrolments how many times, each with a new key
   * @returns the same identity once for each key
   */
  async enrol(
    organisation: string,
    id: string,
    role: string | null,
    enrolments = 1,
  ): Promise<LedgerIdentity[]> {
    const endpoint = this.#consortium.endpoints().find(({ name }) => name === organisation);
    const folder = this.#consortium.state.organisation(organisation);
    const registrar = readEnrolment(folder.memberRegistrar);
    if (endpoint === undefined || registrar === undefined) throw new Error(`${organisation} has no CA`);
    const tlsRoot = readFileSync(folder.caCertificate, 'utf8');
    const ca = new CaClient({ url: endpoint.ca, caName: IDENTITY_CA, tlsRoot });
    const attributes = role === null ? [] : [{ name: 'role', value: role, ecert: true }];
    const registration = { id, type: 'client' as const, attributes, maxEnrolments: enrolments };
    const secret = await ca.register(registrar, registration);
    const identities: LedgerIdentity[] = [];
    for (let key = 1; key <= enrolments; key += 1) {
      const { certificate, key: privateKey } = await ca.enrol({ id, secret });
      identities.push({ mspId: endpoint.mspId, id: this.#keep(`${id}-key-${key}`, certificate, privateKey) });
    }
    return identities;
  }

  /** Certificate (PEM) of one of them. */
  certificateOf({ id }: LedgerIdentity): string {
    return readFileSync(join(this.wallet, id, 'cert.pem'), 'utf8');
  }

  forget(): void {
    rmSync(this.wallet, { recursive: true, force: true });
  }

  #keep(name: string, certificate: string, privateKey: string): string {
    const folder = join(this.wallet, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'cert.pem'), certificate, { mode: OWNER_ONLY });
    writeFileSync(join(folder, 'key.pem'), privateKey, { mode: OWNER_ONLY });
    return name;
  }
}

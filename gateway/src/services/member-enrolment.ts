import { randomBytes } from 'node:crypto';
import type { Role } from '@commonwatt/chaincode/domain';
import { CaError, type CaClient, type Enrolment } from '../../../fabric-ca-client/index.ts';
import { BusinessError, Unavailable } from '../fabric/errors.ts';
import type { Wallet } from '../fabric/wallet.ts';

/** Enrolments at the same time; each costs the CA about 150 ms of processor time. */
const AT_ONCE = 4;
const SECRET_BYTES = 24;
const RETRY_AFTER_SEC = 5;

type Authority = Pick<CaClient, 'register' | 'attributesOf' | 'renewSecret' | 'enrol' | 'certify'>;

/** Enrols identities at the organisation's CA, with keys that the wallet keeps for them. */
export class MemberEnrolment {
  readonly #ca: Authority;
  readonly #registrar: Enrolment;
  readonly #wallet: Wallet;

  /** @param registrar an enrolment that may register clients */
  constructor(ca: Authority, registrar: Enrolment, wallet: Wallet) {
    this.#ca = ca;
    this.#registrar = registrar;
    this.#wallet = wallet;
  }

  /**
   * Enrols those that are not in the wallet yet. After a failure it can be called again with the same ids.
   *
   * @throws BusinessError NOT_AUTHORISED for an id that the CA knows as something else
   * @throws Unavailable when the CA refuses or cannot be asked
   */
  async enrol(ids: readonly string[], role: Role): Promise<void> {
    const missing = ids.filter((id) => !this.#wallet.has(id));
    const next = missing.values();
    const work = async () => {
      for (const id of next) await this.#enrolOne(id, role);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /**
   * Has the key of one who keeps it certified.
   *
   * @param request PKCS#10 in PEM, of a P-256 key, whose common name is the id
   * @returns the certificate, PEM
   * @throws BusinessError NOT_AUTHORISED for an id that the CA knows as something else
   * @throws Unavailable when the CA refuses or cannot be asked
   */
  async certify(id: string, role: Role, request: string): Promise<string> {
    const certificate = await unlessRefused(async () =>
      this.#ca.certify({ id, secret: await this.#secretFor(id, role), request }),
    );
    await this.#wallet.addCertificate(id, certificate);
    return certificate;
  }

  async #enrolOne(id: string, role: Role): Promise<void> {
    const { certificate, key } = await unlessRefused(async () =>
      this.#ca.enrol({ id, secret: await this.#secretFor(id, role) }),
    );
    await this.#wallet.add(id, certificate, key);
  }

  async #secretFor(id: string, role: Role): Promise<string> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    try {
      const attributes = [{ name: 'role', value: role, ecert: true }];
      return await this.#ca.register(this.#registrar, { id, type: 'client', attributes, secret });
    } catch (error) {
      if (!(error instanceof CaError) || !error.alreadyRegistered) throw error;
      await this.#requireRegisteredAs(id, role);
      // Registered by an attempt that did not come to keep a key: its secret is lost, whether it was used or not.
      await this.#ca.renewSecret(this.#registrar, id, secret);
      return secret;
    }
  }

  /** The CA knows its own operators and the organisation's nodes and officers as well: theirs is no name for a member. */
  async #requireRegisteredAs(id: string, role: Role): Promise<void> {
    const attributes = await this.#ca.attributesOf(this.#registrar, id);
    if (attributes?.some(({ name, value }) => name === 'role' && value === role) !== true)
      throw new BusinessError('NOT_AUTHORISED', `${id} was not enrolled as ${role}`);
  }
}

/** @throws Unavailable */
async function unlessRefused<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CaError)) throw error;
    throw new Unavailable('the certificate authority does not enrol now', RETRY_AFTER_SEC, { cause: error });
  }
}

/** A client of fabric-ca-server's REST interface. */
import { request } from 'node:https';
import { certificateRequest } from './csr.ts';
import { keyToPem, newKey, signLowS } from './key.ts';

/** A certificate and its private key, both PEM. */
export type Enrolment = { certificate: string; key: string };

/** `ecert: true` puts the attribute into the certificates of the identity without being asked. */
export type Attribute = { name: string; value: string; ecert?: boolean };

export type Registration = {
  id: string;
  /** Becomes the NodeOU of the certificate. */
  type: 'client' | 'peer' | 'orderer' | 'admin';
  attributes?: readonly Attribute[];
  /** How often the secret may be used; -1 for any number. Default 1. */
  maxEnrolments?: number;
  /** Made by the CA when absent. */
  secret?: string;
};

export type CaLocation = {
  /** For example `https://localhost:7107`. */
  url: string;
  /** One server may hold several CAs. */
  caName: string;
  /** PEM of the certificate that vouches for the server. */
  tlsRoot: string;
};

/** The CA refused, or could not be asked. */
export class CaError extends Error {
  override readonly name = 'CaError';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** fabric-ca's own error codes, empty when there was no answer. */
  readonly codes: number[];

  constructor(message: string, status: number, codes: number[] = []) {
    super(message);
    this.status = status;
    this.codes = codes;
  }

  /** The id to be registered exists. */
  get alreadyRegistered(): boolean {
    return this.codes.includes(ALREADY_REGISTERED);
  }
}

const ALREADY_REGISTERED = 74;
const FORBIDDEN = 403;
/** The CA counts the enrolments of all secrets of an identity together, and never forgets one. */
const REPEATED_ENROLMENTS = 1_000;
const ANSWER_TIMEOUT_MS = 15_000;

type Authorization = { basic: string } | { signedBy: Enrolment };

export class CaClient {
  readonly #location: CaLocation;

  constructor(location: CaLocation) {
    this.#location = location;
  }

  /**
   * Makes a key and has it certified.
   *
   * @param hosts subject alternative names, for TLS certificates
   * @throws CaError
   */
  async enrol(options: {
    id: string;
    secret: string;
    profile?: 'tls';
    hosts?: string[];
  }): Promise<Enrolment> {
    const key = newKey();
    const certificate = await this.certify({ ...options, request: certificateRequest(options.id, key) });
    return { certificate, key: keyToPem(key) };
  }

  /**
   * Has the key of somebody else certified.
   *
   * @param request PKCS#10 in PEM, whose common name is the id
   * @returns the certificate, PEM
   * @throws CaError
   */
  async certify(options: {
    id: string;
    secret: string;
    request: string;
    profile?: 'tls';
    hosts?: string[];
  }): Promise<string> {
    const body = {
      caname: this.#location.caName,
      certificate_request: options.request,
      ...(options.profile && { profile: options.profile }),
      ...(options.hosts && { hosts: options.hosts }),
    };
    const result = await this.#post('/api/v1/enroll', body, { basic: `${options.id}:${options.secret}` });
    return Buffer.from(text(result, 'Cert'), 'base64').toString();
  }

  /**
   * @param registrar an enrolment that holds `hf.Registrar.Roles` for the type, and `hf.Registrar.Attributes`
   * @returns the secret to enrol with
   * @throws CaError, with `alreadyRegistered` where that is the reason
   */
  async register(
    registrar: Enrolment,
    { id, type, attributes, maxEnrolments, secret }: Registration,
  ): Promise<string> {
    const body = {
      caname: this.#location.caName,
      id,
      type,
      affiliation: '',
      attrs: attributes ?? [],
      max_enrollments: maxEnrolments ?? 1,
      ...(secret && { secret }),
    };
    return text(await this.#post('/api/v1/register', body, { signedBy: registrar }), 'secret');
  }

  /**
   * The attributes that an identity was registered with; undefined for one on which the registrar may not act.
   *
   * @throws CaError
   */
  async attributesOf(registrar: Enrolment, id: string): Promise<readonly Attribute[] | undefined> {
    const path = `/api/v1/identities/${encodeURIComponent(id)}?ca=${this.#location.caName}`;
    try {
      const result = await this.#call('GET', path, undefined, { signedBy: registrar });
      return (result as { attrs: Attribute[] }).attrs;
    } catch (error) {
      if (error instanceof CaError && error.status === FORBIDDEN) return undefined;
      throw error;
    }
  }

  /**
   * Gives a registered identity a new secret, for one that never came to enrol, or lost its key as soon as it was
   * enrolled.
   *
   * @throws CaError
   */
  async renewSecret(registrar: Enrolment, id: string, secret: string): Promise<void> {
    const body = { caname: this.#location.caName, secret, max_enrollments: REPEATED_ENROLMENTS };
    await this.#call('PUT', `/api/v1/identities/${encodeURIComponent(id)}`, body, { signedBy: registrar });
  }

  /**
   * Revokes all certificates of an identity and bars it from enrolling.
   *
   * @param registrar an enrolment that holds `hf.Revoker` and `hf.GenCRL`
   * @returns the CA's revocation list, PEM: it takes effect once it is in the channel's configuration
   * @throws CaError
   */
  async revoke(registrar: Enrolment, id: string, reason = 'unspecified'): Promise<string> {
    const body = { caname: this.#location.caName, id, reason, gencrl: true };
    return Buffer.from(
      text(await this.#post('/api/v1/revoke', body, { signedBy: registrar }), 'CRL'),
      'base64',
    ).toString();
  }

  #post(path: string, body: object, authorization: Authorization): Promise<unknown> {
    return this.#call('POST', path, body, authorization);
  }

  async #call(
    method: string,
    path: string,
    content: object | undefined,
    authorization: Authorization,
  ): Promise<unknown> {
    const body = content === undefined ? '' : JSON.stringify(content);
    const header =
      'basic' in authorization
        ? `Basic ${base64(authorization.basic)}`
        : authorizationToken(method, path, body, authorization.signedBy);
    const { status, answer } = await this.#send(method, path, body, header);
    if (answer?.success) return answer.result;
    const errors = answer?.errors ?? [];
    const reasons = errors.map(({ code, message }) => `${message} (${code})`).join('; ') || 'no reason given';
    throw new CaError(
      `${method} ${path} was refused with status ${status}: ${reasons}`,
      status,
      errors.map(({ code }) => code),
    );
  }

  #send(
    method: string,
    path: string,
    body: string,
    authorization: string,
  ): Promise<{ status: number; answer: Answer | undefined }> {
    const headers = {
      authorization,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const url = new URL(path, this.#location.url);
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => reject(new CaError(`${method} ${url.href} failed: ${error.message}`, 0));
      const call = request(
        url,
        { method, headers, ca: this.#location.tlsRoot, agent: false, timeout: ANSWER_TIMEOUT_MS },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', fail);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              answer: parseAnswer(Buffer.concat(chunks).toString()),
            }),
          );
        },
      );
      call.on('timeout', () => call.destroy(new Error(`no answer within ${ANSWER_TIMEOUT_MS} ms`)));
      call.on('error', fail);
      call.end(body);
    });
  }
}

type Answer = { success: boolean; result?: unknown; errors?: { code: number; message: string }[] };

function parseAnswer(body: string): Answer | undefined {
  try {
    return JSON.parse(body) as Answer;
  } catch {
    return undefined;
  }
}

/** fabric-ca's token: the certificate, and a signature over method, path, body and certificate. */
function authorizationToken(
  method: string,
  path: string,
  body: string,
  { certificate, key }: Enrolment,
): string {
  const encoded = base64(certificate);
  const signed = [method, base64(path), base64(body), encoded].join('.');
  return `${encoded}.${signLowS(Buffer.from(signed), key).toString('base64')}`;
}

function base64(value: string): string {
  return Buffer.from(value).toString('base64');
}

function text(result: unknown, field: string): string {
  const value = (result as Record<string, unknown> | undefined)?.[field];
  if (typeof value !== 'string') throw new CaError(`the CA's answer has no ${field}`, 0);
  return value;
}

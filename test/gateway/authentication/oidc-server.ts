/** A real OpenID Connect issuer on this machine, whose keys can be changed and which can be taken away. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import Provider, { type Adapter } from 'oidc-provider';

const CLIENT = { id: 'meter-operator', secret: 'not much of a secret' };
const TOKEN_SEC = 600;

export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** The private key. */
  readonly jwk: JWK;
}

export async function newSigningKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicKey, jwk: { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' } };
}

/** Tokens say everything themselves: nothing needs to be kept. */
class NoStore implements Adapter {
  upsert = () => Promise.resolve();
  find = () => Promise.resolve(undefined);
  findByUserCode = () => Promise.resolve(undefined);
  findByUid = () => Promise.resolve(undefined);
  consume = () => Promise.resolve();
  destroy = () => Promise.resolve();
  revokeByGrantId = () => Promise.resolve();
}

interface Wanted {
  readonly audience?: string;
  readonly scope?: string;
}

export class OidcServer {
  readonly issuer: string;
  readonly audience = 'urn:commonwatt:gateway';
  /** Whom the tokens name; of the claim `enrolment_id`. */
  enrolmentId = 'manager';
  /** Paths that were asked. */
  readonly asked: string[] = [];
  readonly #server: Server;
  #key: SigningKey;
  #provided: RequestListener;
  #answer: RequestListener;

  private constructor(server: Server, key: SigningKey) {
    this.#server = server;
    this.#key = key;
    this.issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    this.#answer = this.#provided = this.#provider();
    server.on('request', (request, response) => {
      this.asked.push(request.url ?? '');
      this.#answer(request, response);
    });
  }

  static async open(): Promise<OidcServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return new OidcServer(server, await newSigningKey('first'));
  }

  /** The only key that it signs with and publishes. */
  get key(): SigningKey {
    return this.#key;
  }

  /** From now on it signs with another key, and publishes that alone. */
  rotate(key: SigningKey): void {
    this.#key = key;
    this.#answer = this.#provided = this.#provider();
  }

  /** Answers every request in its place, until it is restored. */
  replace(answer: RequestListener): void {
    this.#answer = answer;
  }

  restore(): void {
    this.#answer = this.#provided;
  }

  /** An access token (RFC 9068), as a program gets it: by its own credentials. */
  async token({ audience = this.audience, scope = 'read' }: Wanted = {}): Promise<string> {
    const response = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret)}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience, scope }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`the issuer answers ${response.status}`);
    return token;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #provider(): RequestListener {
    const { alg, jwk } = this.#key;
    const provider = new Provider(this.issuer, {
      adapter: NoStore,
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
          id_token_signed_response_alg: alg as 'ES256',
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['none are set'] },
      ttl: { ClientCredentials: TOKEN_SEC },
      extraTokenClaims: () => ({ enrolment_id: this.enrolmentId }),
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_context, resource) => ({
            scope: 'read trade energy:sell profile',
            audience: resource,
            accessTokenTTL: TOKEN_SEC,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: alg as 'ES256' } },
          }),
        },
      },
    });
    const answer = provider.callback();
    return (request, response) => void answer(request, response);
  }
}

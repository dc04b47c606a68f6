/** Somebody who keeps its key, at a gateway that may be dishonest. */
import {
  CommonwattClient,
  Horizon,
  OwnKey,
  SigningClient,
  type Accepted,
  type CommandPath,
  type Created,
  type DryRun,
  type GetRequest,
  type PathsOf,
  type PostRequest,
  type Resource,
  type SigningOptions,
} from '@commonwatt/client';
import { idsOfDone, type Party } from '../party.ts';
import type { Market } from '../market.ts';

export interface Owner {
  readonly party: Party;
  readonly options: SigningOptions;
  readonly signing: SigningClient;
}

/** Registers a member, whose own key the organisation's authority certifies. */
export async function enrolOwner(market: Market, manager: Party, ownKey?: OwnKey): Promise<Owner> {
  const members = [{ kind: 'prosumer' as const }];
  const [account = ''] = idsOfDone(await manager.command('/v1/members', { body: { keys: 'own', members } }));
  const enrolmentId = account.slice(account.indexOf('/') + 1);
  const key = ownKey ?? (await OwnKey.generate());
  const { certificate } = await manager.create('/v1/identities/{enrolmentId}/certificates', {
    path: { enrolmentId },
    body: { certificateRequest: await key.certificateRequest(enrolmentId) },
  });
  const { tokens } = await manager.create('/v1/tokens', { body: { subjects: [{ enrolmentId }] } });
  const party = manager.as(account, tokens[0] ?? '');
  const { chaincode } = market.consortium.definition;
  const options = { client: party.client, key, certificate, account, channel: market.channel, chaincode };
  return { party, options, signing: new SigningClient(options) };
}

interface ToSign {
  readonly id: string;
  readonly kind: string;
  readonly bytes: string;
}

/** The same gateway, had it been altered: it gives other bytes to sign. */
export class AlteredGateway extends CommonwattClient {
  readonly #honest: CommonwattClient;
  readonly #alter: (kind: string, bytes: Buffer) => Buffer;

  constructor(honest: CommonwattClient, alter: (kind: string, bytes: Buffer) => Buffer) {
    super({ url: 'http://localhost', token: '', horizon: new Horizon() });
    this.#honest = honest;
    this.#alter = alter;
  }

  override async get<Path extends PathsOf<'get'>>(
    path: Path,
    request: GetRequest<Path>,
  ): Promise<Resource<Path>> {
    return this.#altered(await this.#honest.get(path, request));
  }

  override async start<Path extends CommandPath>(
    path: Path,
    request: PostRequest<Path>,
  ): Promise<Accepted<Path>> {
    return this.#altered(await this.#honest.start(path, request));
  }

  override async dryRun<Path extends CommandPath>(
    path: Path,
    request: PostRequest<Path>,
  ): Promise<DryRun<Path>> {
    return this.#alteredQuestion(await this.#honest.dryRun(path, request));
  }

  override async create<Path extends PathsOf<'post'>>(
    path: Path,
    request: PostRequest<Path>,
  ): Promise<Created<Path>> {
    return this.#alteredQuestion(await this.#honest.create(path, request));
  }

  override async answer(questionId: string, signature: string): Promise<unknown> {
    const answer = JSON.stringify(await this.#honest.answer(questionId, signature));
    return JSON.parse(this.#alter('answer', Buffer.from(answer)).toString('utf8'));
  }

  #alteredQuestion<Answer>(question: Answer): Answer {
    const { kind, bytes } = question as unknown as ToSign;
    return { ...question, bytes: this.#alter(kind, Buffer.from(bytes, 'base64')).toString('base64') };
  }

  #altered<Answer>(answer: Answer): Answer {
    const request = (answer as { signatureRequest?: ToSign | null }).signatureRequest;
    if (request === null || request === undefined) return answer;
    const bytes = this.#alter(request.kind, Buffer.from(request.bytes, 'base64')).toString('base64');
    return { ...answer, signatureRequest: { ...request, bytes } };
  }
}

/** Replaces one text by another of the same length, once or everywhere. */
export function replaced(bytes: Buffer, from: string, to: string, occurrence?: number): Buffer {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new RangeError('other lengths');
  const copy = Buffer.from(bytes);
  let seen = 0;
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) {
    if (occurrence === undefined || occurrence === seen) copy.write(to, at);
    seen += 1;
  }
  if (seen <= (occurrence ?? 0)) throw new RangeError(`${from} is not there so often`);
  return copy;
}

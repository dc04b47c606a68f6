import { Context } from 'fabric-contract-api';
import type { z } from 'zod';
import { commandHashOf, requestIdOf } from '../domain/canonical';
import type { Decision } from '../domain/decision';
import { DomainError } from '../domain/error-code';
import { admit, type Admission, type Caller } from '../domain/identity/admit';
import type { Method, Response } from '../domain/method';
import { FOUNDING_CONSORTIUM, type Consortium } from '../domain/organisation/organisation';
import { parseCommand } from '../domain/parse-command';
import type { EpochSeconds } from '../domain/quantity';
import type { Request } from '../domain/request';
import { EVENT_NAME, eventPayload } from '../ledger/event';
import { save } from '../ledger/save';
import { Store } from '../ledger/store';
import { credentialsOf } from './credentials';

/** The stub has this method; its published types do not. */
type Stub = Context['stub'] & { getBufferArgs(): Uint8Array[] };

/** An admitted and parsed command. `request` is null for commands without an idempotency key. */
export interface Admitted<Command> {
  readonly caller: Caller;
  readonly command: Command;
  readonly request: Command extends { idempotencyKey: string } ? Request : null;
}

/** One transaction. A method reads as: admit and parse, load, decide, save and emit. */
export class MarketContext extends Context {
  #store: Store | undefined;
  #admission: Admission | undefined;
  #consortium: Consortium | undefined;

  /** Records, by key. */
  get store(): Store {
    return (this.#store ??= new Store(this.stub));
  }

  get channel(): string {
    return this.stub.getChannelID();
  }

  /** The transaction's timestamp, in whole seconds. Every endorser holds it to within 60 s of its own clock. */
  get now(): EpochSeconds {
    return this.stub.getTxTimestamp().seconds.toNumber();
  }

  /** All organisations, once the caller is admitted. */
  get consortium(): Consortium {
    if (this.#consortium === undefined) throw new Error('nobody was admitted');
    return this.#consortium;
  }

  /** The caller's admission, once it is admitted. */
  get admission(): Admission {
    if (this.#admission === undefined) throw new Error('nobody was admitted');
    return this.#admission;
  }

  /**
   * Admits the caller to `method` and parses the transaction's argument.
   * @throws DomainError of the groups "the caller" and "the command"
   */
  async admit<Command extends z.ZodType, Result extends z.ZodType>(
    method: Method<Command, Result>,
  ): Promise<Admitted<z.output<Command>>> {
    const caller = await this.admitCaller(method);
    const command = parseCommand(method.command, this.#argument());
    const request = isIdempotent(command) ? this.#request(method, caller, command) : null;
    return { caller, command, request: request as Admitted<z.output<Command>>['request'] };
  }

  /** Admits the caller to a method whose argument is bytes, and gives these. */
  async admitBytes(
    method: Pick<Method, 'name' | 'roles'>,
  ): Promise<{ caller: Caller; argument: Uint8Array }> {
    const caller = await this.admitCaller(method);
    return { caller, argument: this.#argument() ?? new Uint8Array() };
  }

  /**
   * Writes what was decided, pins the caller's key at its first command, emits the event.
   * @returns the transaction's response, as JSON
   */
  async save<Result>(decision: Decision<Result>): Promise<string> {
    const { outcome, result, records } = decision;
    const changes = outcome === 'done' ? this.#withPin(decision.changes) : decision.changes;
    await save(this.store, changes, records);
    if (changes.length > 0 || records.length > 0) {
      this.stub.setEvent(EVENT_NAME, eventPayload({ outcome, result, changes, records }));
    }
    const response: Response<Result> = { outcome, result, changes };
    return JSON.stringify(response);
  }

  async admitCaller(method: Pick<Method, 'name' | 'roles'>): Promise<Caller> {
    const credentials = credentialsOf(this.clientIdentity);
    const consortium = await this.store.get('consortium');
    const { mspId, enrolmentId } = credentials;
    const account =
      enrolmentId === null ? undefined : await this.store.get('account', `${mspId}/${enrolmentId}`);
    this.#admission = admit(method, credentials, consortium, account);
    this.#consortium = consortium ?? FOUNDING_CONSORTIUM;
    return this.#admission.caller;
  }

  #argument(): Uint8Array | undefined {
    const [, argument, ...more] = (this.stub as Stub).getBufferArgs();
    if (more.length > 0) throw new DomainError('COMMAND_MALFORMED', 'more than one argument');
    return argument;
  }

  #request<Command extends z.ZodType>(
    method: Method<Command>,
    caller: Caller,
    command: z.output<Command> & { idempotencyKey: string },
  ): Request {
    const intent = method.intent === undefined ? command : method.intent(command, caller.account);
    return {
      id: requestIdOf(this.channel, caller.account, method.name, command.idempotencyKey),
      account: caller.account,
      at: this.now,
      commandHash: commandHashOf(this.channel, method.name, intent),
    };
  }

  #withPin(changes: Decision<unknown>['changes']): Decision<unknown>['changes'] {
    const { account, pins } = this.admission;
    const changed = changes.some((change) => change.type === 'account' && change.value.id === account.id);
    return pins && !changed ? [...changes, { type: 'account', value: account }] : changes;
  }
}

function isIdempotent<Command>(command: Command): command is Command & { idempotencyKey: string } {
  return (
    typeof command === 'object' &&
    command !== null &&
    'idempotencyKey' in command &&
    typeof command.idempotencyKey === 'string'
  );
}

import assert from 'node:assert/strict';
import { CommitError, EndorseError, GatewayError } from '@hyperledger/fabric-gateway';
import type { Argument, LedgerClient, LedgerIdentity } from './ledger-client.ts';

/** A ledger with the fixture contract, two identities, and what is known about them. */
export interface ConformanceSubject<I extends LedgerIdentity> {
  readonly client: LedgerClient<I>;
  /** The value of the certificate's `role` attribute is `role`. */
  readonly identities: readonly [ConformanceIdentity<I>, ConformanceIdentity<I>];
  readonly channel: string;
  close(): Promise<void> | void;
}

export interface ConformanceIdentity<I extends LedgerIdentity> {
  readonly identity: I;
  readonly role: string;
}

/** What a subject cannot show. */
export interface ConformanceOptions {
  /** False if a single endorser cannot disagree with itself. */
  readonly comparesEndorsers?: boolean;
}

/** The protocol's codes for a transaction that was overtaken. */
const MVCC_READ_CONFLICT = 11;
const PHANTOM_READ_CONFLICT = 12;
const ABORTED = 10;
const UNKNOWN = 2;

/** How often a call is repeated while peers of a real network are at different heights. */
const SETTLE_ATTEMPTS = 20;
const SETTLE_PAUSE_MS = 100;

/** A transaction takes some tenths of a second on a real network, and a test sends up to a dozen. */
const TEST_MS = 30_000;

/**
 * Declares the tests of what the market relies on in Fabric. They run on the in-memory ledger and on a real network
 * alike, on a ledger that may hold other keys: each test works below a prefix of its own.
 *
 * @param makeSubject called once, before the first test.
 */
export function conformance<I extends LedgerIdentity>(
  name: string,
  makeSubject: () => Promise<ConformanceSubject<I>>,
  options: ConformanceOptions = {},
): void {
  describe(`Fabric conformance of ${name}`, () => {
    const session = new Session<I>();
    before(async () => session.open(await makeSubject()));
    after(() => session.close());
    beforeEach(() => session.nextPrefix());

    readsAndWrites(session);
    rangeScans(session);
    compositeKeys(session);
    pages(session);
    events(session);
    calls(session);
    refusals(session);
    conflicts(session);
    if (options.comparesEndorsers !== false) disagreements(session);
  }).timeout(TEST_MS);
}

/** One run of the suite: its subject, and calls as its first identity. */
class Session<I extends LedgerIdentity> {
  readonly #run = `t${Date.now().toString(36)}-`;
  #subject: ConformanceSubject<I> | undefined;
  #test = 0;

  open(subject: ConformanceSubject<I>): void {
    this.#subject = subject;
  }

  async close(): Promise<void> {
    await this.#subject?.close();
  }

  get subject(): ConformanceSubject<I> {
    assert(this.#subject, 'the subject was not made');
    return this.#subject;
  }

  nextPrefix(): void {
    this.#test += 1;
  }

  /** Begins every key of the test, and no key of another test. */
  get prefix(): string {
    return `${this.#run}${String(this.#test).padStart(3, '0')}/`;
  }

  /** The end of the range of all keys of the test. */
  get end(): string {
    return `${this.#run}${String(this.#test).padStart(3, '0')}0`;
  }

  get #me(): I {
    return this.subject.identities[0].identity;
  }

  submit(functionName: string, ...args: Argument[]) {
    return settled(() => this.subject.client.submit(this.#me, functionName, args));
  }

  endorse(functionName: string, ...args: Argument[]) {
    return settled(() => this.subject.client.endorse(this.#me, functionName, args));
  }

  /** One attempt, for a call that is expected to fail. */
  submitOnce(functionName: string, ...args: Argument[]) {
    return this.subject.client.submit(this.#me, functionName, args);
  }

  async evaluate(functionName: string, ...args: Argument[]): Promise<string> {
    return (await this.subject.client.evaluate(this.#me, functionName, args)).toString('utf8');
  }

  async evaluateJson(functionName: string, ...args: Argument[]): Promise<unknown> {
    return JSON.parse(await this.evaluate(functionName, ...args));
  }

  /** Waits until the client's own peer has what the test wrote. */
  async put(key: string, value: string): Promise<void> {
    await this.submit('put', key, value);
  }
}

/** Endorsers of a real network may be a block apart for a moment, and then disagree about what was just written. */
async function settled<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === SETTLE_ATTEMPTS || !isMismatch(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, SETTLE_PAUSE_MS));
    }
  }
}

const isMismatch = (error: unknown): boolean =>
  error instanceof EndorseError &&
  error.details.some(({ message }) => message.includes('ProposalResponsePayloads do not match'));

function readsAndWrites<I extends LedgerIdentity>(session: Session<I>): void {
  it('a later transaction reads what an earlier one wrote', async () => {
    const key = `${session.prefix}a`;
    await session.put(key, 'one');
    assert.equal(await session.evaluate('get', key), 'one');
  });

  it('a key that was never written reads as empty', async () => {
    assert.equal(await session.evaluate('get', `${session.prefix}absent`), '');
  });

  it('a transaction does not read its own writes', async () => {
    const key = `${session.prefix}a`;
    await session.put(key, 'committed');
    const { result } = await session.submit('putThenGet', key, 'new');
    assert.equal(result.toString(), 'committed');
    assert.equal(await session.evaluate('get', key), 'new');
  });

  it('a transaction still reads what it has deleted', async () => {
    const key = `${session.prefix}a`;
    await session.put(key, 'committed');
    assert.equal((await session.submit('removeThenGet', key)).result.toString(), 'committed');
    assert.equal(await session.evaluate('get', key), '');
  });

  it('the last of several writes to a key counts', async () => {
    const key = `${session.prefix}a`;
    await session.submit('putTwice', key, 'first', 'second');
    assert.equal(await session.evaluate('get', key), 'second');
  });

  it('a deletion after a write of the same transaction deletes', async () => {
    const key = `${session.prefix}a`;
    await session.put(key, 'before');
    await session.submit('putThenRemove', key, 'then');
    assert.equal(await session.evaluate('get', key), '');
  });

  it('writing an empty value deletes the key', async () => {
    const key = `${session.prefix}a`;
    await session.put(key, 'something');
    await session.submit('put', key, '');
    assert.deepEqual(await session.evaluateJson('scan', session.prefix, session.end), []);
  });

  it('deleting a key that does not exist is allowed', async () => {
    await session.submit('remove', `${session.prefix}absent`);
  });

  it('an evaluation writes nothing', async () => {
    const key = `${session.prefix}a`;
    await session.evaluate('put', key, 'never');
    assert.equal(await session.evaluate('get', key), '');
  });

  it('a value of 100 kB arrives whole', async () => {
    const key = `${session.prefix}a`;
    const value = 'energy'.repeat(17_000);
    await session.put(key, value);
    assert.equal(await session.evaluate('get', key), value);
  });
}

function rangeScans<I extends LedgerIdentity>(session: Session<I>): void {
  const keysBetween = async (start: string, end: string): Promise<string[]> =>
    ((await session.evaluateJson('scan', start, end)) as [string, string][]).map(([key]) => key);

  it('a range includes its start and excludes its end', async () => {
    const key = (letter: string) => `${session.prefix}${letter}`;
    for (const letter of ['a', 'b', 'c']) await session.put(key(letter), letter);
    assert.deepEqual(await keysBetween(key('a'), key('c')), [key('a'), key('b')]);
  });

  it('a range is ordered by the UTF-8 bytes of the keys', async () => {
    // UTF-16 would put the emoji (a surrogate pair) before the private-use character.
    const letters = ['Z', 'a', 'é', '\u{e000}', '\u{1f600}'];
    for (const letter of [...letters].reverse()) await session.put(session.prefix + letter, 'x');
    assert.deepEqual(
      await keysBetween(session.prefix, session.end),
      letters.map((letter) => session.prefix + letter),
    );
  });

  it('a scan of more entries than a peer sends at once returns them all', async () => {
    await session.submit('putMany', session.prefix, '205', 'x');
    assert.equal((await keysBetween(session.prefix, session.end)).length, 205);
  });

  it('a scan does not see the writes of its own transaction', async () => {
    const key = `${session.prefix}a`;
    const { result } = await session.submit('putThenScan', key, 'x', session.prefix, session.end);
    assert.deepEqual(JSON.parse(result.toString()), []);
  });

  it('deleted keys are not in a range', async () => {
    for (const letter of ['a', 'b']) await session.put(session.prefix + letter, 'x');
    await session.submit('remove', `${session.prefix}a`);
    assert.deepEqual(await keysBetween(session.prefix, session.end), [`${session.prefix}b`]);
  });

  it('a range whose start lies after its end is empty', async () => {
    await session.put(`${session.prefix}a`, 'x');
    assert.deepEqual(await keysBetween(session.end, session.prefix), []);
  });

  it('a range of simple keys from the very beginning holds no composite keys', async () => {
    await session.submit('putComposite', session.prefix, '["a"]', 'x');
    const keys = await keysBetween('', session.end);
    assert(keys.every((key) => !key.startsWith('\0')));
  });

  it('a bound of a simple range must not be a composite key', async () => {
    await assert.rejects(
      session.evaluate('scan', '\0a', ''),
      chaincodeError('first character of the key [\0a] contains a null character which is not allowed'),
    );
  });
}

function compositeKeys<I extends LedgerIdentity>(session: Session<I>): void {
  const scan = (objectType: string, attributes: string[]) =>
    session.evaluateJson('scanComposite', objectType, JSON.stringify(attributes));

  it('a composite scan finds keys whose first attributes are exactly the given ones', async () => {
    const type = session.prefix;
    for (const attributes of [['a'], ['a', 'b'], ['a', 'c'], ['ab', 'd']]) {
      await session.submit('putComposite', type, JSON.stringify(attributes), attributes.join('+'));
    }
    // The documentation says that a full key gives nothing, but the range begins with the key itself.
    assert.deepEqual(await scan(type, ['a']), [
      [{ objectType: type, attributes: ['a'] }, 'a'],
      [{ objectType: type, attributes: ['a', 'b'] }, 'a+b'],
      [{ objectType: type, attributes: ['a', 'c'] }, 'a+c'],
    ]);
  });

  it('a composite scan without attributes finds the whole object type', async () => {
    const type = session.prefix;
    await session.submit('putComposite', type, '["\u{10fffe}"]', 'last');
    await session.submit('putComposite', type, '["a"]', 'first');
    assert.deepEqual(await scan(type, []), [
      [{ objectType: type, attributes: ['a'] }, 'first'],
      [{ objectType: type, attributes: ['\u{10fffe}'] }, 'last'],
    ]);
  });

  it('an object type that begins another one is a different type', async () => {
    await session.submit('putComposite', `${session.prefix}batch`, '["a"]', 'x');
    assert.deepEqual(await scan(`${session.prefix}bat`, []), []);
  });

  it('an empty attribute is refused', async () => {
    await assert.rejects(
      session.evaluate('scanComposite', session.prefix, '["a",""]'),
      chaincodeError('object type or attribute not a non-zero length string'),
    );
  });

  it('a composite key is no simple key of the same text', async () => {
    await session.submit('putComposite', session.prefix, '["a"]', 'x');
    assert.equal(await session.evaluate('get', `${session.prefix}a`), '');
  });
}

interface Page<Key> {
  readonly keys: readonly Key[];
  readonly metadata: { readonly bookmark: string; readonly fetchedRecordsCount: number } | null;
}

function pages<I extends LedgerIdentity>(session: Session<I>): void {
  const page = async (bookmark: string): Promise<Page<string>> =>
    (await session.evaluateJson('page', session.prefix, session.end, '2', bookmark)) as Page<string>;

  it('pages join into the whole range, each naming where the next begins', async () => {
    await session.submit('putMany', session.prefix, '5', 'x');
    const key = (number: number) => `${session.prefix}00000${number}`;
    const metadata = (bookmark: string, fetchedRecordsCount: number) => ({ bookmark, fetchedRecordsCount });
    assert.deepEqual(await page(''), { keys: [key(0), key(1)], metadata: metadata(key(2), 2) });
    assert.deepEqual(await page(key(2)), { keys: [key(2), key(3)], metadata: metadata(key(4), 2) });
    assert.deepEqual(await page(key(4)), { keys: [key(4)], metadata: metadata('', 1) });
  });

  it('a page that ends with the range names no next one', async () => {
    await session.submit('putMany', session.prefix, '2', 'x');
    assert.equal((await page('')).metadata?.bookmark, '');
  });

  it('an empty page has no metadata at all', async () => {
    assert.deepEqual(await page(''), { keys: [], metadata: null });
  });

  it('a page of composite keys follows the same rules', async () => {
    for (const letter of ['a', 'b', 'c']) {
      await session.submit('putComposite', session.prefix, JSON.stringify([letter]), 'x');
    }
    const composites = async (bookmark: string) =>
      (await session.evaluateJson('pageComposite', session.prefix, '[]', '2', bookmark)) as Page<string[]>;
    const first = await composites('');
    assert.deepEqual(first.keys, [['a'], ['b']]);
    assert.deepEqual((await composites(first.metadata?.bookmark ?? '')).keys, [['c']]);
  });

  it('writes after a page are refused', async () => {
    await assert.rejects(
      session.submitOnce('pageThenPut', session.prefix, session.end, `${session.prefix}a`),
      (error: EndorseError) => {
        assert.match(
          error.details[0]?.message ?? '',
          /^chaincode response 500, PUT_STATE failed: transaction ID: [0-9a-f]{64}: txid \[[0-9a-f]{64}\]: unsuppored transaction\. Transaction has already performed a paginated query\. Writes are not allowed$/,
        );
        return true;
      },
    );
  });

  it('a page after a write is refused', async () => {
    await assert.rejects(
      session.submitOnce('putThenPage', session.prefix, session.end, `${session.prefix}a`),
      (error: EndorseError) => {
        assert.match(
          error.details[0]?.message ?? '',
          /^chaincode response 500, GET_STATE_BY_RANGE failed: transaction ID: [0-9a-f]{64}: txid \[[0-9a-f]{64}\]: unsuppored transaction\. Paginated queries are supported only in a read-only transaction$/,
        );
        return true;
      },
    );
  });
}

function events<I extends LedgerIdentity>(session: Session<I>): void {
  it('the last event of a transaction is its event', async () => {
    const { event } = await session.submit('events', '["first","second"]', 'payload');
    assert.equal(event?.name, 'second');
    assert.equal(event.payload.toString(), 'payload');
  });

  it('a transaction without an event has none', async () => {
    assert.equal((await session.submit('put', `${session.prefix}a`, 'x')).event, undefined);
  });

  it('an event without a name is refused', async () => {
    await assert.rejects(
      session.submitOnce('events', '[""]', 'payload'),
      chaincodeError('Event name must be a non-empty string'),
    );
  });
}

function calls<I extends LedgerIdentity>(session: Session<I>): void {
  it('arguments that are not text arrive unharmed', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const [functionName, argument] = (await session.evaluateJson('argumentBytes', bytes)) as string[];
    assert.equal(functionName, Buffer.from('argumentBytes').toString('hex'));
    assert.equal(argument, bytes.toString('hex'));
  });

  it('an empty argument is an argument', async () => {
    assert.deepEqual(await session.evaluateJson('argumentBytes', ''), [
      Buffer.from('argumentBytes').toString('hex'),
      '',
    ]);
  });

  it('the stub knows transaction, channel, time and call', async () => {
    const { txId, result } = await session.submit('transaction');
    const seen = JSON.parse(result.toString()) as { id: string; channel: string; seconds: number };
    assert.equal(seen.id, txId);
    assert.equal(seen.channel, session.subject.channel);
    assert(Number.isSafeInteger(seen.seconds) && seen.seconds > 1_500_000_000);
    assert.deepEqual((seen as { call?: unknown }).call, { fcn: 'transaction', params: [] });
  });

  it('the caller is the owner of the certificate, with its role', async () => {
    const { client, identities } = session.subject;
    for (const { identity, role } of identities) {
      const seen = JSON.parse((await client.evaluate(identity, 'caller', [])).toString()) as {
        mspId: string;
        id: string;
        role: string | null;
      };
      assert.equal(seen.mspId, identity.mspId);
      assert.match(seen.id, new RegExp(`^x509::/OU=client/CN=${identity.id}::/`));
      assert.equal(seen.role, role);
    }
  });

  it('the contract may be named before the function', async () => {
    assert.equal(await session.evaluate('Fixture:get', `${session.prefix}absent`), '');
  });
}

function refusals<I extends LedgerIdentity>(session: Session<I>): void {
  it('an error thrown on submit is an EndorseError that carries the text', async () => {
    const text = '{"code":"TEST","detail":"näh: \\"so\\""}';
    await assert.rejects(session.submitOnce('putThenThrow', `${session.prefix}a`, 'x', text), (error) => {
      assert(error instanceof EndorseError);
      assert.equal(error.code, ABORTED);
      assert.match(error.transactionId, /^[0-9a-f]{64}$/);
      assert.equal(error.details[0]?.message, `chaincode response 500, ${text}`);
      assert.match(error.message, /^10 ABORTED: failed to endorse transaction, see attached details/);
      return true;
    });
  });

  it('a transaction that threw leaves nothing behind', async () => {
    const key = `${session.prefix}a`;
    await assert.rejects(session.submitOnce('putThenThrow', key, 'x', 'no'));
    assert.equal(await session.evaluate('get', key), '');
  });

  it('an error thrown on evaluate is a GatewayError that carries the text', async () => {
    await assert.rejects(session.evaluate('putThenThrow', `${session.prefix}a`, 'x', 'no'), (error) => {
      assert(error instanceof GatewayError && !(error instanceof EndorseError));
      assert.equal(error.code, UNKNOWN);
      assert.equal(error.details[0]?.message, 'chaincode response 500, no');
      assert.equal(
        error.message,
        '2 UNKNOWN: evaluate call to endorser returned error: chaincode response 500, no',
      );
      return true;
    });
  });

  it('an unknown function is refused', async () => {
    await assert.rejects(
      session.evaluate('absent'),
      chaincodeError("You've asked to invoke a function that does not exist: absent"),
    );
  });

  it('an unknown contract is refused', async () => {
    await assert.rejects(
      session.evaluate('Absent:get', 'a'),
      chaincodeError('Contract name is not known: Absent'),
    );
  });

  it('a call with too few arguments is refused', async () => {
    await assert.rejects(
      session.evaluate('put', 'a'),
      chaincodeError('Expected 2 parameters, but 1 have been supplied'),
    );
  });
}

function conflicts<I extends LedgerIdentity>(session: Session<I>): void {
  const isInvalid = (code: number) => (error: unknown) => {
    assert(error instanceof CommitError, String(error));
    assert.equal(error.code, code);
    return true;
  };

  it('of two transactions that read and write one key, the second is invalid', async () => {
    const key = `${session.prefix}counter`;
    await session.put(key, '5');
    const first = await session.endorse('increment', key);
    const second = await session.endorse('increment', key);
    await first.submit();
    await assert.rejects(second.submit(), isInvalid(MVCC_READ_CONFLICT));
    assert.equal(await session.evaluate('get', key), '6');
  });

  it('reading that a key does not exist conflicts with its creation', async () => {
    const key = `${session.prefix}counter`;
    const first = await session.endorse('increment', key);
    const second = await session.endorse('increment', key);
    await first.submit();
    await assert.rejects(second.submit(), isInvalid(MVCC_READ_CONFLICT));
  });

  it('reading a key conflicts with its deletion', async () => {
    const key = `${session.prefix}a`;
    await session.put(key, 'x');
    const copy = await session.endorse('copy', key, `${session.prefix}b`);
    await session.submit('remove', key);
    await assert.rejects(copy.submit(), isInvalid(MVCC_READ_CONFLICT));
  });

  it('writing back the same value is a change', async () => {
    const key = `${session.prefix}a`;
    await session.put(key, 'x');
    const copy = await session.endorse('copy', key, `${session.prefix}b`);
    await session.put(key, 'x');
    await assert.rejects(copy.submit(), isInvalid(MVCC_READ_CONFLICT));
  });

  it('writes without reads never conflict, and the later one stays', async () => {
    const key = `${session.prefix}a`;
    const first = await session.endorse('put', key, 'first');
    const second = await session.endorse('put', key, 'second');
    await second.submit();
    await first.submit();
    assert.equal(await session.evaluate('get', key), 'first');
  });

  it('a scan conflicts with a key that appears in its range', async () => {
    await session.submit('putMany', session.prefix, '3', 'x');
    const count = await session.endorse('countInto', session.prefix, session.end, `${session.end}-count`);
    await session.put(`${session.prefix}zzz`, 'x');
    await assert.rejects(count.submit(), isInvalid(PHANTOM_READ_CONFLICT));
  });

  it('a scan conflicts with a key that leaves its range', async () => {
    await session.submit('putMany', session.prefix, '3', 'x');
    const count = await session.endorse('countInto', session.prefix, session.end, `${session.end}-count`);
    await session.submit('remove', `${session.prefix}000001`);
    await assert.rejects(count.submit(), isInvalid(PHANTOM_READ_CONFLICT));
  });

  it('a scan conflicts with a new value in its range', async () => {
    await session.submit('putMany', session.prefix, '3', 'x');
    const count = await session.endorse('countInto', session.prefix, session.end, `${session.end}-count`);
    await session.put(`${session.prefix}000001`, 'y');
    await assert.rejects(count.submit(), isInvalid(PHANTOM_READ_CONFLICT));
  });

  it('a scan does not conflict with a key outside its range', async () => {
    await session.submit('putMany', session.prefix, '3', 'x');
    const count = await session.endorse('countInto', session.prefix, session.end, `${session.end}-count`);
    await session.put(session.end, 'just beyond');
    await count.submit();
  });

  it('a scan cut short covers only what the peer has read ahead', async () => {
    await session.submit('putMany', session.prefix, '150', 'x');
    const into = `${session.end}-first`;
    const within = await session.endorse('scanFirstInto', session.prefix, session.end, into);
    const beyond = await session.endorse('scanFirstInto', session.prefix, session.end, into);
    await session.put(`${session.prefix}000140`, 'beyond the 101 keys that the peer has read');
    await beyond.submit();
    await session.put(`${session.prefix}000100`, 'the last of the 101 keys');
    await assert.rejects(within.submit(), isInvalid(PHANTOM_READ_CONFLICT));
  });
}

function disagreements<I extends LedgerIdentity>(session: Session<I>): void {
  it('endorsers that compute different results cannot endorse', async () => {
    await assert.rejects(session.submitOnce('random', `${session.prefix}a`), (error) => {
      assert(error instanceof EndorseError);
      assert.equal(error.code, ABORTED);
      assert(error.details.some(({ message }) => message === 'ProposalResponsePayloads do not match'));
      return true;
    });
  });
}

const chaincodeError = (text: string) => (error: unknown) => {
  assert(error instanceof GatewayError, String(error));
  assert.equal(error.details[0]?.message, `chaincode response 500, ${text}`);
  return true;
};

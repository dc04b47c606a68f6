import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { derInteger, derSequence } from '../../../fabric-ca-client/der.ts';
import { hasLowS, signLowS } from '../../../fabric-ca-client/index.ts';
import type { Caller } from '../../../gateway/src/authentication/principal.ts';
import type { LedgerIdentity } from '../../../gateway/src/fabric/wallet.ts';
import { problemOf } from '../../../gateway/src/problem/from-error.ts';
import { Questions } from '../../../gateway/src/services/questions.ts';
import { certificateOf } from '../certificate.ts';

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const PROPOSAL = Buffer.from('a proposal');
const LONG_MS = 60_000;

const owner = ownerNamed('m1');
const other = ownerNamed('m2');

function ownerNamed(enrolmentId: string) {
  const { certificate, privateKey } = certificateOf(enrolmentId);
  const [mspId, account] = ['RiversideMSP', `RiversideMSP/${enrolmentId}`];
  const identity: LedgerIdentity = {
    ...{ account, mspId, enrolmentId, certificate, keys: 'own' },
    sign: () => Promise.reject(new Error('no key is here')),
  };
  const caller: Caller = { kind: 'caller', account, mspId, role: 'member', identity } as Caller;
  return { caller, sign: (bytes: Uint8Array) => signLowS(bytes, createPrivateKey(privateKey)) };
}

/** As peers do: they take the question with its signature, and answer with both. */
async function peers(identity: LedgerIdentity): Promise<unknown> {
  const signature = await identity.sign(PROPOSAL, 'proposal');
  return { signature: Buffer.from(signature).toString('hex') };
}

/** Code of the problem that it ends with, or `done`. */
async function codeOf(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => 'done',
    (error: unknown) => problemOf(error).code,
  );
}

/** The other one of the two signatures that fit. */
function withHighS(signature: Buffer): Buffer {
  const rLength = signature.readUInt8(3);
  const integer = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`);
  const r = integer(signature.subarray(4, 4 + rLength));
  const s = integer(signature.subarray(6 + rLength));
  return derSequence(derInteger(r), derInteger(ORDER - s));
}

describe('questions of those who keep their keys', () => {
  it('are asked once they are signed, and have the same answer when the signature comes again', async () => {
    const questions = new Questions(LONG_MS);
    const question = await questions.ask(owner.caller, peers);
    assert.deepEqual(Buffer.from(question.bytes), PROPOSAL);
    const signature = owner.sign(question.bytes);
    const answer = { signature: signature.toString('hex') };
    assert.deepEqual(await questions.answer(owner.caller, question.id, signature), answer);
    const again = owner.sign(question.bytes);
    assert.deepEqual(await questions.answer(owner.caller, question.id, again), answer);
  });

  it("are nobody else's, and take the signature of no other key", async () => {
    const questions = new Questions(LONG_MS);
    const { id, bytes } = await questions.ask(owner.caller, peers);
    assert.equal(await codeOf(questions.answer(other.caller, id, other.sign(bytes))), 'NOT_FOUND');
    assert.equal(await codeOf(questions.answer(owner.caller, id, other.sign(bytes))), 'SIGNATURE_INVALID');
    assert.equal(
      await codeOf(questions.answer(owner.caller, id, owner.sign(Buffer.from('else')))),
      'SIGNATURE_INVALID',
    );
    assert.equal(await codeOf(questions.answer(owner.caller, id, Buffer.alloc(70))), 'SIGNATURE_INVALID');
    assert.ok(await questions.answer(owner.caller, id, owner.sign(bytes)));
  });

  it('refuse the signature with the higher S at once, as peers would later', async () => {
    const questions = new Questions(LONG_MS);
    const { id, bytes } = await questions.ask(owner.caller, peers);
    const signature = owner.sign(bytes);
    const high = withHighS(signature);
    assert.deepEqual([hasLowS(signature), hasLowS(high)], [true, false]);
    assert.equal(await codeOf(questions.answer(owner.caller, id, high)), 'SIGNATURE_INVALID');
    assert.ok(await questions.answer(owner.caller, id, signature));
  });

  it('fail at once with what is wrong before anything is to be signed', async () => {
    const failing = () => Promise.reject(new RangeError('no such thing'));
    await assert.rejects(new Questions(LONG_MS).ask(owner.caller, failing), RangeError);
  });

  it('tell whoever signs what peers refuse', async () => {
    const questions = new Questions(LONG_MS);
    const { id, bytes } = await questions.ask(owner.caller, async (identity) => {
      await peers(identity);
      throw new RangeError('refused');
    });
    await assert.rejects(questions.answer(owner.caller, id, owner.sign(bytes)), RangeError);
  });

  it('are forgotten after a while', async () => {
    const questions = new Questions(20);
    const { id, bytes } = await questions.ask(owner.caller, peers);
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(await codeOf(questions.answer(owner.caller, id, owner.sign(bytes))), 'NOT_FOUND');
  });

  it('are ten of an account, at most', async () => {
    const questions = new Questions(LONG_MS);
    for (let count = 0; count < 10; count += 1) await questions.ask(owner.caller, peers);
    assert.equal(await codeOf(questions.ask(owner.caller, peers)), 'PENDING_LIMIT_REACHED');
    assert.ok(await questions.ask(other.caller, peers));
  });

  it('keep no others out once they are signed', async () => {
    const questions = new Questions(LONG_MS);
    for (let count = 0; count < 30; count += 1) {
      const { id, bytes } = await questions.ask(owner.caller, peers);
      assert.ok(await questions.answer(owner.caller, id, owner.sign(bytes)));
    }
  });
});

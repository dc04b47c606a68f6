import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { derInteger, derSequence } from '../../fabric-ca-client/der.ts';
import { Refused } from '../../statement-verifier/refused.mjs';
import { verifyStatement, type Trust } from '../../statement-verifier/verify.mjs';
import { mutationsOf } from './mutations.ts';
import {
  AT_SEC,
  Authority,
  CHAINCODE,
  CHANNEL,
  endorse,
  ID,
  makeStatement,
  type Signer,
  type StatementParts,
} from './synthetic-statement.ts';

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const METHOD = 'statements:statement';
const DAY_SEC = 86_400;

const authorities = {
  regulator: new Authority('RegulatorMSP'),
  utility: new Authority('UtilityMSP'),
  riverside: new Authority('RiversideMSP'),
  hillside: new Authority('HillsideMSP'),
};
const regulator = authorities.regulator.peer();
const utility = authorities.utility.peer();
const riverside = authorities.riverside.peer();
const hillside = authorities.hillside.peer();
const signers = [regulator, utility, riverside];

function trusting(changes: Partial<Trust> = {}, ...others: (readonly [string, string])[]): Trust {
  const roots = Object.values(authorities).map((one) => [one.mspId, one.certificate] as const);
  const chains = Map.groupBy([...roots, ...others], ([mspId]) => mspId);
  const read = [...chains].map(
    ([mspId, chain]) => [mspId, chain.map(([, pem]) => new X509Certificate(pem))] as const,
  );
  return {
    authorities: new Map(read),
    ...{ regulator: 'RegulatorMSP', utility: 'UtilityMSP', channel: CHANNEL, chaincode: CHAINCODE },
    id: undefined,
    ...changes,
  };
}

/** Why a statement is refused, or `proven`. */
function verdict(statement: unknown, trust = trusting()): string {
  try {
    verifyStatement(statement, trust);
    return 'proven';
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

const verdictOf = (parts: Partial<StatementParts>): string => verdict(makeStatement({ signers, ...parts }));

/** A statement with another certificate, or another signer, for the community. */
const signedBy = (third: Signer): string => verdictOf({ signers: [regulator, utility, third] });

describe('a statement', () => {
  it('is proven by signatures of regulator, utility and a community', () => {
    const proven = verifyStatement(makeStatement({ signers }), trusting({ id: ID }));
    assert.deepEqual(
      { ...proven, transactionId: '' },
      {
        ...{ id: ID, value: { v: 1, amount: '500', units: 7 }, at: '2026-01-15T00:00:00.000Z' },
        ...{ transactionId: '', askedBy: 'RiversideMSP', statedBy: signers.map(({ mspId }) => mspId) },
        content: JSON.stringify({ channel: CHANNEL, id: ID, value: { v: 1, amount: '500', units: 7 } }),
      },
    );
  });

  it('may be signed by more of them, and by any community', () => {
    assert.equal(verdictOf({ signers: [...signers, hillside] }), 'proven');
    assert.equal(signedBy(hillside), 'proven');
  });

  it('fails without any one of them', () => {
    for (const [index, { mspId }] of signers.entries())
      assert.match(verdictOf({ signers: signers.toSpliced(index, 1) }), /^no peer of/, mspId);
    assert.equal(
      verdictOf({ signers: [utility, riverside, hillside] }),
      'no peer of RegulatorMSP has signed',
    );
    assert.equal(verdictOf({ signers: [] }), 'no peer of RegulatorMSP has signed');
  });

  it('fails when any field of it is changed, left out or added to', () => {
    const statement = makeStatement({ signers: [...signers, hillside] });
    const mutations = mutationsOf(statement, () => 150);
    const passed = mutations.filter((mutation) => verdict(mutation.statement) === 'proven');
    // Four have signed, of whom only two communities can do without one another.
    assert.deepEqual(
      passed.map(({ what }) => what),
      ['$.endorsements[2] left out', '$.endorsements[3] left out'],
    );
    assert.ok(mutations.length > 1_500);
  });

  it('fails for another channel, chaincode, method or id than it should be of', () => {
    assert.match(verdictOf({ channel: 'other' }), /channel other/);
    assert.match(verdictOf({ answer: { channel: 'other', id: ID, value: 1 } }), /channel other/);
    assert.match(verdictOf({ chaincode: 'other' }), /chaincode other/);
    assert.match(verdictOf({ answeredBy: 'other' }), /chaincode other/);
    assert.match(verdictOf({ args: ['money:pay', JSON.stringify({ id: ID })] }), /asked for money:pay/);
    assert.match(verdictOf({ args: [METHOD, JSON.stringify({ id: 'coin/abc.1' })] }), /another record/);
    assert.match(verdictOf({ args: [METHOD, JSON.stringify({ id: ID, more: 1 })] }), /exactly the fields/);
    assert.match(verdictOf({ args: [METHOD, JSON.stringify({ id: ID }), 'more'] }), /asked for/);
    assert.match(verdictOf({ args: [METHOD] }), /no JSON/);
    const other = { channel: CHANNEL, id: 'coin/abc.1', value: 1 };
    assert.match(verdictOf({ answer: other }), /another record/);
    assert.match(verdict(makeStatement({ signers }), trusting({ id: 'coin/abc.1' })), /is about coin\/abc.0/);
  });

  it('fails when the answer is no plain answer to the question', () => {
    assert.match(verdictOf({ status: 500 }), /status 500/);
    assert.match(verdictOf({ write: { key: 'coin' } }), /writes to the ledger/);
    assert.match(verdictOf({ event: true }), /emits an event/);
    assert.match(verdictOf({ transient: true }), /does not belong there/);
    assert.match(verdictOf({ proposalHash: Buffer.alloc(32) }), /another question/);
    assert.match(verdictOf({ transactionId: 'ab'.repeat(32) }), /transaction id/);
    assert.match(
      verdictOf({ answer: { channel: CHANNEL, id: ID, value: 2 ** 53 } }),
      /the number 9007199254740992/,
    );
  });

  it('of a balance is of the coins that were asked about', () => {
    const id = 'balance/RiversideMSP/anna';
    const args = ['statements:statement', JSON.stringify({ id, coins: ['a.0'] })];
    const answer = (coins: string[]) => ({ channel: CHANNEL, id, value: { free: '1', held: '0', coins } });
    assert.equal(verdictOf({ args, answer: answer(['a.0']) }), 'proven');
    assert.match(verdictOf({ args, answer: answer(['a.1']) }), /other coins/);
  });

  it('fails for a certificate that the root has not issued, however it is named', () => {
    const forged = new Authority('RiversideMSP', { seed: 'forged' });
    assert.match(signedBy(forged.peer()), /does not come from the root of RiversideMSP/);
    const foreign = { ...authorities.hillside.peer(), mspId: 'RiversideMSP' };
    assert.match(signedBy(foreign), /does not come from the root of RiversideMSP/);
    assert.match(signedBy(new Authority('OtherMSP').peer()), /no root of OtherMSP/);
  });

  it('fails for a certificate that only a peer has issued, even if somebody takes that for an authority', () => {
    for (const hasKeyUsage of [true, false]) {
      const options = { above: authorities.riverside, isAuthority: false, hasKeyUsage };
      const peerAsAuthority = new Authority('RiversideMSP', options);
      const statement = makeStatement({ signers: [regulator, utility, peerAsAuthority.peer()] });
      assert.match(verdict(statement), /does not come from the root/);
      const careless = trusting({}, ['RiversideMSP', peerAsAuthority.certificate]);
      assert.match(verdict(statement, careless), hasKeyUsage ? /does not come from/ : /is no authority/);
    }
  });

  it('passes with an intermediate authority that the organisation has published', () => {
    const intermediate = new Authority('RiversideMSP', { above: authorities.riverside });
    const statement = makeStatement({ signers: [regulator, utility, intermediate.peer()] });
    assert.equal(verdict(statement, trusting({}, ['RiversideMSP', intermediate.certificate])), 'proven');
    assert.match(verdict(statement), /does not come from the root/);
  });

  it('fails for an intermediate authority without its root', () => {
    const intermediate = new Authority('OtherMSP', { above: new Authority('OtherMSP') });
    const statement = makeStatement({ signers: [...signers, intermediate.peer()] });
    assert.match(
      verdict(statement, trusting({}, ['OtherMSP', intermediate.certificate])),
      /does not come from the root of OtherMSP/,
    );
  });

  it('fails for a certificate of another kind than peer', () => {
    for (const units of [['client'], ['admin'], ['orderer'], [], ['peer', 'client'], ['PEER']])
      assert.match(signedBy(authorities.riverside.peer({ units })), /not of a peer/, units.join());
    assert.match(signedBy(authorities.riverside.peer({ isAuthority: true })), /that of an authority/);
  });

  it('fails for certificates that were not valid when it was made; what is later does not matter', () => {
    const { riverside: authority } = authorities;
    const valid = { notBeforeSec: AT_SEC - DAY_SEC, notAfterSec: AT_SEC + DAY_SEC };
    assert.equal(signedBy(authority.peer(valid)), 'proven');
    assert.match(signedBy(authority.peer({ ...valid, notBeforeSec: AT_SEC + 1 })), /was not valid/);
    assert.match(signedBy(authority.peer({ ...valid, notAfterSec: AT_SEC - 1 })), /was not valid/);
    const ended = new Authority('OtherMSP', { notAfterSec: AT_SEC - 1 });
    const statement = makeStatement({ signers: [regulator, utility, ended.peer()] });
    assert.match(verdict(statement, trusting({}, ['OtherMSP', ended.certificate])), /was not valid/);
  });

  it('fails for the other one of the two signatures that fit, which peers do not make', () => {
    const statement = makeStatement({ signers });
    const [first] = statement.endorsements;
    assert.ok(first);
    const signature = Buffer.from(first.signature, 'base64');
    const rLength = signature.readUInt8(3);
    const toInteger = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`);
    const [r, s] = [
      toInteger(signature.subarray(4, 4 + rLength)),
      toInteger(signature.subarray(6 + rLength)),
    ];
    first.signature = derSequence(derInteger(r), derInteger(ORDER - s)).toString('base64');
    assert.match(verdict(statement), /signature of RegulatorMSP is wrong/);
  });

  it('fails when one of them has signed something else', () => {
    const statement = makeStatement({ signers });
    const other = makeStatement({ signers, atSec: AT_SEC + 1 });
    statement.endorsements[1] = endorse(Buffer.from(other.payload, 'base64'), utility);
    assert.match(verdict(statement), /signature of UtilityMSP is wrong/);
  });

  it('fails for anything else', () => {
    for (const nothing of [null, 1, 'text', [], {}]) assert.match(verdict(nothing), /the statement/);
  });
});

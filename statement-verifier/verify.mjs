// @ts-check
// What makes a statement proof: every step below, in order. Nothing is asked of any gateway or peer.
import { Buffer } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import { readCertificate, requirePeer } from './certificates.mjs';
import { isSigned } from './ecdsa.mjs';
import { readAnswer, readCall, readIdentity } from './fabric.mjs';
import { ensure, Refused } from './refused.mjs';

const METHOD = 'statements:statement';
const OK = 200;
const BALANCE = 'balance/';

/**
 * Whom to believe, and what about.
 *
 * @typedef {object} Trust
 * @property {Map<string, import('node:crypto').X509Certificate[]>} authorities certificates by MSP id
 * @property {string} regulator MSP id
 * @property {string} utility MSP id; every other one in `authorities` is a community's
 * @property {string} channel
 * @property {string} chaincode
 * @property {string | undefined} id of the record that it is to be about; any one by default
 */

/**
 * @param {unknown} statement as a gateway gives it, parsed from JSON
 * @param {Trust} trust
 * @returns {{ id: string, value: unknown, at: string, transactionId: string, askedBy: string, statedBy: string[], content: string }}
 * @throws {Refused} with the reason
 */
export function verifyStatement(statement, trust) {
  const { shown, call, payload, endorsements } = readStatement(statement);

  // 1. What was asked: this method of this chaincode on this channel, about this record.
  const question = readCall(call);
  ensure(question.channel === trust.channel, `the statement is of channel ${question.channel}`);
  ensure(question.chaincode === trust.chaincode, `the statement is of chaincode ${question.chaincode}`);
  const [method, argument, ...more] = question.args;
  ensure(method === METHOD && more.length === 0, `the peers were asked for ${method}`);
  const asked = parseObject('the argument', argument ?? '');
  requireKeys('the argument', asked, shown.id.startsWith(BALANCE) ? ['id', 'coins'] : ['id']);
  ensure(asked.id === shown.id, 'the peers were asked about another record');
  ensure(trust.id === undefined || trust.id === shown.id, `the statement is about ${shown.id}`);

  // 2. What was answered: to that very question, with success and without any effect, and what is shown.
  const answer = readAnswer(payload);
  ensure(answer.proposalHash.equals(question.hash), 'the answer is to another question');
  ensure(answer.chaincode === trust.chaincode, `the answer is of chaincode ${answer.chaincode}`);
  ensure(answer.status === OK, `the answer has status ${answer.status}`);
  const content = parseObject('the answer', answer.content);
  requireExactNumbers(content);
  ensure(isDeepStrictEqual(content, shown), 'what is shown is not what was signed');
  ensure(shown.channel === trust.channel, `the answer is about channel ${shown.channel}`);
  if (shown.id.startsWith(BALANCE)) requireSameCoins(asked, shown.value);

  // 3. Who says so: peers by certificates of the organisations' own roots, who all signed these very bytes.
  const statedBy = endorsements.map((endorsement) => {
    requireEndorsement(endorsement, payload, trust, question.at);
    return endorsement.mspId;
  });

  // 4. Whether that is enough: the regulator, the utility and a community.
  ensure(statedBy.includes(trust.regulator), `no peer of ${trust.regulator} has signed`);
  ensure(statedBy.includes(trust.utility), `no peer of ${trust.utility} has signed`);
  const communities = statedBy.filter((mspId) => mspId !== trust.regulator && mspId !== trust.utility);
  ensure(communities.length > 0, 'no peer of a community has signed');

  return {
    ...{ id: shown.id, value: shown.value, at: question.at.toISOString() },
    ...{ transactionId: question.transactionId, askedBy: question.creator.mspId },
    ...{ statedBy: [...new Set(statedBy)], content: answer.content },
  };
}

/**
 * @param {{ mspId: string, certificate: string, endorser: Buffer, signature: Buffer }} endorsement
 * @param {Buffer} payload what was signed
 * @param {Trust} trust
 * @param {Date} at
 */
function requireEndorsement({ mspId, certificate: shown, endorser, signature }, payload, trust, at) {
  const identity = readIdentity(endorser);
  ensure(identity.mspId === mspId, `the signer is of ${identity.mspId}, not of ${mspId}`);
  const certificate = readCertificate(identity.certificate);
  ensure(certificate.toString() === shown, `the certificate of ${mspId} is not the signer's`);
  const authorities = trust.authorities.get(mspId);
  if (authorities === undefined) throw new Refused(`there is no root of ${mspId}`);
  requirePeer(mspId, certificate, authorities, at);
  const signed = Buffer.concat([payload, endorser]);
  ensure(isSigned(signed, certificate.publicKey, signature), `the signature of ${mspId} is wrong`);
}

/** A balance is the sum of the coins that were asked about. @param {Json} asked @param {unknown} balance */
function requireSameCoins(asked, balance) {
  const { coins } = /** @type {Json} */ (balance ?? {});
  ensure(isDeepStrictEqual(coins, asked.coins), 'the balance is of other coins');
}

/** @typedef {Record<string, unknown>} Json */

/** The statement's own form; whatever else stands in it is not signed. @param {unknown} statement */
function readStatement(statement) {
  const whole = object('the statement', statement);
  requireKeys('the statement', whole, ['channel', 'id', 'value', 'call', 'payload', 'endorsements']);
  const call = object('the call', whole.call);
  requireKeys('the call', call, ['channelHeader', 'signatureHeader', 'payload']);
  ensure(Array.isArray(whole.endorsements), 'the endorsements are no list');
  return {
    shown: { channel: text('channel', whole.channel), id: text('id', whole.id), value: whole.value },
    call: {
      channelHeader: base64('channelHeader', call.channelHeader),
      signatureHeader: base64('signatureHeader', call.signatureHeader),
      payload: base64('payload', call.payload),
    },
    payload: base64('payload', whole.payload),
    endorsements: /** @type {unknown[]} */ (whole.endorsements).map((one) => {
      const endorsement = object('an endorsement', one);
      requireKeys('an endorsement', endorsement, ['mspId', 'certificate', 'endorser', 'signature']);
      return {
        mspId: text('mspId', endorsement.mspId),
        certificate: text('certificate', endorsement.certificate),
        endorser: base64('endorser', endorsement.endorser),
        signature: base64('signature', endorsement.signature),
      };
    }),
  };
}

/** @param {string} name @param {string} json @returns {Json} */
function parseObject(name, json) {
  try {
    return object(name, JSON.parse(json));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(`${name} is no JSON`);
  }
}

/** @param {string} name @param {unknown} value @returns {Json} */
function object(name, value) {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  ensure(isObject, `${name} is no object`);
  return /** @type {Json} */ (value);
}

/** @param {string} name @param {Json} value @param {string[]} keys */
function requireKeys(name, value, keys) {
  const isSo = isDeepStrictEqual(Object.keys(value).sort(), [...keys].sort());
  ensure(isSo, `${name} has not exactly the fields ${keys.join(', ')}`);
}

/** @param {string} name @param {unknown} value @returns {string} */
function text(name, value) {
  ensure(typeof value === 'string', `${name} is no text`);
  return /** @type {string} */ (value);
}

/** @param {string} name @param {unknown} value @returns {Buffer} */
function base64(name, value) {
  const bytes = Buffer.from(text(name, value), 'base64');
  ensure(bytes.toString('base64') === value, `${name} is no base64`);
  return bytes;
}

/** A number that JavaScript would round could be shown as another one. @param {unknown} value */
function requireExactNumbers(value) {
  if (typeof value === 'number') ensure(Number.isSafeInteger(value), `the answer has the number ${value}`);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(requireExactNumbers);
}

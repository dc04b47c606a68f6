// @ts-check
// Signatures as Fabric takes them: ECDSA on P-256 over SHA-256, in DER, with the lower of the two values that S can have.
import { verify } from 'node:crypto';

/** Order of P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * @param {Buffer} message
 * @param {import('node:crypto').KeyObject} publicKey
 * @param {Buffer} signature
 */
export function isSigned(message, publicKey, signature) {
  // OpenSSL refuses any DER but the one that is canonical, so what it has taken can be cut by its lengths.
  return verify('sha256', message, publicKey, signature) && sOf(signature) <= ORDER / 2n;
}

/** SEQUENCE { INTEGER r, INTEGER s }, each with a tag and a length of one byte. @param {Buffer} signature */
function sOf(signature) {
  const rLength = signature.readUInt8(3);
  return BigInt(`0x${signature.subarray(4 + rLength + 2).toString('hex')}`);
}

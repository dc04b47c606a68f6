// @ts-check
// Whose certificate it is, by the public roots of the organisations alone.
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, Refused } from './refused.mjs';

const ROOT_FILE = /^(.+)\.pem$/;
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
/** Intermediate authorities between a peer and its root, at most, and the root. */
const MAX_AUTHORITIES = 4;
/** The kinds of identities that Fabric's MSPs tell apart by organisational unit; each identity is of exactly one. */
const KINDS = ['peer', 'client', 'admin', 'orderer'];

/**
 * The certificates of each organisation's authorities.
 *
 * @param {string} folder with a file `<MSP id>.pem` for each: the root, and intermediate authorities if there are any
 * @returns {Map<string, X509Certificate[]>} by MSP id
 */
export function readRoots(folder) {
  const files = readdirSync(folder).filter((file) => ROOT_FILE.test(file));
  if (files.length === 0) throw new Error(`${folder} has no files <MSP id>.pem`);
  return new Map(
    files.map((file) => {
      const certificates = readFileSync(join(folder, file), 'utf8').match(PEM) ?? [];
      return [file.replace(ROOT_FILE, '$1'), certificates.map((pem) => new X509Certificate(pem))];
    }),
  );
}

/** @param {Buffer} bytes PEM or DER @returns {X509Certificate} */
export function readCertificate(bytes) {
  try {
    return new X509Certificate(bytes);
  } catch {
    throw new Refused('a certificate cannot be read');
  }
}

/**
 * The certificate is one of the organisation's peers, and was valid at the time.
 *
 * @param {string} mspId
 * @param {X509Certificate} certificate
 * @param {X509Certificate[]} authorities the organisation's
 * @param {Date} at
 */
export function requirePeer(mspId, certificate, authorities, at) {
  requireChain(mspId, certificate, authorities, at);
  const units = [certificate.toLegacyObject().subject?.OU ?? []].flat();
  const kinds = KINDS.filter((kind) => units.includes(kind));
  ensure(
    kinds.length === 1 && kinds[0] === 'peer',
    `a certificate of ${mspId} is that of ${kinds.join(' and ') || 'nobody known'}, not of a peer`,
  );
  ensure(!certificate.ca, `a certificate of ${mspId} is that of an authority`);
  ensure(isP256(certificate), `the key in a certificate of ${mspId} is not on the curve P-256`);
}

/**
 * From the certificate to a root, each signed by the next.
 *
 * @param {string} mspId
 * @param {X509Certificate} certificate
 * @param {X509Certificate[]} authorities
 * @param {Date} at
 */
function requireChain(mspId, certificate, authorities, at) {
  let subject = certificate;
  requireValid(mspId, subject, at);
  for (let links = 0; links < MAX_AUTHORITIES; links += 1) {
    const issuer = authorities.find((authority) => isIssuedBy(subject, authority));
    if (issuer === undefined) throw new Refused(`a certificate does not come from the root of ${mspId}`);
    ensure(issuer.ca, `what has issued a certificate of ${mspId} is no authority`);
    requireValid(mspId, issuer, at);
    if (isIssuedBy(issuer, issuer)) return;
    subject = issuer;
  }
  throw new Refused(`the certificates of ${mspId} lead to no root`);
}

/** @param {X509Certificate} subject @param {X509Certificate} issuer */
function isIssuedBy(subject, issuer) {
  return subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

/** @param {string} mspId @param {X509Certificate} certificate @param {Date} at */
function requireValid(mspId, { validFrom, validTo }, at) {
  ensure(
    new Date(validFrom) <= at && at <= new Date(validTo),
    `a certificate of ${mspId} was not valid at ${at.toISOString()}`,
  );
}

/** @param {X509Certificate} certificate */
function isP256({ publicKey }) {
  return publicKey.asymmetricKeyType === 'ec' && publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

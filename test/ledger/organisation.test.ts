import assert from 'node:assert/strict';
import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import { makeOrganisation } from './organisation.ts';

const SAMPLE = Buffer.from('sample');

describe('a test organisation', () => {
  it('issues certificates that verify under its authority and name their owner', () => {
    const organisation = makeOrganisation('RiversideMSP');
    const { certificate, privateKey } = organisation.enrol('alice', 'manager');
    const parsed = new X509Certificate(certificate);
    const authority = new X509Certificate(organisation.caCertificate);
    assert(parsed.verify(authority.publicKey));
    assert(parsed.checkIssued(authority));
    assert(authority.verify(authority.publicKey));
    assert(authority.ca && !parsed.ca);
    assert(parsed.checkPrivateKey(privateKey));
    assert.equal(parsed.subject, 'OU=client\nCN=alice');
    assert.equal(parsed.issuer, 'O=Riverside\nCN=ca.riverside');
    assert.equal(parsed.validFrom, 'Jan  1 00:00:00 2020 GMT');
    assert.equal(parsed.validTo, 'Dec 31 23:59:59 2049 GMT');
  });

  it('does not vouch for the certificates of another', () => {
    const { certificate } = makeOrganisation('RiversideMSP').enrol('alice', 'manager');
    const other = new X509Certificate(makeOrganisation('HillsideMSP').caCertificate);
    assert(!new X509Certificate(certificate).verify(other.publicKey));
  });

  it('gives one identity for one id and role, with the same key in every run', () => {
    const organisation = makeOrganisation('RiversideMSP');
    const alice = organisation.enrol('alice', 'manager');
    assert.equal(organisation.enrol('alice', 'manager'), alice);
    const again = makeOrganisation('RiversideMSP').enrol('alice', 'manager');
    assert(again.publicKey.equals(alice.publicKey));
    assert(!organisation.enrol('bob', 'manager').publicKey.equals(alice.publicKey));
  });

  it('keeps the key of an id whose role changes', () => {
    const organisation = makeOrganisation('RiversideMSP');
    const manager = organisation.enrol('alice', 'manager');
    const member = organisation.enrol('alice', 'member');
    assert(member.publicKey.equals(manager.publicKey));
    assert.notEqual(member.certificate, manager.certificate);
  });

  it('gives a new key and certificate to an id that enrols again', () => {
    const organisation = makeOrganisation('RiversideMSP');
    const before = organisation.enrol('alice', 'manager');
    const after = organisation.reenrol(before);
    assert(!after.publicKey.equals(before.publicKey));
    assert(verify('sha256', SAMPLE, after.publicKey, sign('sha256', SAMPLE, after.privateKey)));
    assert.equal(organisation.enrol('alice', 'manager'), after);
    assert.notEqual(
      new X509Certificate(after.certificate).serialNumber,
      new X509Certificate(before.certificate).serialNumber,
    );
  });

  it('hands out keys that other software reads', () => {
    const { privateKey, publicKey } = makeOrganisation('RiversideMSP').enrol('alice', 'manager');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const signature = sign('sha256', SAMPLE, createPrivateKey(pem));
    assert(verify('sha256', SAMPLE, publicKey, signature));
  });
});

import assert from 'node:assert/strict';
import { certificateRole } from '../../../gateway/src/authentication/certificate-role.ts';
import { makeOrganisation } from '../../ledger/index.ts';
import { certificateOf } from '../certificate.ts';

describe('the role in a certificate', () => {
  const organisation = makeOrganisation('RiversideMSP');

  it('is the attribute that the authority put in', () => {
    assert.equal(certificateRole(organisation.enrol('alice', 'member').certificate), 'member');
    assert.equal(certificateRole(organisation.enrol('boss', 'manager').certificate), 'manager');
  });

  it('is none where there are no attributes', () => {
    assert.equal(certificateRole(certificateOf('alice').certificate), undefined);
  });

  it('is none when no such role exists', () => {
    assert.equal(certificateRole(organisation.enrol('eve', 'emperor').certificate), undefined);
  });

  it('is not read from a name that looks like attributes', () => {
    assert.equal(certificateRole(certificateOf('{"attrs":{"role":"registrar"}}').certificate), undefined);
  });
});

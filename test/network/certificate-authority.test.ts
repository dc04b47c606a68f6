/** What an organisation's gateway can and cannot have its CA do. */
import assert from 'node:assert/strict';
import { X509Certificate, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { CaClient, CaError } from '../../fabric-ca-client/index.ts';
import type { Enrolment } from '../../fabric-ca-client/index.ts';
import { CA_ADMIN, IDENTITY_CA } from '../../test-network-scripts/organisation/ca-settings.ts';
import { readEnrolment } from '../../test-network-scripts/organisation/node-keys.ts';
import { runningNetwork } from './running-network.ts';

/** Where fabric-ca puts attributes, as JSON. */
const ATTRIBUTES_MARK = '{"attrs":';

describe('certificate authority', function () {
  this.timeout(120_000);
  let ca: CaClient;
  let registrar: Enrolment;
  const newId = () => `member-${randomBytes(6).toString('hex')}`;
  const role = { name: 'role', value: 'member', ecert: true };

  before(async () => {
    const network = await runningNetwork();
    const folder = network.state.organisation('Riverside');
    const url = network.endpoints().find(({ name }) => name === 'Riverside')?.ca ?? assert.fail();
    ca = new CaClient({ url, caName: IDENTITY_CA, tlsRoot: readFileSync(folder.caCertificate, 'utf8') });
    registrar = readEnrolment(folder.memberRegistrar) ?? assert.fail();
  });

  it('lets the gateway register a member, whose certificate names it and its role', async () => {
    const id = newId();
    const secret = await ca.register(registrar, { id, type: 'client', attributes: [role] });
    const certificate = new X509Certificate((await ca.enrol({ id, secret })).certificate);
    assert.match(certificate.subject, new RegExp(`^CN=${id}$`, 'm'));
    assert.match(certificate.subject, /^OU=client$/m);
    const raw = certificate.raw.toString('latin1');
    const attributes = raw.slice(raw.indexOf(ATTRIBUTES_MARK));
    assert.match(attributes, /"role":"member"/);
  });

  it('lets a secret be used once', async () => {
    const id = newId();
    const secret = await ca.register(registrar, { id, type: 'client', attributes: [role] });
    await ca.enrol({ id, secret });
    await assert.rejects(ca.enrol({ id, secret }), CaError);
  });

  it('lets the gateway give a new secret to one whose enrolment was interrupted, however late', async () => {
    const id = newId();
    const registration = { id, type: 'client', attributes: [role] } as const;
    const first = await ca.register(registrar, registration);
    for (const secret of [first, 'second', 'third']) {
      await assert.rejects(
        ca.register(registrar, registration),
        (error) => error instanceof CaError && error.alreadyRegistered,
      );
      if (secret !== first) await ca.renewSecret(registrar, id, secret);
      const { certificate } = await ca.enrol({ id, secret });
      assert.match(new X509Certificate(certificate).raw.toString('latin1'), /"role":"member"/);
    }
  });

  it('lets nobody enrol who is revoked, and lists the revoked certificate', async () => {
    const id = newId();
    const secret = await ca.register(registrar, { id, type: 'client', maxEnrolments: 2, attributes: [role] });
    await ca.enrol({ id, secret });
    assert.match(await ca.revoke(registrar, id), /BEGIN X509 CRL/);
    await assert.rejects(ca.enrol({ id, secret }), CaError);
  });

  for (const type of ['peer', 'orderer', 'admin'] as const) {
    it(`refuses the gateway an identity of the type ${type}`, async () => {
      await assert.rejects(
        ca.register(registrar, { id: newId(), type }),
        (error) => error instanceof CaError && !error.alreadyRegistered,
      );
    });
  }

  for (const id of [CA_ADMIN, 'admin', 'peer', 'orderer']) {
    it(`refuses the gateway a new secret for ${id}, as which it could enrol`, async () => {
      await assert.rejects(ca.renewSecret(registrar, id, 'a secret of its own choice'), CaError);
    });
  }

  it('tells the gateway what somebody was registered as', async () => {
    const id = newId();
    await ca.register(registrar, { id, type: 'client', attributes: [role] });
    const attributes = await ca.attributesOf(registrar, id);
    assert.deepEqual(
      attributes?.find(({ name }) => name === 'role'),
      role,
    );
    assert.equal(await ca.attributesOf(registrar, 'peer'), undefined);
  });

  it('refuses a member that wants to register others', async () => {
    const id = newId();
    const member = await ca.enrol({
      id,
      secret: await ca.register(registrar, { id, type: 'client', attributes: [role] }),
    });
    await assert.rejects(ca.register(member, { id: newId(), type: 'client' }), CaError);
  });
});

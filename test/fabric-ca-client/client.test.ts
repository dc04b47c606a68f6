import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { CaClient, CaError, keyToPem, newKey } from '../../fabric-ca-client/index.ts';

type Received = { method: string; path: string; authorization: string; body: string };
type Answer = { status: number; body: string };

const OK = 200;
const CONFLICT = 409;

/** A server that answers as fabric-ca-server does, so that what the client sends can be looked at. */
describe('CA client', function () {
  const folder = mkdtempSync(join(tmpdir(), 'commonwatt-ca-'));
  const registrar = { certificate: 'the registrar', key: keyToPem(newKey()) };
  let server: Server;
  let client: CaClient;
  let received: Received[] = [];
  let answer: Answer;

  before(async function () {
    const files = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') };
    const args = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
    ];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const openssl = spawnSync('openssl', [...args, ...subject, '-keyout', files.key, '-out', files.cert]);
    if (openssl.error) this.skip();
    const cert = readFileSync(files.cert, 'utf8');
    server = createServer({ key: readFileSync(files.key), cert }, (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        received.push({ method, path: url, authorization: headers.authorization ?? '', body });
        response.writeHead(answer.status).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://localhost:${(server.address() as AddressInfo).port}`;
    client = new CaClient({ url, caName: 'ca', tlsRoot: cert });
  });
  beforeEach(() => (received = []));
  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const succeed = (result: object) =>
    (answer = { status: OK, body: JSON.stringify({ success: true, result, errors: [] }) });
  const refuse = (code: number) =>
    (answer = {
      status: CONFLICT,
      body: JSON.stringify({ success: false, errors: [{ code, message: 'no' }] }),
    });

  it('enrols with the secret and a request for its own new key', async () => {
    succeed({ Cert: Buffer.from('a certificate').toString('base64') });
    const { certificate, key } = await client.enrol({
      id: 'manager',
      secret: 'hush',
      profile: 'tls',
      hosts: ['localhost'],
    });
    assert.equal(certificate, 'a certificate');
    assert.match(key, /BEGIN PRIVATE KEY/);
    const [call] = received;
    assert.equal(call?.path, '/api/v1/enroll');
    assert.equal(call.authorization, `Basic ${Buffer.from('manager:hush').toString('base64')}`);
    const body = JSON.parse(call.body) as Record<string, unknown>;
    assert.deepEqual([body.caname, body.profile, body.hosts], ['ca', 'tls', ['localhost']]);
  });

  it('signs a registration over method, path, body and certificate', async () => {
    succeed({ secret: 'made by the CA' });
    const attributes = [{ name: 'role', value: 'member', ecert: true }];
    assert.equal(
      await client.register(registrar, { id: 'm1', type: 'client', attributes }),
      'made by the CA',
    );
    const [call] = received;
    assert.ok(call);
    assert.deepEqual((JSON.parse(call.body) as { attrs: unknown }).attrs, attributes);
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const [certificate = '', signature = ''] = call.authorization.split('.');
    assert.equal(certificate, base64('the registrar'));
    const signed = ['POST', base64('/api/v1/register'), base64(call.body), certificate].join('.');
    assert.ok(
      verify('sha256', Buffer.from(signed), createPublicKey(registrar.key), Buffer.from(signature, 'base64')),
    );
  });

  it('tells an id that exists from other refusals', async () => {
    refuse(74);
    await assert.rejects(
      client.register(registrar, { id: 'm1', type: 'client' }),
      (error) => error instanceof CaError && error.alreadyRegistered,
    );
    refuse(76);
    await assert.rejects(
      client.register(registrar, { id: 'm1', type: 'client' }),
      (error) =>
        error instanceof CaError &&
        !error.alreadyRegistered &&
        error.status === CONFLICT &&
        error.message.includes('no (76)'),
    );
  });

  it('returns the revocation list of a revocation', async () => {
    succeed({ CRL: Buffer.from('a list').toString('base64') });
    assert.equal(await client.revoke(registrar, 'm1', 'keycompromise'), 'a list');
    assert.deepEqual(JSON.parse(received[0]?.body ?? ''), {
      caname: 'ca',
      id: 'm1',
      reason: 'keycompromise',
      gencrl: true,
    });
  });

  it('never names a secret in an error', async () => {
    refuse(20);
    await assert.rejects(
      client.enrol({ id: 'm1', secret: 'hush' }),
      (error) => error instanceof CaError && !error.message.includes('hush'),
    );
  });

  it('says so when nobody answers or the answer is not the CA’s', async () => {
    answer = { status: 502, body: 'bad gateway' };
    await assert.rejects(client.revoke(registrar, 'm1'), /status 502: no reason given/);
    const nobody = new CaClient({ url: 'https://localhost:1', caName: 'ca', tlsRoot: 'none' });
    await assert.rejects(
      nobody.revoke(registrar, 'm1'),
      (error) => error instanceof CaError && error.status === 0,
    );
  });
});

import assert from 'node:assert/strict';
import { verify, X509Certificate } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileWallet } from '../../../gateway/src/fabric/file-wallet.ts';
import { WalletKeys } from '../../../key-sealing/index.ts';
import { certificateOf } from '../certificate.ts';

const MSP = 'RiversideMSP';

describe('the wallet', () => {
  let folder: string;
  let directory: string;
  let wallet: FileWallet;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wallet-'));
    directory = join(folder, 'wallet');
    mkdirSync(directory);
    writeFileSync(join(folder, 'secret'), 'a secret of some length\n');
    wallet = opened();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function opened(): FileWallet {
    return new FileWallet(directory, MSP, new WalletKeys(join(folder, 'secret')));
  }

  async function signs(one: FileWallet, id: string): Promise<boolean> {
    const identity = one.get(id) ?? assert.fail(`${id} is not there`);
    const message = Buffer.from('message');
    const signature = await identity.sign(message, 'proposal');
    return verify('sha256', message, new X509Certificate(identity.certificate).publicKey, signature);
  }

  it('gives an added identity, now and after a restart, under its account', async () => {
    const { certificate, privateKey } = certificateOf('m1');
    await wallet.add('m1', certificate, privateKey);
    for (const one of [wallet, opened()]) {
      assert.equal(one.get('m1')?.account, 'RiversideMSP/m1');
      assert.equal(one.get('m1')?.certificate, certificate);
      assert.deepEqual(one.list(), ['m1']);
      assert.equal(await signs(one, 'm1'), true);
    }
  });

  it('keeps keys readable by the owner only', async () => {
    const { certificate, privateKey } = certificateOf('m1');
    await wallet.add('m1', certificate, privateKey);
    assert.equal(statSync(join(directory, 'm1')).mode & 0o777, 0o700);
    assert.equal(statSync(join(directory, 'm1', 'key.pem')).mode & 0o777, 0o600);
  });

  it('writes no key that can be read without the secret', async () => {
    const { certificate, privateKey } = certificateOf('m1');
    await wallet.add('m1', certificate, privateKey);
    const stored = readFileSync(join(directory, 'm1', 'key.pem'), 'utf8');
    assert.match(stored, /^-----BEGIN COMMONWATT SEALED KEY-----\n/);
    assert.doesNotMatch(stored, /PRIVATE KEY/);
    writeFileSync(join(folder, 'secret'), 'another secret of some length\n');
    await assert.rejects(signs(opened(), 'm1'), { name: 'SealBroken' });
  });

  it('does not sign with the key file of another', async () => {
    for (const id of ['m1', 'm2']) {
      const { certificate, privateKey } = certificateOf(id);
      await wallet.add(id, certificate, privateKey);
    }
    for (const name of ['key.pem', 'cert.pem'])
      copyFileSync(join(directory, 'm1', name), join(directory, 'm2', name));
    await assert.rejects(signs(opened(), 'm2'), { name: 'SealBroken' });
  });

  it('signs with a plain key, but not with one that is not the certificate’s', async () => {
    mkdirSync(join(directory, 'gateway'));
    const { certificate, privateKey } = certificateOf('gateway');
    writeFileSync(join(directory, 'gateway', 'cert.pem'), certificate);
    writeFileSync(join(directory, 'gateway', 'key.pem'), privateKey);
    assert.equal(await signs(wallet, 'gateway'), true);
    writeFileSync(join(directory, 'gateway', 'key.pem'), certificateOf('gateway').privateKey);
    await assert.rejects(signs(opened(), 'gateway'), /does not belong to the certificate/);
  });

  it('refuses a key that is not the certificate’s, and leaves nothing behind', async () => {
    await assert.rejects(wallet.add('m1', certificateOf('m1').certificate, certificateOf('m1').privateKey));
    assert.deepEqual(readdirSync(directory), []);
    assert.equal(wallet.has('m1'), false);
  });

  it('never replaces an identity', async () => {
    const first = certificateOf('m1');
    const second = certificateOf('m1');
    await wallet.add('m1', first.certificate, first.privateKey);
    await assert.rejects(wallet.add('m1', second.certificate, second.privateKey));
    assert.equal(opened().get('m1')?.certificate, first.certificate);
    assert.deepEqual(readdirSync(directory), ['m1']);
  });

  it('drops what an interrupted addition left', () => {
    mkdirSync(join(directory, '.new-x'));
    writeFileSync(join(directory, '.new-x', 'key.pem'), 'half');
    assert.deepEqual(wallet.list(), []);
    wallet.clear();
    assert.deepEqual(readdirSync(directory), []);
  });

  it('finds nobody under a name that leads out of its folder', () => {
    const outside = mkdtempSync(join(tmpdir(), 'wallet-'));
    const { certificate, privateKey } = certificateOf('m1');
    writeFileSync(join(outside, 'cert.pem'), certificate);
    writeFileSync(join(outside, 'key.pem'), privateKey);
    assert.equal(wallet.get(`../${outside.slice(outside.lastIndexOf('/') + 1)}`), undefined);
    rmSync(outside, { recursive: true });
  });
});

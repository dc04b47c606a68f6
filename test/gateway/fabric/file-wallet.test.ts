import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileWallet } from '../../../gateway/src/fabric/file-wallet.ts';
import { certificateOf } from '../certificate.ts';

const MSP = 'RiversideMSP';

describe('the wallet', () => {
  let directory: string;
  let wallet: FileWallet;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'wallet-'));
    wallet = new FileWallet(directory, MSP);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('gives an added identity, now and after a restart, under its account', async () => {
    const { certificate, privateKey } = certificateOf('m1');
    await wallet.add('m1', certificate, privateKey);
    for (const one of [wallet, new FileWallet(directory, MSP)]) {
      assert.equal(one.get('m1')?.account, 'RiversideMSP/m1');
      assert.equal(one.get('m1')?.certificate, certificate);
      assert.deepEqual(one.list(), ['m1']);
    }
  });

  it('keeps keys readable by the owner only', async () => {
    const { certificate, privateKey } = certificateOf('m1');
    await wallet.add('m1', certificate, privateKey);
    assert.equal(statSync(join(directory, 'm1')).mode & 0o777, 0o700);
    assert.equal(statSync(join(directory, 'm1', 'key.pem')).mode & 0o777, 0o600);
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
    assert.equal(new FileWallet(directory, MSP).get('m1')?.certificate, first.certificate);
    assert.deepEqual(readdirSync(directory), ['m1']);
  });

  it('drops what an interrupted addition left', () => {
    mkdirSync(join(directory, '.new-x'));
    writeFileSync(join(directory, '.new-x', 'key.pem'), 'half');
    assert.deepEqual(new FileWallet(directory, MSP).list(), []);
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

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealWallet } from '../../../gateway/src/fabric/seal-wallet.ts';
import { isSealed, KeySeal } from '../../../key-sealing/index.ts';
import { certificateOf } from '../certificate.ts';

const MSP = 'RiversideMSP';
const SECRET = 'a secret of some length';
const everybody = () => true;

describe('plain keys in a wallet', () => {
  let directory: string;
  const plain = new Map<string, string>();

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'wallet-'));
    for (const id of ['m1', 'm2', 'gateway']) {
      const { certificate, privateKey } = certificateOf(id);
      mkdirSync(join(directory, id));
      writeFileSync(join(directory, id, 'cert.pem'), certificate);
      writeFileSync(keyFile(id), privateKey, { mode: 0o600 });
      plain.set(id, privateKey);
    }
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  function keyFile(id: string): string {
    return join(directory, id, 'key.pem');
  }

  function contentOf(id: string, secret = SECRET): string {
    const text = readFileSync(keyFile(id), 'utf8');
    return isSealed(text) ? new KeySeal(secret).open(text, { mspId: MSP, enrolmentId: id }).toString() : text;
  }

  it('are sealed where they belong to others, and stay where they do not', () => {
    const own = readFileSync(join(directory, 'gateway', 'cert.pem'), 'utf8');
    const sealed = sealWallet(directory, MSP, new KeySeal(SECRET), (certificate) => certificate !== own);
    assert.deepEqual(sealed.sort(), ['m1', 'm2']);
    for (const id of ['m1', 'm2']) {
      assert.equal(isSealed(readFileSync(keyFile(id), 'utf8')), true);
      assert.equal(statSync(keyFile(id)).mode & 0o777, 0o600);
    }
    for (const id of plain.keys()) assert.equal(contentOf(id), plain.get(id));
    assert.equal(readFileSync(keyFile('gateway'), 'utf8'), plain.get('gateway'));
  });

  it('are sealed once', () => {
    sealWallet(directory, MSP, new KeySeal(SECRET), everybody);
    const before = readFileSync(keyFile('m1'), 'utf8');
    assert.deepEqual(sealWallet(directory, MSP, new KeySeal(SECRET), everybody), []);
    assert.equal(readFileSync(keyFile('m1'), 'utf8'), before);
  });

  it('are sealed by the next start where the last one was killed', () => {
    sealWallet(directory, MSP, new KeySeal(SECRET), everybody);
    // Killed after m1, and before what was written for m2 took its name.
    writeFileSync(keyFile('m2'), plain.get('m2') ?? '');
    writeFileSync(`${keyFile('m2')}.new-1`, 'half');
    assert.deepEqual(sealWallet(directory, MSP, new KeySeal(SECRET), everybody), ['m2']);
    assert.deepEqual(readdirSync(join(directory, 'm2')).sort(), ['cert.pem', 'key.pem']);
    for (const id of plain.keys()) assert.equal(contentOf(id), plain.get(id));
  });

  it('stay as they are under a secret that is not the wallet’s', () => {
    sealWallet(directory, MSP, new KeySeal(SECRET), everybody);
    writeFileSync(keyFile('m2'), plain.get('m2') ?? '');
    assert.throws(() => sealWallet(directory, MSP, new KeySeal('another secret, as long'), everybody), {
      name: 'WrongWalletSecret',
      message: /GATEWAY_WALLET_SECRET_FILE does not hold the secret/,
    });
    assert.equal(readFileSync(keyFile('m2'), 'utf8'), plain.get('m2'));
  });

  it('are sealed beside a damaged one, which stays as it is', () => {
    sealWallet(directory, MSP, new KeySeal(SECRET), everybody);
    const damaged = readFileSync(keyFile('m1'), 'utf8').slice(0, 100);
    writeFileSync(keyFile('m1'), damaged);
    writeFileSync(keyFile('m2'), plain.get('m2') ?? '');
    assert.deepEqual(sealWallet(directory, MSP, new KeySeal(SECRET), everybody), ['m2']);
    assert.equal(readFileSync(keyFile('m1'), 'utf8'), damaged);
  });
});

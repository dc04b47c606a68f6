import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { describe, it } from 'mocha';
import {
  certificateRequest,
  keyToPem,
  newKey,
  readCertificateRequest,
  signLowS,
} from '../../fabric-ca-client/index.ts';
import { derInteger } from '../../fabric-ca-client/der.ts';

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The two integers of a DER signature. */
function components(signature: Buffer): { r: bigint; s: bigint } {
  const rLength = signature.readUInt8(3);
  const r = signature.subarray(4, 4 + rLength);
  const s = signature.subarray(6 + rLength);
  return { r: BigInt(`0x${r.toString('hex')}`), s: BigInt(`0x${s.toString('hex')}`) };
}

describe('low-S signatures', () => {
  it('verify, and have an S in the lower half, whatever the message', () => {
    const key = newKey();
    for (let index = 0; index < 200; index += 1) {
      const message = Buffer.from(`message ${index}`);
      const signature = signLowS(message, key);
      assert.ok(verify('sha256', message, createPublicKey(key), signature));
      assert.ok(components(signature).s <= P256_ORDER / 2n);
    }
  });

  it('take the key as PEM as well', () => {
    const key = newKey();
    const message = Buffer.from('message');
    assert.ok(verify('sha256', message, createPublicKey(key), signLowS(message, keyToPem(key))));
  });
});

describe('DER integers', () => {
  it('have a leading zero exactly when their first bit would make them negative', () => {
    assert.equal(derInteger(0n).toString('hex'), '020100');
    assert.equal(derInteger(127n).toString('hex'), '02017f');
    assert.equal(derInteger(128n).toString('hex'), '02020080');
    assert.equal(derInteger(256n).toString('hex'), '02020100');
  });
});

describe('certificate requests', () => {
  it('are accepted by an independent implementation, with the name and the key they were made for', function () {
    const key = newKey();
    const request = certificateRequest('grid-operator', key);
    const openssl = spawnSync('openssl', ['req', '-verify', '-noout', '-subject', '-pubkey'], {
      input: request,
      encoding: 'utf8',
    });
    if (openssl.error) this.skip();
    assert.equal(openssl.status, 0, openssl.stderr);
    assert.match(openssl.stdout, /subject=\s*CN ?= ?grid-operator/);
    assert.ok(
      openssl.stdout.includes(createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()),
    );
  });

  it('are read as they were written', () => {
    const key = newKey();
    const { commonName, publicKey } =
      readCertificateRequest(certificateRequest('grid-operator', key)) ?? assert.fail('unreadable');
    assert.equal(commonName, 'grid-operator');
    assert.ok(publicKey.equals(createPublicKey(key)));
  });

  it('are none when they are cut off anywhere, or are something else', () => {
    const request = certificateRequest('grid-operator', newKey());
    const [, begin = '', body = '', end = ''] =
      /^(-----BEGIN.*-----\n)([^-]+)(-----END.*\n)$/.exec(request) ?? [];
    const bytes = Buffer.from(body, 'base64');
    // The public key ends where the signature begins; what is cut off behind it is the CA's to see.
    for (let length = 0; length < 80; length += 1) {
      const cut = `${begin}${bytes.subarray(0, length).toString('base64')}\n${end}`;
      assert.equal(readCertificateRequest(cut), undefined, String(length));
    }
    assert.equal(readCertificateRequest(keyToPem(newKey())), undefined);
  });
});

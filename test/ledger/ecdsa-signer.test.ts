import assert from 'node:assert/strict';
import { verify } from 'node:crypto';
import { lowSSigner } from './ecdsa-signer.ts';
import { keyPairOf } from './organisation.ts';

const HALF_ORDER = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n;

/** The second of the two integers of a DER signature. */
function sOf(signature: Uint8Array): bigint {
  const lengthOfR = signature[3] ?? 0;
  return BigInt(`0x${Buffer.from(signature.subarray(4 + lengthOfR + 2)).toString('hex')}`);
}

describe('the signer for Fabric', () => {
  it('makes valid signatures in DER with the lower s', async () => {
    const { privateKey, publicKey } = keyPairOf('signer');
    const signer = lowSSigner(privateKey);
    for (let i = 0; i < 64; i += 1) {
      const message = Buffer.from(`message ${i}`);
      const signature = await signer(message);
      assert(verify('sha256', message, publicKey, signature));
      assert(sOf(signature) <= HALF_ORDER);
    }
  });
});

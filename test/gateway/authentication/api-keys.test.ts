import assert from 'node:assert/strict';
import { formatApiKey, hashSecret, newSecret } from '../../../gateway/src/authentication/api-key.ts';
import { ApiKeys } from '../../../gateway/src/authentication/api-keys.ts';
import type { ApiKey } from '../../../gateway/src/read-model/api-key-table.ts';

const ID = 'e'.repeat(32);
const NOW = 1_700_000_000_000;
const MINUTE_MS = 60_000;

describe('an API key', () => {
  const secret = newSecret();
  const stored: ApiKey = {
    id: ID,
    secretHash: hashSecret(secret),
    name: 'reader',
    account: 'RiversideMSP/collector',
    meter: null,
    scopes: ['readings:write'],
    createdBy: 'RiversideMSP/manager',
    createdAt: NOW,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
  };

  function keysWith(changes: Partial<ApiKey>) {
    const uses: number[] = [];
    const key = { ...stored, ...changes };
    const table = {
      find: (id: string) => Promise.resolve(id === key.id ? key : undefined),
      noteUse: (_id: string, at: number) => Promise.resolve(void uses.push(at)),
    };
    return { keys: new ApiKeys(table, () => NOW), uses };
  }

  function verify(text: string, changes: Partial<ApiKey> = {}) {
    return keysWith(changes).keys.verify(text);
  }

  const text = formatApiKey({ id: ID, secret });

  it('has a prefix to be found by, an id, and 256 random bits', () => {
    assert.match(text, /^cwk_e{32}_[\w-]{43}$/);
    assert.notEqual(newSecret(), newSecret());
    assert.equal(Buffer.from(newSecret(), 'base64url').length, 32);
  });

  it('acts for its subject within its scopes', async () => {
    assert.deepEqual(await verify(text), { enrolmentId: 'collector', scopes: ['readings:write'] });
    const meter = { kind: 'device', id: 'roof' } as const;
    assert.deepEqual(await verify(text, { meter, account: 'RiversideMSP/device.roof' }), {
      meter,
      scopes: ['readings:write'],
    });
  });

  for (const [what, changes, given] of [
    ['with another secret', {}, formatApiKey({ id: ID, secret: newSecret() })],
    ['of another id', {}, formatApiKey({ id: 'd'.repeat(32), secret })],
    ['that is cut off', {}, text.slice(0, -1)],
    ['with its hash in place of the secret', {}, `cwk_${ID}_${hashSecret(secret)}`],
    ['that is revoked', { revokedAt: NOW - 1 }, text],
    ['that expires now', { expiresAt: NOW }, text],
  ] as const)
    it(`${what} opens nothing`, async () => {
      await assert.rejects(verify(given, changes), { code: 'TOKEN_INVALID' });
    });

  it('opens until it expires', async () => {
    await verify(text, { expiresAt: NOW + 1 });
  });

  it('that was used within a minute is not written again', async () => {
    for (const [lastUsedAt, expected] of [
      [null, [NOW]],
      [NOW - MINUTE_MS, [NOW]],
      [NOW - MINUTE_MS + 1, []],
    ] as const) {
      const { keys, uses } = keysWith({ lastUsedAt });
      await keys.verify(text);
      assert.deepEqual(uses, expected);
    }
  });

  it('is not noted as used when its secret was wrong', async () => {
    const { keys, uses } = keysWith({});
    await assert.rejects(keys.verify(formatApiKey({ id: ID, secret: newSecret() })));
    assert.deepEqual(uses, []);
  });
});

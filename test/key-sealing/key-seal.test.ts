import assert from 'node:assert/strict';
import { isSealed, KeySeal } from '../../key-sealing/index.ts';

const SECRET = 'a secret of some length';
const OWNER = { mspId: 'RiversideMSP', enrolmentId: 'm1' };
const KEY = Buffer.from('-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n');

describe('a sealed key', () => {
  const sealed = new KeySeal(SECRET).seal(KEY, OWNER);
  const body = sealed.split('\n\n')[1] ?? '';

  it('is opened by the same secret for the same owner, to the byte', () => {
    assert.ok(new KeySeal(SECRET).open(sealed, OWNER).equals(KEY));
  });

  it('tells nothing of the key', () => {
    assert.equal(isSealed(sealed), true);
    assert.equal(isSealed(KEY.toString()), false);
    const content = Buffer.from(body.replace(/-----.*/s, ''), 'base64');
    assert.equal(content.includes('PRIVATE'), false);
    assert.equal(content.length, 12 + KEY.length + 16);
  });

  it('is never the same twice, and has the salt of its wallet', () => {
    const seal = new KeySeal(SECRET);
    const [first, second] = [seal.seal(KEY, OWNER), seal.seal(KEY, OWNER)];
    assert.notEqual(first, second);
    assert.equal(saltOf(first), saltOf(second));
    assert.notEqual(saltOf(first), saltOf(sealed));
    const later = new KeySeal(SECRET);
    later.open(sealed, OWNER);
    assert.equal(saltOf(later.seal(KEY, OWNER)), saltOf(sealed));
  });

  for (const [what, open] of Object.entries({
    'another secret': () => new KeySeal(`${SECRET}!`).open(sealed, OWNER),
    'another enrolment id': () => new KeySeal(SECRET).open(sealed, { ...OWNER, enrolmentId: 'm2' }),
    'another organisation': () => new KeySeal(SECRET).open(sealed, { ...OWNER, mspId: 'HillsideMSP' }),
    'another salt': () => new KeySeal(SECRET).open(sealed.replace(/Salt: .{4}/, 'Salt: AAAA'), OWNER),
    'half of its bytes': () =>
      new KeySeal(SECRET).open(
        sealed.replace(body, `${body.slice(0, 8)}\n${body.slice(body.indexOf('-'))}`),
        OWNER,
      ),
    'a plain key': () => new KeySeal(SECRET).open(KEY.toString(), OWNER),
  }))
    it(`is not opened by ${what}`, () => {
      assert.throws(open, { name: 'SealBroken' });
    });

  it('is not opened when any byte was altered', () => {
    const seal = new KeySeal(SECRET);
    const encoded = body.slice(0, body.indexOf('-----')).replaceAll('\n', '');
    const content = Buffer.from(encoded, 'base64');
    for (let at = 0; at < content.length; at += 1) {
      const altered = Buffer.from(content);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      const text = sealed.replace(
        body.slice(0, body.indexOf('-----')),
        () => `${altered.toString('base64')}\n`,
      );
      assert.throws(() => seal.open(text, OWNER), { name: 'SealBroken' }, `byte ${at}`);
    }
  });
});

function saltOf(sealed: string): string | undefined {
  return /Salt: (.*)/.exec(sealed)?.[1];
}

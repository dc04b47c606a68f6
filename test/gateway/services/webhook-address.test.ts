import assert from 'node:assert/strict';
import { isPublicAddress, publicLookup, urlProblem } from '../../../gateway/src/services/webhook-address.ts';
import { postSigned } from '../../../gateway/src/services/webhook-post.ts';
import { retryAfterMs } from '../../../gateway/src/services/webhook-deliveries.ts';

describe('the address of a webhook', () => {
  it('is one of the Internet', () => {
    for (const address of ['1.1.1.1', '93.184.215.14', '172.32.0.1', '2606:4700:4700::1111'])
      assert.ok(isPublicAddress(address), address);
  });

  for (const address of [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1'],
    ...['64:ff9b::7f00:1', '2001:db8::1', '2002:7f00:1::', 'localhost', ''],
  ]) {
    it(`is not ${address === '' ? 'empty' : address}`, () => {
      assert.equal(isPublicAddress(address), false);
    });
  }

  it('is checked in every spelling that a URL allows', () => {
    for (const host of [
      '127.1',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:7f00:1]',
      '１２７.0.0.1',
    ])
      assert.equal(urlProblem(`https://${host}/`, false), 'must be a public address', host);
    assert.equal(urlProblem('https://example.org/hook?x=1', false), undefined);
  });

  it('is a private one, or by http, in development only', () => {
    assert.equal(urlProblem('http://localhost:1234/', false), 'must be https');
    assert.equal(urlProblem('http://localhost:1234/', true), undefined);
    assert.equal(urlProblem('http://10.0.0.1/', true), 'must be https');
    assert.equal(urlProblem('https://10.0.0.1/', true), undefined);
  });

  it('is looked at when the connection is made: a name that leads into a private network is refused', async () => {
    for (const all of [true, false]) {
      const code = await new Promise((resolve) => {
        publicLookup('localhost', { all }, (error) => resolve(error?.code));
      });
      assert.equal(code, 'ADDRESS_REFUSED');
    }
    const target = { url: 'https://localhost:1/', secret: 's', allowPrivate: false };
    assert.deepEqual(await postSigned(target, '{}', new AbortController().signal), {
      status: null,
      error: 'ADDRESS_REFUSED',
    });
  });
});

describe('the pause before a webhook is tried again', () => {
  it('doubles from some seconds up to an hour', () => {
    for (const [failures, longest] of [
      [0, 5_000],
      [3, 40_000],
      [9, 2_560_000],
      [12, 3_600_000],
      [2_000, 3_600_000],
    ] as const) {
      const ms = retryAfterMs(failures);
      assert.ok(ms >= longest / 2 && ms <= longest, `${failures}: ${ms}`);
    }
  });
});

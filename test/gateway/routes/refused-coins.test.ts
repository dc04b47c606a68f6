import assert from 'node:assert/strict';
import type { CommonwattClient } from '@commonwatt/client';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { enrolmentIdOf, mint, newMembers } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const EVIDENCE = 'e'.repeat(43);
/** A coin holds at most 30 digits: two of these are more. */
const VAST = `9${'0'.repeat(29)}`;

describe('coins over HTTP that cannot be used', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let members: string[];
  let client: CommonwattClient;

  before(async () => {
    consortium = await sharedConsortium();
    members = await newMembers(consortium, 2);
    client = await consortium.riverside.client(enrolmentIdOf(members[0] ?? ''));
  });

  it('are refused to a treasurer who would burn those of another', async () => {
    const [account = ''] = members;
    await mint(consortium, account, '5');
    const [coin] = (await client.get('/v1/coins', { query: { owner: account } })).items;
    const treasurer = await consortium.utility.client('treasurer');
    const subject = { kind: 'burn' as const, coins: [coin?.id ?? assert.fail('there is no coin')] };
    const burn = treasurer.command('/v1/proposals', { body: { subject, evidenceHash: EVIDENCE } });
    assert.equal(await codeOf(burn), 'COIN_FOREIGN');
  });

  it('are not spent together when they are worth more than a coin can hold', async () => {
    const [other = '', account = ''] = members;
    const rich = await consortium.riverside.client(enrolmentIdOf(account));
    await mint(consortium, account, VAST);
    await mint(consortium, account, VAST);
    const pay = (...amounts: string[]) => {
      const outputs = amounts.map((amount) => ({ account: other, amount }));
      return codeOf(rich.command('/v1/payments', { body: { outputs } }));
    };
    assert.equal(await pay(VAST, '1'), 'COINS_UNBALANCED');
    assert.equal(await pay(VAST), 'done');
  });
});

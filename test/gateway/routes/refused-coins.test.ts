import assert from 'node:assert/strict';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { enrolmentIdOf, mint, newMembers } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const TREASURER = 'UtilityMSP/treasurer';
const EVIDENCE = 'e'.repeat(43);
/** A coin holds at most 30 digits: two of these are more. */
const VAST = `9${'0'.repeat(29)}`;

describe('coins over HTTP that cannot be used', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let members: string[];

  before(async () => {
    consortium = await sharedConsortium();
    members = await newMembers(consortium, 2);
    // Enters the treasurer's own account, as the first call of an office does.
    await mint(consortium, members[0] ?? '', '1');
  });

  async function burn(coins: string[]) {
    const treasurer = await consortium.utility.client('treasurer');
    const subject = { kind: 'burn' as const, coins };
    return treasurer.command('/v1/proposals', { body: { subject, evidenceHash: EVIDENCE } });
  }

  async function coinsOf(owner: string): Promise<string[]> {
    const treasurer = await consortium.utility.client('treasurer');
    const { items } = await treasurer.get('/v1/coins', { query: { owner, state: 'free' } });
    return items.map(({ id }) => id);
  }

  it('are not burned by a treasurer to whom they do not belong', async () => {
    const [account = ''] = members;
    await mint(consortium, account, '5');
    assert.equal(await codeOf(burn(await coinsOf(account))), 'COIN_FOREIGN');
  });

  it('are not burned once more while it is not decided whether they are', async () => {
    await mint(consortium, TREASURER, '5');
    const coins = await coinsOf(TREASURER);
    const { result } = await burn(coins);
    assert.equal(await codeOf(burn(coins)), 'COIN_HELD');
    const registrar = await consortium.regulator.client('registrar');
    await registrar.command('/v1/proposals/{id}/confirmations', { path: { id: result.id }, body: {} });
    assert.deepEqual(await coinsOf(TREASURER), []);
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

import assert from 'node:assert/strict';
import { it } from 'mocha';
import { enrolOwner } from '../own-keys/owner.ts';
import { codeOf, type Party } from '../party.ts';
import type { Stage } from './stage.ts';

export function ownKeys(stage: Stage): void {
  it('a member that keeps its key signs one step, and cancels at the next: nothing is written', async () => {
    const { market } = stage;
    const { party, options } = await enrolOwner(market, market.offices.hillside);
    await market.mint(party, 1_000n);
    const path = { enrolmentId: party.enrolmentId };
    assert.equal((await party.get('/v1/identities/{enrolmentId}', { path })).keys, 'own');
    const outputs = [{ account: market.offices.hillside.account, amount: '1' }];
    const { id } = await party.start('/v1/payments', { body: { outputs } });
    const state = () => party.get('/v1/operations/{id}', { path: { id }, query: { wait: 'commit' } });
    const proposal = (await state()).signatureRequest;
    assert.equal(proposal?.kind, 'proposal');
    const signature = await options.key.sign(Buffer.from(proposal.bytes, 'base64'));
    const body = { request: proposal.id, signature: Buffer.from(signature).toString('base64') };
    await party.start('/v1/operations/{id}/signatures', { path: { id }, body });
    assert.equal((await state()).signatureRequest?.kind, 'transaction');
    await party.start('/v1/operations/{id}/cancellations', { path: { id }, body: {} });
    assert.equal((await state()).error?.code, 'SIGNATURE_MISSING');
    const { items } = await party.get('/v1/balances', { query: { owner: party.account } });
    assert.deepEqual([items[0]?.free, items[0]?.held], ['1000', '0']);
  });

  it('a member that keeps its key signs the question before peers are asked in its name', async () => {
    const { market } = stage;
    const { party, options } = await enrolOwner(market, market.offices.hillside);
    await market.mint(party, 1_000n);
    const id = `balance/${party.account}`;
    assert.equal(await codeOf(party.get('/v1/statements/{id}', { path: { id } })), 'KEY_CUSTODY_CONFLICT');
    const question: unknown = await party.create('/v1/statements', { body: { id } });
    const { id: questionId, kind, bytes } = question as { id: string; kind: string; bytes: string };
    assert.equal(kind, 'question');
    const signature = Buffer.from(await options.key.sign(Buffer.from(bytes, 'base64'))).toString('base64');
    const path = { id: questionId };
    const sign = (by: Party): Promise<unknown> =>
      by.create('/v1/questions/{id}/signatures', { path, body: { signature } });
    assert.equal(await codeOf(sign(market.offices.hillside)), 'NOT_FOUND');
    const { value } = (await sign(party)) as { value: { free: string; coins: string[] } };
    assert.deepEqual([value.free, value.coins.length], ['1000', 1]);
  });
}

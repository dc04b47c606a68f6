import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ProposalSubject } from '@commonwatt/chaincode/domain';
import { SCHEME_TERMS } from '../domain/samples.ts';
import { accountOf, coinsIn, TradingMarket } from './trading-market.ts';

const EVIDENCE = 'E'.repeat(43);

describe('the contract of proposals', () => {
  let market: TradingMarket;
  beforeEach(async () => {
    market = await TradingMarket.open();
  });

  const propose = async (by: TradingMarket['anna'], subject: ProposalSubject) =>
    (await market.create(by, 'proposals:propose', { subject, evidenceHash: EVIDENCE })).result.id;

  it('makes no money with one signature, nor with two of one organisation', async () => {
    const { treasurer, registrar, bruno } = market;
    const proposal = await propose(treasurer, { kind: 'mint', account: accountOf(bruno), amount: '5' });
    const secondTreasurer = market.market.identity('UtilityMSP', 'treasurer', 'treasurer2');
    assert.equal(await market.codeOf(treasurer, 'proposals:confirm', { proposal }), 'SAME_ORGANISATION');
    assert.equal(
      await market.codeOf(secondTreasurer, 'proposals:confirm', { proposal }),
      'SAME_ORGANISATION',
    );
    const { changes } = await market.market.submit(registrar, 'proposals:confirm', { proposal });
    assert.deepEqual(
      coinsIn(changes).map(({ id, owner, amount }) => [id, owner, amount]),
      [[`${proposal}.0`, accountOf(bruno), '5']],
    );
    const again = await market.market.submit(registrar, 'proposals:confirm', { proposal });
    assert.deepEqual([again.outcome, again.changes], ['exists', []]);
  });

  it('burns money that was held meanwhile, or gives it back', async () => {
    const { treasurer, registrar } = market;
    const coins = [await market.mint(treasurer, '5'), await market.mint(treasurer, '7')];
    const spend = { idempotencyKey: 'k', coins, outputs: [{ account: accountOf(treasurer), amount: '12' }] };
    const refused = await propose(treasurer, { kind: 'burn', coins });
    assert.equal(await market.codeOf(treasurer, 'money:pay', spend), 'COIN_HELD');
    await market.market.submit(registrar, 'proposals:reject', { proposal: refused, reason: 'no payout' });
    const agreed = await propose(treasurer, { kind: 'burn', coins });
    const { changes } = await market.market.submit(registrar, 'proposals:confirm', { proposal: agreed });
    assert.deepEqual(
      changes.flatMap((change) => (change.type === 'coinSpent' ? [change.id] : [])),
      coins,
    );
    assert.equal(await market.codeOf(treasurer, 'money:pay', spend), 'COIN_NOT_FOUND');
  });

  it('stores the versions of a scheme one after the other', async () => {
    const { registrar, supplier } = market;
    const version = (number: number): ProposalSubject => ({
      kind: 'scheme',
      scheme: { ...SCHEME_TERMS, version: number },
    });
    const command = { idempotencyKey: 'k', evidenceHash: EVIDENCE };
    assert.equal(
      await market.codeOf(registrar, 'proposals:propose', { ...command, subject: version(3) }),
      'STATE_CONFLICT',
    );
    const [one, other] = [await propose(registrar, version(2)), await propose(registrar, version(2))];
    await market.market.submit(supplier, 'proposals:confirm', { proposal: one });
    assert.equal(await market.codeOf(supplier, 'proposals:confirm', { proposal: other }), 'STATE_CONFLICT');
    assert.deepEqual(await market.stored('scheme/REC/2'), { v: 1, ...SCHEME_TERMS, version: 2 });
  });

  it('gives an account that lost its key a new one', async () => {
    const { anna, riversideManager, registrar } = market;
    const again = market.market.organisation('RiversideMSP').reenrol(anna);
    assert.equal(await market.codeOf(again, 'accounts:activate', {}), 'ACCOUNT_KEY_MISMATCH');
    const keyHash = createHash('sha256')
      .update(again.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64url');
    const subject = { kind: 'accountKey', account: accountOf(anna), keyHash } as const;
    await market.agree(riversideManager, registrar, subject);
    assert.equal(await market.codeOf(again, 'accounts:activate', {}), 'accepted');
    assert.equal(await market.codeOf(anna, 'accounts:activate', {}), 'ACCOUNT_KEY_MISMATCH');
  });

  it('lets two confirmations in one block carry the proposal out once', async () => {
    const { treasurer, registrar, bruno } = market;
    const { ledger } = market.market;
    const proposal = await propose(treasurer, { kind: 'mint', account: accountOf(bruno), amount: '5' });
    const second = market.market.identity('RegulatorMSP', 'registrar', 'registrar2');
    const confirm = (by: typeof registrar) =>
      ledger.endorse(by, 'proposals:confirm', [JSON.stringify({ proposal })]);
    const { transactions } = ledger.commit([await confirm(registrar), await confirm(second)]);
    assert.deepEqual(
      transactions.map(({ validationCode }) => validationCode),
      [0, 11],
    );
    assert.equal(await market.codeOf(second, 'proposals:confirm', { proposal }), 'PROPOSAL_CLOSED');
  });

  it('lets nobody but the proposer withdraw', async () => {
    const { treasurer, registrar, bruno } = market;
    const proposal = await propose(treasurer, { kind: 'mint', account: accountOf(bruno), amount: '5' });
    assert.equal(await market.codeOf(registrar, 'proposals:withdraw', { proposal }), 'NOT_AUTHORISED');
    await market.market.submit(treasurer, 'proposals:withdraw', { proposal });
    assert.equal(await market.codeOf(registrar, 'proposals:confirm', { proposal }), 'PROPOSAL_CLOSED');
  });
});

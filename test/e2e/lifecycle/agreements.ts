import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'mocha';
import type { ProposalSubject } from '@commonwatt/chaincode/domain';
import { evidence } from '../market.ts';
import { codeOf, type Party } from '../party.ts';
import type { Stage } from './stage.ts';

const ENDS = ['confirmed', 'rejected', 'withdrawn'] as const;
type End = (typeof ENDS)[number];

const AMOUNT = '7000';

/** What takes two signatures of two organisations. */
export function agreements(stage: Stage): void {
  it('money is minted when treasurer and registrar agree, and only then', async () => {
    const { treasurer, registrar } = stage.market.offices;
    const account = stage.cast.company.account;
    const ids = await endEach(treasurer, registrar, () => ({ kind: 'mint', account, amount: AMOUNT }));
    const coins = await treasurer.list('/v1/coins', { query: { owner: account } });
    const minted = coins.filter(({ id }) => ids.some((proposal) => id.startsWith(proposal)));
    assert.deepEqual(
      minted.map(({ id, amount, state }) => [id, amount, state.kind]),
      [[`${ids[0]}.0`, AMOUNT, 'free']],
    );
  });

  it('coins are held while their burning is proposed; then they are gone, or free again', async () => {
    const { treasurer, registrar } = stage.market.offices;
    const coins = await Promise.all(ENDS.map((_, index) => stage.market.mint(treasurer, BigInt(index + 1))));
    const stateOf = async () => {
      const own = await treasurer.list('/v1/coins', { query: { owner: treasurer.account } });
      return coins.map((id) => own.find((coin) => coin.id === id)?.state);
    };
    const subjectOf = (end: End): ProposalSubject => ({
      kind: 'burn',
      coins: [coins[ENDS.indexOf(end)] ?? assert.fail()],
    });
    const ids = await endEach(treasurer, registrar, subjectOf, async (proposals) => {
      assert.deepEqual(
        await stateOf(),
        proposals.map((id) => ({ kind: 'held', by: 'burn', id })),
      );
    });
    assert.deepEqual(await stateOf(), [undefined, { kind: 'free' }, { kind: 'free' }]);
    const { decidedBy, reason } = await treasurer.get('/v1/proposals/{id}', { path: { id: ids[1] ?? '' } });
    assert.deepEqual([decidedBy, reason], [registrar.account, REASON]);
  });

  it('a scheme counts when the registrar and another organisation agree, and only then', async () => {
    const { registrar, riverside, hillside } = stage.market.offices;
    const schemes = ENDS.map(() => ({ ...stage.scheme, id: stage.market.name('Other') }));
    const subjectOf = (end: End): ProposalSubject => ({
      kind: 'scheme',
      scheme: schemes[ENDS.indexOf(end)] ?? assert.fail(),
    });
    await endEach(registrar, riverside, subjectOf);
    const shown = schemes.map(({ id }) =>
      codeOf(hillside.get('/v1/schemes/{id}/{version}', { path: { id, version: 1 } })),
    );
    assert.deepEqual(await Promise.all(shown), ['accepted', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('a scheme has its next version when they agree to that too', async () => {
    const { registrar, supplier, auditor } = stage.market.offices;
    const scheme = { ...stage.scheme, version: 2, aliases: ['second'] };
    await stage.market.agree(registrar, supplier, { kind: 'scheme', scheme });
    const versions = await auditor.list('/v1/schemes', { query: { id: scheme.id } });
    assert.deepEqual(versions.map(({ version, aliases }) => [version, aliases]).sort(), [
      [1, []],
      [2, ['second']],
    ]);
  });

  it('an account has a new key when its manager and the registrar agree, and only then', async () => {
    const { riverside, registrar } = stage.market.offices;
    const members = await stage.market.enrol(riverside, ['consumer', 'consumer', 'consumer']);
    const keys = ENDS.map(() => randomBytes(32).toString('base64url'));
    const subjectOf = (end: End): ProposalSubject => ({
      kind: 'accountKey',
      account: members[ENDS.indexOf(end)]?.account ?? assert.fail(),
      keyHash: keys[ENDS.indexOf(end)] ?? assert.fail(),
    });
    await endEach(riverside, registrar, subjectOf);
    const found = members.map(async ({ enrolmentId }) => {
      const path = { organisation: 'RiversideMSP', enrolmentId };
      return (await registrar.get('/v1/accounts/{organisation}/{enrolmentId}', { path })).keyHash;
    });
    assert.deepEqual(await Promise.all(found), [keys[0], null, null]);
  });

  it('nobody gives both signatures', async () => {
    const { treasurer, supplier, registrar } = stage.market.offices;
    const subject = { kind: 'mint', account: stage.cast.company.account, amount: AMOUNT } as const;
    const body = { subject, evidenceHash: evidence('deposit') };
    const { id } = await treasurer.command('/v1/proposals', { body });
    const confirm = (party: Party) =>
      codeOf(party.command('/v1/proposals/{id}/confirmations', { path: { id }, body: {} }));
    assert.equal(await confirm(treasurer), 'SAME_ORGANISATION');
    assert.equal(await confirm(supplier), 'NOT_AUTHORISED');
    const withdrawn = registrar.command('/v1/proposals/{id}/withdrawals', { path: { id }, body: {} });
    assert.equal(await codeOf(withdrawn), 'NOT_AUTHORISED');
    await treasurer.command('/v1/proposals/{id}/withdrawals', { path: { id }, body: {} });
  });
}

const REASON = 'no such deposit';

/**
 * Proposes three subjects, and has one confirmed, one rejected and one withdrawn, after which each is closed.
 *
 * @param between looks at what is proposed and not decided
 * @returns their ids, in the order of `ENDS`
 */
async function endEach(
  proposer: Party,
  confirmer: Party,
  subjectOf: (end: End) => ProposalSubject,
  between: (proposals: string[]) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const proposals = await Promise.all(
    ENDS.map(async (end) => {
      const subject = subjectOf(end);
      const body = { subject: subject as never, evidenceHash: evidence(subject.kind) };
      return (await proposer.command('/v1/proposals', { body })).id;
    }),
  );
  await between(proposals);
  await Promise.all(ENDS.map((end, index) => endWith(end, proposals[index] ?? '', proposer, confirmer)));
  const closed = proposals.map(async (id, index) => {
    const { status } = await confirmer.get('/v1/proposals/{id}', { path: { id } });
    assert.equal(status, ENDS[index]);
    const other = status === 'withdrawn' ? 'confirmed' : 'withdrawn';
    assert.equal(await codeOf(endWith(other, id, proposer, confirmer)), 'PROPOSAL_CLOSED');
  });
  await Promise.all(closed);
  return proposals;
}

async function endWith(end: End, id: string, proposer: Party, confirmer: Party): Promise<void> {
  const path = { id };
  switch (end) {
    case 'confirmed':
      await confirmer.command('/v1/proposals/{id}/confirmations', { path, body: {} });
      return;
    case 'rejected':
      await confirmer.command('/v1/proposals/{id}/rejections', { path, body: { reason: REASON } });
      return;
    case 'withdrawn':
      await proposer.command('/v1/proposals/{id}/withdrawals', { path, body: {} });
  }
}

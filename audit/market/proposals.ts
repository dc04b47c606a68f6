import { must, mustEqual } from '../discrepancy.ts';
import { REGULATOR, UTILITY } from '../founding.ts';
import { mustBeActive, requireCaller } from './caller.ts';
import { FREE, type CoinState, type Expected } from './expected.ts';
import { schemeName } from './key.ts';
import { mspOf, type RecordOf } from './record.ts';
import { madeBy, mustKeep, type Deed } from './transaction.ts';

type Proposal = RecordOf<'proposal'>;

/** Nothing of this kind happens by one organisation: proposed by one, confirmed by another, then carried out. */
export function expectProposals(deed: Deed, expected: Expected): void {
  for (const change of deed.changes('proposal')) {
    const proposal = madeBy(change);
    if (change.before === undefined) expectNew(deed, proposal, change.key, expected);
    else expectDecision(deed, change.before, proposal, change.key, expected);
  }
  checkSchemes(deed);
}

function heldBy(id: string): CoinState {
  return { kind: 'held', by: 'burn', id };
}

function expectNew(
  deed: Deed,
  { id, subject, status, proposedBy }: Proposal,
  key: string,
  expected: Expected,
): void {
  mustEqual('a proposal begins open', 'open', status, { key });
  mustEqual('a proposal names its proposer', deed.account, proposedBy, { key });
  switch (subject.kind) {
    case 'mint':
      requireCaller(deed, [UTILITY, REGULATOR], ['treasurer', 'registrar'], key);
      mustBeActive(deed, [subject.account], key);
      break;
    case 'burn':
      requireCaller(deed, [UTILITY], ['treasurer'], key);
      for (const coin of subject.coins) {
        const before = deed.before('coin', coin);
        mustEqual('own free coins are burned', { owner: deed.account, state: FREE }, ownerAndState(before), {
          key,
        });
        expected.restated.set(coin, heldBy(id));
      }
      break;
    case 'scheme':
      requireCaller(deed, [REGULATOR], ['registrar'], key);
      break;
    case 'accountKey':
      requireCaller(deed, [mspOf(subject.account)], ['manager', 'supplier'], key);
      break;
  }
}

function ownerAndState(coin: RecordOf<'coin'> | undefined): object | undefined {
  return coin && { owner: coin.owner, state: coin.state };
}

function expectDecision(
  deed: Deed,
  before: Proposal,
  after: Proposal,
  key: string,
  expected: Expected,
): void {
  mustKeep(before, after, ['status', 'decidedBy', 'decidedAt', 'reason'], key);
  mustEqual('a proposal is decided once', 'open', before.status, { key });
  if (after.status === 'withdrawn')
    mustEqual('a proposal is withdrawn by its proposer', deed.account, after.proposedBy);
  else checkSecond(deed, after, key);
  if (after.status === 'confirmed') expectCarriedOut(deed, after, key, expected);
  else if (after.subject.kind === 'burn')
    for (const coin of after.subject.coins) expected.restated.set(coin, FREE);
}

/** Whoever confirms or rejects is of another organisation than the proposer, and the one that must agree. */
function checkSecond(deed: Deed, { subject, proposedBy, decidedBy, status }: Proposal, key: string): void {
  mustEqual('a proposal names who decided', deed.account, decidedBy, { key });
  if (status === 'confirmed') {
    must(mspOf(proposedBy) !== deed.caller.mspId, 'two organisations sign', {
      key,
      expected: `another than ${mspOf(proposedBy)}`,
      found: deed.caller.mspId,
    });
  }
  const { role } = deed.caller;
  switch (subject.kind) {
    case 'mint':
      requireCaller(deed, [UTILITY, REGULATOR], ['treasurer', 'registrar'], key);
      break;
    case 'burn':
    case 'accountKey':
      requireCaller(deed, [REGULATOR], ['registrar'], key);
      break;
    case 'scheme': {
      const mayDecide = ['manager', 'supplier', 'gridOperator'].includes(role ?? '');
      must(mayDecide, 'only those who may do it have done it', {
        key,
        expected: 'another organisation',
        found: role,
      });
    }
  }
}

/** Schemes and keys of accounts are carried out in records of their own, which are checked against the proposal. */
function expectCarriedOut(
  deed: Deed,
  { id, subject, proposedBy }: Proposal,
  key: string,
  expected: Expected,
): void {
  mustBeActive(deed, [proposedBy, ...(subject.kind === 'mint' ? [subject.account] : [])], key);
  switch (subject.kind) {
    case 'mint':
      expected.minted += subject.amount;
      expected.make(`${id}.0`, subject.account, subject.amount);
      break;
    case 'burn':
      for (const coin of subject.coins) {
        expected.spent.set(coin, heldBy(id));
        expected.burned += deed.before('coin', coin)?.amount ?? 0n;
      }
      break;
    case 'scheme':
      mustEqual(
        'a confirmed scheme is stored',
        { v: 1, ...subject.scheme },
        deed.named('scheme', schemeName(subject.scheme)),
      );
      break;
    case 'accountKey':
      mustEqual('a confirmed key is pinned', subject.keyHash, deed.named('account', subject.account).keyHash);
      break;
  }
}

function checkSchemes(deed: Deed): void {
  for (const { name, key } of deed.changes('scheme')) {
    const isConfirmed = deed
      .changes('proposal')
      .some(
        ({ after }) =>
          after?.status === 'confirmed' &&
          after.subject.kind === 'scheme' &&
          schemeName(after.subject.scheme) === name,
      );
    must(isConfirmed, 'a scheme comes from two signatures', { key, expected: 'its proposal', found: 'none' });
  }
}

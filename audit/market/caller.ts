import { must, mustEqual } from '../discrepancy.ts';
import { REGULATOR, UTILITY } from '../founding.ts';
import { mspOf, type RecordOf } from './record.ts';
import { madeBy, mustKeep, type Change, type Deed } from './transaction.ts';

type Account = RecordOf<'account'>;
type Consortium = RecordOf<'consortium'>;
type Kind = Consortium['organisations'][number]['kind'];

/** Roles that an organisation of each kind can give. */
const ROLES: Readonly<Record<Kind, readonly string[]>> = {
  regulator: ['registrar', 'auditor', 'gateway'],
  utility: ['supplier', 'gridOperator', 'buyer', 'treasurer', 'gateway'],
  community: ['manager', 'member', 'collector', 'gateway'],
};

const FOUNDING: Consortium = {
  v: 1,
  organisations: [
    { mspId: REGULATOR, name: 'Regulator', kind: 'regulator', status: 'active', reason: undefined },
    { mspId: UTILITY, name: 'Utility', kind: 'utility', status: 'active', reason: undefined },
  ],
};

/** Whoever changes anything is known, active, in a role of its organisation, and holds the key of its account. */
export function checkCaller(deed: Deed): void {
  const { caller, account } = deed;
  const { organisations } = deed.before('consortium', '') ?? FOUNDING;
  const organisation = organisations.find(({ mspId }) => mspId === caller.mspId);
  mustEqual("the caller's organisation is active", 'active', organisation?.status);
  const roles = organisation === undefined ? [] : ROLES[organisation.kind];
  must(caller.role !== null && roles.includes(caller.role), "the caller's role is of its organisation", {
    expected: roles.join(', '),
    found: caller.role,
  });
  const before = deed.before('account', account);
  mustEqual("the caller's account is active", 'active', before?.status ?? 'active');
  const pinned =
    before?.keyHash ?? (isRotation(deed) ? caller.keyHash : deed.after('account', account)?.keyHash);
  mustEqual("the caller's key is the account's", pinned, caller.keyHash, { key: `account/${account}` });
}

/** Whom a transaction gives something to or takes something from is active, and so is its organisation. */
export function mustBeActive(deed: Deed, accounts: readonly string[], key: string): void {
  const { organisations } = deed.before('consortium', '') ?? FOUNDING;
  for (const id of accounts) {
    const organisation = organisations.find(({ mspId }) => mspId === mspOf(id));
    const statuses = [organisation?.status, deed.named('account', id).status];
    mustEqual('the parties are active', ['active', 'active'], statuses, { key });
  }
}

/** Only the registrar enters and suspends communities. */
export function checkConsortium(deed: Deed): void {
  for (const change of deed.changes('consortium')) {
    const before = change.before ?? FOUNDING;
    const after = madeBy(change);
    requireCaller(deed, [REGULATOR], ['registrar'], change.key);
    for (const { mspId, kind } of before.organisations) {
      const same = after.organisations.find((organisation) => organisation.mspId === mspId);
      mustEqual("an organisation's kind stays", kind, same?.kind, { key: change.key });
    }
    for (const { mspId, kind, status } of after.organisations) {
      const isNew = !before.organisations.some((organisation) => organisation.mspId === mspId);
      if (isNew) mustEqual('an organisation enters as a community', 'community', kind, { key: change.key });
      if (kind !== 'community')
        mustEqual('founders are not suspended', 'active', status, { key: change.key });
    }
  }
}

/** Accounts are registered by their own organisation, and only their holder or two signatures change their key. */
export function checkAccounts(deed: Deed): void {
  for (const change of deed.changes('account')) {
    const { before, key } = change;
    const after = madeBy(change);
    const keyBefore = before?.keyHash ?? null;
    if (before === undefined) checkNew(deed, after, key);
    else
      mustKeep(
        before,
        after,
        ['status', 'keyHash', 'reason', 'suspendedBy', ...kindAtFirstUse(deed, before)],
        key,
      );
    if (before !== undefined && before.status !== after.status) checkStanding(deed, before, after, key);
    if (keyBefore !== after.keyHash)
      checkKeyChange(deed, { before: keyBefore, after: after.keyHash }, change);
  }
}

/** An office registers itself by its first command, everybody else is registered. */
function checkNew(deed: Deed, { id, kind }: Account, key: string): void {
  const isOwn = id === deed.account;
  const isOffice = kind === 'officer';
  must(isOwn ? isOffice && holdsOffice(deed) : !isOffice, 'only officers need no registration', {
    key,
    expected: isOwn ? 'an officer' : 'no officer',
    found: `${kind} by ${deed.caller.role}`,
  });
  if (!isOwn) requireCaller(deed, [mspOf(id)], ['manager', 'supplier'], key);
}

/** An account whose first command is an officer's is an office, whatever it was registered as. */
function kindAtFirstUse(deed: Deed, { id, keyHash }: Account): readonly 'kind'[] {
  const isFirstUse = id === deed.account && keyHash === null;
  return isFirstUse && holdsOffice(deed) && deed.after('account', id)?.kind === 'officer' ? ['kind'] : [];
}

function holdsOffice({ caller }: Deed): boolean {
  return caller.role !== 'member' && caller.role !== 'buyer';
}

function checkStanding(deed: Deed, before: Account, after: Account, key: string): void {
  must(after.id !== deed.account, 'nobody suspends or reinstates itself', {
    key,
    expected: 'another',
    found: after.id,
  });
  const judges = before.kind === 'officer' ? [] : ['manager', 'supplier'];
  requireCaller(deed, [REGULATOR, mspOf(after.id)], ['registrar', ...judges], key);
  checkSuspension(deed, before, after, key);
}

/** A suspension names who imposed it, and is lifted by that organisation or by the registrar. */
export function checkSuspension(
  deed: Deed,
  before: { readonly status: string; readonly suspendedBy: string | undefined },
  after: { readonly status: string; readonly suspendedBy: string | undefined },
  key: string,
): void {
  if (after.status === 'suspended') {
    mustEqual('a suspension names who imposed it', deed.account, after.suspendedBy, { key });
  } else if (before.status === 'suspended' && deed.caller.mspId !== REGULATOR) {
    mustEqual(
      'a suspension is lifted by who imposed it',
      mspOf(before.suspendedBy ?? ''),
      deed.caller.mspId,
      {
        key,
      },
    );
  }
}

/** The caller, whose key was checked, names the one that its account shall have from now on. */
function isRotation({ method }: Deed): boolean {
  return method === 'accounts:rotateKey';
}

function checkKeyChange(
  deed: Deed,
  keys: { readonly before: string | null; readonly after: string | null },
  { name, key }: Change<'account'>,
): void {
  const isProposed = deed
    .changes('proposal')
    .some(
      ({ after }) =>
        after?.status === 'confirmed' &&
        after.subject.kind === 'accountKey' &&
        after.subject.account === name &&
        after.subject.keyHash === keys.after,
    );
  const isFirstUse = keys.before === null && keys.after === deed.caller.keyHash;
  const byHolder = name === deed.account && (isRotation(deed) || isFirstUse);
  must(isProposed || byHolder, "an account's key changes by its holder or by two signatures", {
    key,
    expected: keys.before,
    found: keys.after,
  });
}

/** Throws unless the caller is of one of these organisations and in one of these roles. */
export function requireCaller(
  { caller }: Deed,
  mspIds: readonly string[],
  roles: readonly string[],
  key: string,
): void {
  const isIt = mspIds.includes(caller.mspId) && caller.role !== null && roles.includes(caller.role);
  must(isIt, 'only those who may do it have done it', {
    key,
    expected: `${roles.join(', ')} of ${mspIds.join(', ')}`,
    found: `${caller.role} of ${caller.mspId}`,
  });
}

import type { Proposal, ProposalSubject } from '@commonwatt/chaincode/domain';
import type { TestIdentity } from '../ledger/index.ts';
import { someCoins } from './money-acts.ts';
import { accountOf, keyHashOf, PEOPLE, SPARE_KEYS } from './people.ts';
import { REC } from './schemes.ts';
import type { Act, Maker, World } from './world.ts';

const OFFICERS = [
  PEOPLE.registrar,
  PEOPLE.secondRegistrar,
  PEOPLE.treasurer,
  PEOPLE.supplier,
  PEOPLE.gridOperator,
  PEOPLE.riversideManager,
] as const;

export const propose: Maker = (world) => {
  const { identity, subject } = world.random.one(mint, burn, scheme, accountKey)(world);
  const command = { idempotencyKey: world.key(), subject, evidenceHash: 'E'.repeat(43) };
  return { identity: world.isRight() ? identity : world.anybody(), method: 'proposals:propose', command };
};

interface Draft {
  readonly identity: TestIdentity;
  readonly subject: ProposalSubject;
}

function mint(world: World): Draft {
  const identity = world.random.one(PEOPLE.treasurer, PEOPLE.registrar);
  const subject = {
    kind: 'mint',
    account: world.account(),
    amount: `${world.random.between(1, 100_000)}`,
  } as const;
  return { identity, subject };
}

function burn(world: World): Draft {
  const coins = someCoins(world, accountOf(PEOPLE.treasurer)).map(({ id }) => id);
  return { identity: PEOPLE.treasurer, subject: { kind: 'burn', coins } };
}

function scheme(world: World): Draft {
  const version = world.random.between(1, 4);
  return { identity: PEOPLE.registrar, subject: { kind: 'scheme', scheme: { ...REC, version } } };
}

function accountKey(world: World): Draft {
  const [account, spare] = world.random.pick([...SPARE_KEYS]) ?? [];
  if (account === undefined || spare === undefined) throw new Error('no spare keys');
  const identity = account.startsWith('Riverside') ? PEOPLE.riversideManager : PEOPLE.supplier;
  return { identity, subject: { kind: 'accountKey', account, keyHash: keyHashOf(spare) } };
}

export const confirm: Maker = (world) => {
  const proposal = somehowOpen(world);
  if (proposal === undefined) return undefined;
  const { subject } = proposal;
  const act: Act = {
    identity: decider(world, proposal),
    method: 'proposals:confirm',
    command: { proposal: proposal.id },
  };
  const spare = subject.kind === 'accountKey' ? SPARE_KEYS.get(subject.account) : undefined;
  return spare === undefined ? act : { ...act, settle: () => world.become(spare) };
};

export const reject: Maker = (world) => {
  const proposal = somehowOpen(world);
  if (proposal === undefined) return undefined;
  const command = { proposal: proposal.id, reason: 'no evidence' };
  return { identity: decider(world, proposal), method: 'proposals:reject', command };
};

export const withdraw: Maker = (world) => {
  const proposal = somehowOpen(world);
  if (proposal === undefined) return undefined;
  const identity = world.isRight() ? world.personOf(proposal.proposedBy) : world.random.one(...OFFICERS);
  return { identity, method: 'proposals:withdraw', command: { proposal: proposal.id } };
};

function somehowOpen(world: World): Proposal | undefined {
  const all = world.view.all('proposal');
  return world.choose(
    all.filter(({ status }) => status === 'open'),
    all,
    1,
  )[0];
}

const DECIDERS: Readonly<Record<ProposalSubject['kind'], readonly TestIdentity[]>> = {
  mint: [PEOPLE.registrar, PEOPLE.secondRegistrar, PEOPLE.treasurer],
  burn: [PEOPLE.registrar, PEOPLE.secondRegistrar],
  scheme: [PEOPLE.supplier, PEOPLE.gridOperator, PEOPLE.riversideManager],
  accountKey: [PEOPLE.registrar, PEOPLE.secondRegistrar],
};

/** Mostly somebody who may decide on it, though it may be of the proposer's organisation. */
function decider(world: World, { subject }: Proposal): TestIdentity {
  return world.random.pick(world.isRight() ? DECIDERS[subject.kind] : OFFICERS) ?? PEOPLE.registrar;
}

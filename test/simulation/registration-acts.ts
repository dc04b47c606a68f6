import type { RegistrationStatus } from '@commonwatt/chaincode/domain';
import type { TestIdentity } from '../ledger/index.ts';
import { keyHashOf, PEOPLE, SPARE_KEYS } from './people.ts';
import { type Maker, NEW_ROOFS, ROOFS } from './world.ts';

const COMMUNITIES = ['RiversideMSP', 'HillsideMSP', 'LakesideMSP', 'UtilityMSP'] as const;

export const enterOrganisation: Maker = ({ random }) => ({
  identity: PEOPLE.registrar,
  method: 'organisations:enter',
  command: {
    mspId: random.one(...COMMUNITIES),
    name: random.one('Riverside', 'Lakeside'),
    kind: 'community',
  },
});

export const judgeOrganisation: Maker = (world) => {
  const { random, view } = world;
  const suspended = view.all('organisation').find(({ status }) => status === 'suspended')?.mspId;
  const mspId = suspended ?? random.one('HillsideMSP', 'LakesideMSP', 'UtilityMSP');
  const method =
    (suspended === undefined) === world.isRight() ? 'organisations:suspend' : 'organisations:reinstate';
  return { identity: PEOPLE.registrar, method, command: { mspId, reason: random.one('audit', 'appeal') } };
};

export const registerAccounts: Maker = ({ random }) => ({
  identity: random.one(PEOPLE.riversideManager, PEOPLE.hillsideManager, PEOPLE.supplier),
  method: 'accounts:register',
  command: {
    accounts: Array.from({ length: random.between(1, 3) }, () => ({
      enrolmentId: `new-${random.below(5)}`,
      kind: random.one('prosumer', 'consumer', 'utility', 'thirdParty'),
    })),
  },
});

export const activateAccount: Maker = (world) => ({
  identity: world.random.chance(0.3) ? PEOPLE.emil : world.anybody(),
  method: 'accounts:activate',
  command: {},
});

export const judgeAccount: Maker = (world) => {
  const { random, view } = world;
  const suspended = view.all('account').filter(({ status }) => status === 'suspended');
  const [target] =
    suspended.length > 0 && random.chance(0.6)
      ? random.some(suspended, 1)
      : random.some(view.all('account'), 1);
  if (target === undefined) return undefined;
  const managers = [PEOPLE.riversideManager, PEOPLE.hillsideManager, PEOPLE.supplier] as const;
  const identity = world.isRight() ? PEOPLE.registrar : random.one(...managers);
  const method = target.status === 'suspended' ? 'accounts:reinstate' : 'accounts:suspend';
  return { identity, method, command: { account: target.id, reason: 'audit' } };
};

export const rotateKey: Maker = (world) => {
  const [account, spare] = world.random.pick([...SPARE_KEYS]) ?? [];
  if (account === undefined || spare === undefined) return undefined;
  const identity = world.personOf(account);
  const command = { keyHash: keyHashOf(spare) };
  return { identity, method: 'accounts:rotateKey', command, settle: () => world.become(spare) };
};

export const submitPoints: Maker = ({ random, ledger }) => {
  const roofs = random.some([...NEW_ROOFS, ...ROOFS], 2);
  return {
    identity: random.one(PEOPLE.riversideManager, PEOPLE.hillsideManager),
    method: 'points:submit',
    command: { points: roofs.map((roof) => roof.pointSubmission(ledger.channel)) },
  };
};

export const submitDevices: Maker = ({ random, ledger }) => {
  const roofs = random.some([...NEW_ROOFS, ...ROOFS], 2);
  return {
    identity: random.one(PEOPLE.riversideManager, PEOPLE.hillsideManager),
    method: 'devices:submit',
    command: { devices: roofs.map((roof) => roof.deviceSubmission(ledger.channel)) },
  };
};

/** Steps of a registration, and who may take them. */
const STEPS: Readonly<Record<string, readonly [TestIdentity, ...TestIdentity[]]>> = {
  confirm: [PEOPLE.gridOperator],
  approve: [PEOPLE.registrar],
  reject: [PEOPLE.gridOperator, PEOPLE.registrar],
  suspend: [PEOPLE.gridOperator, PEOPLE.registrar],
  reinstate: [PEOPLE.gridOperator, PEOPLE.registrar],
  retire: [PEOPLE.riversideManager, PEOPLE.registrar],
};
/** Steps that fit a status, the more usual ones more often. */
const FITTING: Readonly<Record<RegistrationStatus, readonly string[]>> = {
  submitted: ['confirm', 'confirm', 'confirm', 'reject'],
  confirmed: ['approve', 'approve', 'approve', 'reject'],
  approved: ['suspend', 'suspend', 'suspend', 'retire'],
  suspended: ['reinstate', 'reinstate', 'retire'],
  rejected: ['confirm'],
  retired: ['reinstate'],
};

/** Confirms, approves, rejects, suspends, reinstates or retires points or devices. */
export const changeStanding: Maker = (world) => {
  const { random, view } = world;
  const kind = random.one('points', 'devices');
  const all = view.all(kind === 'points' ? 'point' : 'device');
  const pending = all.filter(({ status }) => ['submitted', 'confirmed', 'suspended'].includes(status));
  const records = random.some(pending.length > 0 && world.isRight() ? pending : all, 2);
  const [first] = records;
  if (first === undefined) return undefined;
  const step = random.pick(world.isRight() ? FITTING[first.status] : Object.keys(STEPS)) ?? 'retire';
  const reason = step === 'confirm' || step === 'approve' ? {} : { reason: 'inspection' };
  const identity = random.one(...(STEPS[step] ?? [PEOPLE.registrar]));
  return { identity, method: `${kind}:${step}`, command: { ids: records.map(({ id }) => id), ...reason } };
};

export const probe: Maker = ({ random }) => ({
  identity: random.one(PEOPLE.riversideGateway, PEOPLE.hillsideGateway),
  method: 'readiness:probe',
  command: {},
});

/** Asks for the statement of a record. */
export const statement: Maker = (world) => {
  const id = world.random.pick(world.view.names());
  return id === undefined
    ? undefined
    : { identity: world.anybody(), method: 'statements:statement', command: { id } };
};

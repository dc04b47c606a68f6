/** What of a network runs, and how well. */
import type { ConsortiumDefinition, Organisation, OrganisationKind } from '../network/consortium.ts';
import { latestDefinition } from './chaincode/deployment.ts';
import { namesDigest } from './chaincode/package.ts';
import { Connections } from './fabric/connections.ts';
import { httpGet, isHealthy } from './health.ts';
import { Member, membersOf } from './member.ts';
import { LOOPBACK } from './organisation/listen-address.ts';
import type { OrganisationFolder, StateFolder } from './state-folder.ts';
import { NODE_TYPES, readNodeSpec, readRunRecord } from './supervisor/node-spec.ts';
import type { NodeType } from './supervisor/node-spec.ts';
import { isAlive } from './supervisor/process-identity.ts';

export type Health = 'healthy' | 'unhealthy' | 'stopped';

export type NodeStatus = {
  /** For example `peer.riverside`. */
  node: string;
  type: NodeType | 'supervisor';
  organisation: string;
  pid?: number;
  /** The one that clients use; supervisors have none. */
  port?: number;
  health: Health;
  /** Blocks on the node: peers and ordering nodes. */
  height?: number;
  /** Ordering nodes: whether this one leads. */
  bftLeader?: boolean;
  /** Chaincode nodes: the version that the process runs. */
  chaincodeVersion?: string;
};

export type NetworkStatus = {
  channel: string;
  /** What the channel has committed; undefined when no peer answers. `digest` is that of the code, SHA-256 in hex. */
  chaincode?: { name: string; version: string; sequence: number; digest?: string };
  /** The ordering node that leads. */
  leader?: string;
  organisations: { name: string; mspId: string; kind: OrganisationKind }[];
  nodes: NodeStatus[];
  healthy: boolean;
};

export async function networkStatus(
  consortium: ConsortiumDefinition,
  state: StateFolder,
): Promise<NetworkStatus> {
  const connections = new Connections(state.publicDir);
  try {
    const members = membersOf(consortium, state, connections);
    const looks = members.flatMap(({ organisation, folder }) => nodesOf(consortium, organisation, folder));
    const nodes = await Promise.all(looks);
    const chaincode = await committedChaincode(consortium, members, nodes);
    const leader = nodes.find(({ bftLeader }) => bftLeader)?.node;
    return {
      channel: consortium.channel,
      ...(chaincode && { chaincode }),
      ...(leader && { leader }),
      organisations: consortium.organisations.map(({ name, mspId, kind }) => ({ name, mspId, kind })),
      nodes,
      healthy: nodes.every(({ health }) => health === 'healthy') && chaincode !== undefined,
    };
  } finally {
    connections.close();
  }
}

function nodesOf(
  consortium: ConsortiumDefinition,
  organisation: Organisation,
  folder: OrganisationFolder,
): Promise<NodeStatus>[] {
  // A gateway counts once it has been started: there may be none to start.
  const expected = NODE_TYPES.filter((type) =>
    type === 'gateway' ? readNodeSpec(folder, type) : type !== 'orderer' || organisation.ports.orderer,
  );
  return [
    Promise.resolve(supervisorStatus(organisation, folder)),
    ...expected.map((type) => nodeStatus(consortium, organisation, folder, type)),
  ];
}

function supervisorStatus({ name }: Organisation, folder: OrganisationFolder): NodeStatus {
  const record = readRunRecord(folder, 'supervisor');
  const alive = record !== undefined && isAlive(record);
  const node = `supervisor.${name.toLowerCase()}`;
  return {
    node,
    type: 'supervisor',
    organisation: name,
    ...(alive && { pid: record.pid }),
    health: alive ? 'healthy' : 'stopped',
  };
}

async function nodeStatus(
  consortium: ConsortiumDefinition,
  organisation: Organisation,
  folder: OrganisationFolder,
  type: NodeType,
): Promise<NodeStatus> {
  const base = { node: `${type}.${organisation.name.toLowerCase()}`, type, organisation: organisation.name };
  const spec = readNodeSpec(folder, type);
  const record = readRunRecord(folder, type);
  if (!spec || !record || !isAlive(record))
    return { ...base, health: 'stopped', ...(spec && { port: spec.port }) };
  const ready = type === 'gateway' ? await isReady(spec.port) : await isHealthy(spec);
  return {
    ...base,
    pid: record.pid,
    port: spec.port,
    health: ready ? 'healthy' : 'unhealthy',
    ...(await details(consortium, organisation, type)),
    ...(type === 'chaincode' && { chaincodeVersion: spec.env.CORE_CHAINCODE_ID?.split(':')[0] ?? '' }),
  };
}

async function isReady(port: number): Promise<boolean> {
  return (await httpGet(`http://${LOOPBACK}:${port}/readyz`))?.status === 200;
}

type Details = Pick<NodeStatus, 'height' | 'bftLeader'>;

async function details(
  { channel, organisations, ordering }: ConsortiumDefinition,
  { name, ports }: Organisation,
  type: NodeType,
): Promise<Details> {
  if (type === 'peer') {
    const height = sample(await metrics(ports.peer.operations), 'ledger_blockchain_height', channel);
    return height === undefined ? {} : { height };
  }
  if (type !== 'orderer' || !ports.orderer) return {};
  const page = await metrics(ports.orderer.operations);
  const orderers = organisations.filter((organisation) => organisation.ports.orderer);
  const isLeader =
    ordering.type === 'bft'
      ? orderers[(sample(page, 'consensus_smartbft_view_leader_id', channel) ?? 0) - 1]?.name === name
      : sample(page, 'consensus_etcdraft_is_leader', channel) === 1;
  const height = sample(page, 'ledger_blockchain_height', channel);
  return { bftLeader: isLeader, ...(height !== undefined && { height }) };
}

async function metrics(port: number): Promise<string> {
  return (await httpGet(`http://${LOOPBACK}:${port}/metrics`))?.body ?? '';
}

/** One sample of a Prometheus page. */
function sample(page: string, name: string, channel: string): number | undefined {
  const line = page
    .split('\n')
    .find((text) => text.startsWith(`${name}{`) && text.includes(`channel="${channel}"`));
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1));
}

async function committedChaincode(
  consortium: ConsortiumDefinition,
  members: Member[],
  nodes: NodeStatus[],
): Promise<NetworkStatus['chaincode']> {
  const hasPeer = ({ name }: Member) =>
    nodes.some(
      ({ type, organisation, health }) => type === 'peer' && organisation === name && health === 'healthy',
    );
  const answering = members.filter(hasPeer);
  const definition = await latestDefinition(answering, consortium.channel, consortium.chaincode).catch(
    () => undefined,
  );
  if (!definition) return undefined;
  const digests = answering.map(({ folder }) => readNodeSpec(folder, 'chaincode')?.revision);
  const digest = digests.find((known) => known !== undefined && namesDigest(definition.version, known));
  return { ...definition, ...(digest && { digest }) };
}

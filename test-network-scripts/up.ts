/** Brings a network up: from nothing, from a stopped state, or from one of which parts are missing. */
import { awaitNode } from './await-node.ts';
import { awaitUntil } from './await-until.ts';
import { locateBinaries } from './binaries/locate.ts';
import { copyBundle, readBundle } from './chaincode/bundle.ts';
import type { Bundle } from './chaincode/bundle.ts';
import { writeConnection } from './chaincode/connection.ts';
import { deploy } from './chaincode/deployment.ts';
import { packageChaincode } from './chaincode/package.ts';
import type { ChaincodePackage } from './chaincode/package.ts';
import { ensureGenesisBlock } from './channel/genesis-block.ts';
import { joinOrderer } from './channel/join-orderer.ts';
import { joinPeer } from './channel/join-peer.ts';
import { awaitEndorsement } from './endorsement-probe.ts';
import { Connections } from './fabric/connections.ts';
import { enterFoundingMembers } from './founding-members.ts';
import { accepts, httpGet } from './health.ts';
import { membersOf, orderingService } from './member.ts';
import type { Member } from './member.ts';
import { claimState } from './network-state.ts';
import type { ConsortiumChoice } from './network-state.ts';
import { caNode, prepareCa } from './organisation/ca-settings.ts';
import { chaincodeNode } from './organisation/chaincode-settings.ts';
import { databaseUrls } from './organisation/database-url.ts';
import { enrolOrganisation, isEnrolled } from './organisation/enrolment.ts';
import { ensureTokenKey, gatewayNode } from './organisation/gateway-settings.ts';
import { LOOPBACK } from './organisation/listen-address.ts';
import { ordererNode } from './organisation/orderer-settings.ts';
import { peerNode } from './organisation/peer-settings.ts';
import { publish } from './organisation/publication.ts';
import { ensureWalletSecret, finishSecretChange } from './organisation/wallet-secret.ts';
import { checkPorts } from './ports.ts';
import type { ConsortiumDefinition } from '../network/consortium.ts';
import type { StateFolder } from './state-folder.ts';
import { ensureSupervisor } from './supervisor/launch.ts';
import { readNodeSpec, writeNodeSpec } from './supervisor/node-spec.ts';

/** One visible step of `up`; `say` reports what it is at. */
export type Step = { title: string; run: (say: (line: string) => void) => Promise<void> };

type Work = {
  consortium: ConsortiumDefinition;
  state: StateFolder;
  members: Member[];
  connections: Connections;
  bundle: Bundle;
  chaincodePackage: ChaincodePackage;
  /** Ends whatever is waited for. */
  signal: AbortSignal;
};

const READY_TIMEOUT_MS = 180_000;
/** A node's health page answers a little before its other interfaces do. */
const JOIN_TIMEOUT_MS = 30_000;

/** The steps of `up`, in order; each one leaves alone what is already as it should be. */
export function upSteps(
  state: StateFolder,
  choice: ConsortiumChoice,
  signal: AbortSignal,
): { consortium: ConsortiumDefinition; steps: Step[]; close: () => void } {
  const consortium = claimState(state, choice);
  databaseUrls(consortium); // said now, not when the gateways are started at last
  const bundle = readBundle();
  const connections = new Connections(state.publicDir);
  const members = membersOf(consortium, state, connections);
  const work: Work = {
    consortium,
    state,
    members,
    connections,
    bundle,
    chaincodePackage: packageChaincode(consortium.chaincode, bundle),
    signal,
  };
  let binaries = '';
  const steps: Step[] = [
    { title: 'Fabric programs', run: async (say) => void (binaries = await locateBinaries(say, signal)) },
    { title: 'Ports', run: () => checkPorts(consortium, state) },
    {
      title: 'Organisations',
      run: (say) => forAll(members, say, (member) => raiseOrganisation(work, member, binaries)),
    },
    { title: 'Channel', run: (say) => joinChannel(work, binaries, say) },
    { title: 'Chaincode', run: (say) => deployChaincode(work, say) },
    {
      title: 'Members',
      run: () => enterFoundingMembers(members, consortium.channel, consortium.chaincode, signal),
    },
    {
      title: 'Endorsement',
      run: (say) =>
        forAll(members, say, (member) =>
          awaitEndorsement(member, consortium.channel, consortium.chaincode, signal),
        ),
    },
    { title: 'Gateways', run: (say) => startGateways(work, say) },
  ];
  return { consortium, steps, close: () => connections.close() };
}

/** Keys, certificates and settings of one organisation, and its nodes as far as they can run without the channel. */
async function raiseOrganisation(
  work: Work,
  { organisation, folder }: Member,
  binaries: string,
): Promise<void> {
  const secrets = prepareCa(organisation, folder);
  writeNodeSpec(folder, caNode(organisation, folder, binaries));
  ensureTokenKey(folder);
  ensureWalletSecret(folder);
  finishSecretChange(organisation, folder);
  const wasEnrolled = isEnrolled(organisation, folder);
  if (wasEnrolled) writeNodeSettings(work, { organisation, folder }, binaries);
  await ensureSupervisor(folder);
  await awaitNode(folder, 'ca', `ca.${organisation.name.toLowerCase()}`, work.signal);
  if (!wasEnrolled) {
    await awaitUntil(
      `the CA of ${organisation.name} listening`,
      JOIN_TIMEOUT_MS,
      () => accepts(organisation.ports.ca.listen),
      work,
    );
    await enrolOrganisation(organisation, folder, secrets);
    writeNodeSettings(work, { organisation, folder }, binaries);
  }
  publish(organisation, folder, work.state.publicDir);
}

function writeNodeSettings(
  work: Work,
  { organisation, folder }: Pick<Member, 'organisation' | 'folder'>,
  binaries: string,
): void {
  const { orderer } = organisation.ports;
  if (orderer)
    writeNodeSpec(folder, ordererNode(work.consortium.ordering, organisation, orderer, folder, binaries));
  copyBundle(work.bundle, folder);
  writeConnection(organisation, folder, work.chaincodePackage.label);
  writeNodeSpec(folder, peerNode(organisation, folder, binaries));
  // A chaincode that already runs is replaced only once the channel has agreed to its successor.
  const running = readNodeSpec(folder, 'chaincode');
  const next = chaincodeNode(organisation, folder, work.chaincodePackage);
  if (!running || running.env.CORE_CHAINCODE_ID === work.chaincodePackage.packageId)
    writeNodeSpec(folder, next);
  if (readNodeSpec(folder, 'gateway'))
    writeNodeSpec(folder, gatewayNode(work.consortium, organisation, folder));
}

async function joinChannel(
  { consortium, state, members, signal }: Work,
  binaries: string,
  say: (line: string) => void,
): Promise<void> {
  const genesis = await ensureGenesisBlock(consortium, state, binaries);
  await forAll(members, say, async (member) => {
    const { organisation, folder, name } = member;
    const nodeName = (type: string) => `${type}.${name.toLowerCase()}`;
    const ordering = async () => {
      if (!organisation.ports.orderer) return;
      await awaitNode(folder, 'orderer', nodeName('orderer'), signal);
      const join = async () => {
        await joinOrderer(organisation, folder, consortium.channel, genesis);
        return true;
      };
      await awaitUntil(`${nodeName('orderer')} joining`, JOIN_TIMEOUT_MS, join, { signal });
    };
    const peer = async () => {
      await awaitNode(folder, 'peer', nodeName('peer'), signal);
      const join = async () => {
        await joinPeer(member.peer, member.admin, consortium.channel, genesis);
        return true;
      };
      await awaitUntil(`${nodeName('peer')} joining`, JOIN_TIMEOUT_MS, join, { signal });
    };
    await Promise.all([ordering(), peer()]);
  });
}

async function deployChaincode(
  { consortium, members, connections, chaincodePackage, signal }: Work,
  say: (line: string) => void,
): Promise<void> {
  const ordering = orderingService(consortium, connections);
  const { definition, changed } = await deploy(
    members,
    ordering,
    consortium.channel,
    consortium.chaincode,
    chaincodePackage,
  );
  say(`${definition.name} ${definition.version}, sequence ${definition.sequence}${changed ? ' (new)' : ''}`);
  await forAll(
    members,
    () => undefined,
    async ({ organisation, folder }) => {
      writeNodeSpec(folder, chaincodeNode(organisation, folder, chaincodePackage));
      await awaitNode(folder, 'chaincode', `chaincode.${organisation.name.toLowerCase()}`, signal);
    },
  );
}

async function startGateways(
  { consortium, members, signal }: Work,
  say: (line: string) => void,
): Promise<void> {
  await forAll(members, say, async ({ organisation, folder }) => {
    writeNodeSpec(folder, gatewayNode(consortium, organisation, folder));
    const name = `gateway.${organisation.name.toLowerCase()}`;
    await awaitNode(folder, 'gateway', name, signal);
    const url = `http://${LOOPBACK}:${organisation.ports.gateway}/readyz`;
    const isReady = async () => {
      const answer = await httpGet(url);
      if (answer?.status !== 200) throw new Error(answer ? `${answer.status} ${answer.body}` : 'no answer');
      return true;
    };
    await awaitUntil(`${name} becoming ready`, READY_TIMEOUT_MS, isReady, { signal });
  });
}

/** All members at once; says who is still awaited. */
async function forAll(
  members: readonly Member[],
  say: (line: string) => void,
  work: (member: Member) => Promise<void>,
): Promise<void> {
  const waiting = new Set(members.map(({ name }) => name));
  await Promise.all(
    members.map(async (member) => {
      await work(member);
      waiting.delete(member.name);
      if (waiting.size > 0) say(`waiting for ${[...waiting].join(', ')}`);
    }),
  );
}

/** Who can change what: without the regulator nobody changes anything, not even all others together. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { locateBinaries } from '../../test-network-scripts/binaries/locate.ts';
import { approve, commit } from '../../test-network-scripts/chaincode/lifecycle.ts';
import { latestDefinition } from '../../test-network-scripts/chaincode/deployment.ts';
import { configurationSequence } from '../../test-network-scripts/channel/configuration.ts';
import {
  awaitConfiguration,
  configurationUpdate,
  signConfigurationUpdate,
  submitConfigurationUpdate,
} from '../../test-network-scripts/channel/configuration-update.ts';
import type { ConfigGroup } from '../../test-network-scripts/channel/configuration-update.ts';
import { Connections } from '../../test-network-scripts/fabric/connections.ts';
import { InvalidTransaction } from '../../test-network-scripts/fabric/commit-status.ts';
import { NotOrdered } from '../../test-network-scripts/fabric/broadcast.ts';
import type { Consortium } from '../../test-network-scripts/index.ts';
import { membersOf, orderingService } from '../../test-network-scripts/member.ts';
import type { Member, OrderingService } from '../../test-network-scripts/member.ts';
import { readNodeSpec } from '../../test-network-scripts/supervisor/node-spec.ts';
import {
  addOrganisation,
  changeChannelAdmins,
  changeMarketPolicy,
  removeConsenter,
} from './configuration-changes.ts';
import { subsetsOf } from './subsets.ts';

type Change = { what: string; touches: RegExp; apply: (configuration: ConfigGroup) => void };

const CHANGES: Change[] = [
  { what: 'the rule of all rules', touches: /\[Policy\] +\/Channel\/Admins/, apply: changeChannelAdmins },
  {
    what: 'a policy',
    touches: /\[Policy\] +\/Channel\/Application\/MarketEndorsement/,
    apply: changeMarketPolicy,
  },
  { what: 'a consenter', touches: /\/Channel\/Orderer/, apply: removeConsenter },
  { what: 'a new organisation', touches: /\[Group\] +\/Channel\/Application/, apply: addOrganisation },
];
const UNSATISFIED = /not satisfied: signature set did not satisfy policy/;

/** @param consortium gives the running network; asked once */
export function describeGovernance(consortium: () => Promise<Consortium>): void {
  describe('governance', function () {
    this.timeout(120_000);
    let network: Network;
    before(async () => {
      network = await connectTo(await consortium());
    });
    after(() => network.connections.close());

    for (const change of CHANGES) {
      it(`refuses ${change.what} to every set of organisations without the regulator`, async () => {
        const update = await configurationUpdate(
          network.binaries,
          network.regulator,
          network.channel,
          change.apply,
        );
        for (const signers of subsetsOf(network.others)) {
          const refusal = await refusedBy(network, update, signers);
          assert.match(refusal, UNSATISFIED, names(signers));
          assert.match(refusal, change.touches, names(signers));
        }
      });
    }

    it('refuses a batch size to the regulator and one other, and accepts it from regulator, utility and a co-operative', async () => {
      const update = async (change: (configuration: ConfigGroup) => void) =>
        await configurationUpdate(network.binaries, network.regulator, network.channel, change);
      const changed = await update(setMaxMessageCount(400));
      for (const other of network.others)
        assert.match(await refusedBy(network, changed, [network.regulator, other]), UNSATISFIED);
      for (const community of network.communities) {
        const signers = [network.regulator, network.utility, community];
        const there = await update(setMaxMessageCount(400));
        await accept(network, there, signers);
        const back = await update(setMaxMessageCount(network.maxMessageCount));
        await accept(network, back, signers);
      }
    });

    it('invalidates a chaincode commit that any set without the regulator endorses, and accepts it with all three kinds', async () => {
      const { channel, ordering, members } = network;
      const current = await latestDefinition(members, channel, network.chaincode);
      assert.ok(current, 'a chaincode is committed');
      const next = { ...current, sequence: current.sequence + 1 };
      // With every approval there, nothing but the missing endorsements stands in the way.
      await Promise.all(
        members.map((member) => approve(member, ordering, channel, next, installedPackage(member))),
      );
      for (const endorsers of subsetsOf(network.others)) {
        const [sender] = endorsers;
        assert.ok(sender);
        const attempt = commit(
          sender,
          endorsers.map(({ peer }) => peer),
          ordering,
          channel,
          next,
        );
        await assert.rejects(
          attempt,
          (error) => error instanceof InvalidTransaction && error.code === 'ENDORSEMENT_POLICY_FAILURE',
          names(endorsers),
        );
      }
      const endorsers = [network.regulator, network.utility, ...network.communities.slice(0, 1)];
      await commit(
        network.utility,
        endorsers.map(({ peer }) => peer),
        ordering,
        channel,
        next,
      );
      assert.equal((await latestDefinition(members, channel, network.chaincode))?.sequence, next.sequence);
    });
  });
}

type Network = {
  channel: string;
  chaincode: string;
  maxMessageCount: number;
  binaries: string;
  connections: Connections;
  ordering: OrderingService;
  members: Member[];
  regulator: Member;
  utility: Member;
  communities: Member[];
  /** All but the regulator. */
  others: Member[];
};

async function connectTo({ definition, state }: Consortium): Promise<Network> {
  const connections = new Connections(state.publicDir);
  const members = membersOf(definition, state, connections);
  const ofKind = (kind: string) => members.filter(({ organisation }) => organisation.kind === kind);
  const [regulator] = ofKind('regulator');
  const [utility] = ofKind('utility');
  assert.ok(regulator && utility);
  return {
    channel: definition.channel,
    chaincode: definition.chaincode,
    maxMessageCount: definition.ordering.batch.maxMessageCount,
    binaries: await locateBinaries(() => undefined),
    connections,
    ordering: orderingService(definition, connections),
    members,
    regulator,
    utility,
    communities: ofKind('community'),
    others: members.filter((member) => member !== regulator),
  };
}

/** @returns why the ordering nodes refuse the update with these signatures */
async function refusedBy(
  { channel, ordering }: Network,
  update: Uint8Array,
  signers: Member[],
): Promise<string> {
  const [sender] = signers;
  assert.ok(sender);
  const signatures = signers.map((member) => signConfigurationUpdate(member, update));
  try {
    await submitConfigurationUpdate(sender, ordering, channel, update, signatures);
  } catch (error) {
    assert.ok(error instanceof NotOrdered, String(error));
    return error.message;
  }
  return assert.fail(`${names(signers)} changed the configuration`);
}

async function accept(
  { channel, ordering, members, utility }: Network,
  update: Uint8Array,
  signers: Member[],
): Promise<void> {
  const before = await configurationSequence(utility, channel);
  const signatures = signers.map((member) => signConfigurationUpdate(member, update));
  await submitConfigurationUpdate(utility, ordering, channel, update, signatures);
  await Promise.all(members.map((member) => awaitConfiguration(member, channel, before + 1)));
}

function setMaxMessageCount(count: number): (configuration: ConfigGroup) => void {
  return ({ groups }) => {
    const batch = groups.Orderer?.values.BatchSize;
    assert.ok(batch);
    batch.value.max_message_count = count;
  };
}

function installedPackage({ folder }: Member): string {
  return readNodeSpec(folder, 'chaincode')?.env.CORE_CHAINCODE_ID ?? assert.fail('no chaincode runs');
}

function names(members: readonly Member[]): string {
  return members.map(({ name }) => name).join(' + ');
}

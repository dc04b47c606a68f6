/** Changes of the channel's configuration that would be valid if only the right organisations signed them. */
import assert from 'node:assert/strict';
import type { ConfigGroup } from '../../test-network-scripts/channel/configuration-update.ts';

/** Anybody's peer alone could endorse the market. */
export function changeMarketPolicy(configuration: ConfigGroup): void {
  const market = groupOf(configuration, 'Application').policies.MarketEndorsement;
  assert.ok(market);
  market.policy = { type: 3, value: { rule: 'ANY', sub_policy: 'Endorsement' } };
}

/** The organisations' majority could change everything. */
export function changeChannelAdmins({ policies }: ConfigGroup): void {
  assert.ok(policies.Admins);
  policies.Admins.policy = { type: 3, value: { rule: 'MAJORITY', sub_policy: 'Admins' } };
}

type Consenter = { id: number };
type BlockValidation = {
  type: number;
  value: { identities: object[]; rule: { n_out_of: { n: number; rules: object[] } }; version: number };
};

/** The last consenter goes, and the policy by which blocks are recognised follows, as Fabric demands. */
export function removeConsenter(configuration: ConfigGroup): void {
  const orderer = groupOf(configuration, 'Orderer');
  const consenters = orderer.values.Orderers?.value as { consenter_mapping: Consenter[] } | undefined;
  const validation = orderer.policies.BlockValidation?.policy as BlockValidation | undefined;
  assert.ok(consenters && validation, 'the ordering is SmartBFT');
  consenters.consenter_mapping.pop();
  validation.value.identities.pop();
  const { n_out_of: quorum } = validation.value.rule;
  quorum.rules.pop();
  const count = consenters.consenter_mapping.length;
  const faulty = Math.floor((count - 1) / 3);
  quorum.n = Math.ceil((count + faulty + 1) / 2);
}

/** Lakeside, with the roots of Hillside: Fabric does not mind, and it saves starting a CA. */
export function addOrganisation(configuration: ConfigGroup): void {
  const { groups } = groupOf(configuration, 'Application');
  const model = groups.HillsideMSP;
  assert.ok(model);
  const text = JSON.stringify(model).replaceAll('HillsideMSP', 'LakesideMSP');
  groups.LakesideMSP = JSON.parse(text) as ConfigGroup;
}

function groupOf(configuration: ConfigGroup, name: string): ConfigGroup {
  return configuration.groups[name] ?? assert.fail(`the configuration has no group ${name}`);
}

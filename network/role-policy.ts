/** The one rule of the consortium, in the two forms that Fabric wants it in. */
import type { ConsortiumDefinition } from './consortium.ts';

export type PrincipalRole = 'admin' | 'peer';

type Members = { all: string[]; oneOf: string[] };

/** MSP ids: those that must all take part, and those of which one must. */
export function rolePolicyMembers({
  organisations,
  policies,
}: Pick<ConsortiumDefinition, 'organisations' | 'policies'>): Members {
  const ofKinds = (kinds: readonly string[]) =>
    organisations.filter(({ kind }) => kinds.includes(kind)).map(({ mspId }) => mspId);
  return { all: ofKinds(policies.allOf), oneOf: ofKinds([policies.oneOf]) };
}

/** The rule in configtxgen's language, for example `AND('RegulatorMSP.peer', 'UtilityMSP.peer', OutOf(1, ...))`. */
export function rolePolicyText({ all, oneOf }: Members, role: PrincipalRole): string {
  const principal = (mspId: string) => `'${mspId}.${role}'`;
  return `AND(${all.map(principal).join(', ')}, OutOf(1, ${oneOf.map(principal).join(', ')}))`;
}

/** The rule as configtxlator writes a signature policy in JSON, for channel configuration updates. */
export function rolePolicyJson({ all, oneOf }: Members, role: PrincipalRole): object {
  const identities = [...all, ...oneOf].map((mspId) => ({
    principal: { msp_identifier: mspId, role: role.toUpperCase() },
    principal_classification: 'ROLE',
  }));
  const signedBy = (index: number) => ({ signed_by: index });
  const anyOne = { n_out_of: { n: 1, rules: oneOf.map((_, index) => signedBy(all.length + index)) } };
  const rules = [...all.map((_, index) => signedBy(index)), anyOne];
  return { type: 1, value: { identities, rule: { n_out_of: { n: rules.length, rules } }, version: 0 } };
}

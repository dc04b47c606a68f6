import { REGULATOR, UTILITY } from '../founding.ts';
import { isSignature, type Identities } from './identity.ts';
import type { Invocation } from './transaction.ts';

/**
 * MSP ids of the organisations whose peers endorsed the transaction, sorted.
 *
 * @param identities to check certificates and signatures with; undefined takes the endorsers' word
 */
export function endorsingOrganisations(
  invocation: Invocation,
  identities: Identities,
  check: boolean,
): string[] {
  const organisations = new Set<string>();
  for (const { endorser, signature } of invocation.endorsements) {
    const identity = identities.of(endorser);
    const signedBytes = () => Buffer.concat([invocation.proposalResponse, endorser]);
    const counts =
      !check ||
      (identity.isMember &&
        identity.units.includes('peer') &&
        isSignature(identity, signedBytes(), signature));
    if (counts) organisations.add(identity.mspId);
  }
  return [...organisations].sort();
}

/** The rule of the consortium: regulator, utility and at least one community of the channel. */
export function satisfiesRolePolicy(organisations: readonly string[], members: readonly string[]): boolean {
  const isCommunity = (mspId: string) => mspId !== REGULATOR && mspId !== UTILITY && members.includes(mspId);
  return (
    organisations.includes(REGULATOR) && organisations.includes(UTILITY) && organisations.some(isCommunity)
  );
}

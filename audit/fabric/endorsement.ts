import { REGULATOR, UTILITY } from '../founding.ts';
import { isSignature, type Identities, type Identity } from './identity.ts';
import { Unreadable } from './protobuf.ts';
import type { Invocation } from './transaction.ts';

/**
 * MSP ids of the organisations whose peers endorsed the transaction, sorted. An endorsement that is none does not count
 * and does no harm.
 *
 * @param check signatures and certificates; otherwise the endorsers' word is taken
 */
export function endorsingOrganisations(
  invocation: Invocation,
  identities: Identities,
  check: boolean,
): string[] {
  const organisations = new Set<string>();
  for (const { endorser, signature } of invocation.endorsements) {
    const identity = readable(identities, endorser);
    if (identity === undefined) continue;
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

function readable(identities: Identities, serialised: Buffer): Identity | undefined {
  try {
    return identities.of(serialised);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** The rule of the consortium: regulator, utility and at least one community of the channel. */
export function satisfiesRolePolicy(organisations: readonly string[], members: readonly string[]): boolean {
  const isCommunity = (mspId: string) => mspId !== REGULATOR && mspId !== UTILITY && members.includes(mspId);
  return (
    organisations.includes(REGULATOR) && organisations.includes(UTILITY) && organisations.some(isCommunity)
  );
}

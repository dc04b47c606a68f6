/**
 * Regulator and utility stand in the chaincode itself; the co-operatives that found the consortium with them are
 * entered on the ledger by the regulator's registrar.
 */
import { awaitUntil } from './await-until.ts';
import { PROBE } from './endorsement-probe.ts';
import { withContract } from './fabric/contract.ts';
import { describeGatewayError } from './fabric/describe-gateway-error.ts';
import type { Member } from './member.ts';
import { GATEWAY } from './organisation/enrolment.ts';

const ENTER = 'organisations:enter';
const UNKNOWN = 'ORGANISATION_UNKNOWN';
const REGISTRAR_ROLE = 'registrar';
const TIMEOUT_MS = 60_000;

/** Enters those of the members that the ledger does not know. One after the other: they share one record. */
export async function enterFoundingMembers(
  members: readonly Member[],
  channel: string,
  chaincode: string,
  signal: AbortSignal,
): Promise<void> {
  for (const member of members) {
    await awaitUntil(
      `entering ${member.name} on the ledger`,
      TIMEOUT_MS,
      async () => {
        if (await isKnown(member, channel, chaincode)) return true;
        await enter(member, registrarOf(members), channel, chaincode);
        return false;
      },
      { describe: describeGatewayError, signal },
    );
  }
}

/** @throws GatewayError when the member's own peer cannot say */
async function isKnown(member: Member, channel: string, chaincode: string): Promise<boolean> {
  return await withContract({ member, user: GATEWAY, channel, chaincode }, async (contract) => {
    try {
      await contract.evaluateTransaction(PROBE);
      return true;
    } catch (error) {
      if (describeGatewayError(error).includes(UNKNOWN)) return false;
      throw error;
    }
  });
}

async function enter(
  { mspId, name, organisation }: Member,
  registrar: Registrar,
  channel: string,
  chaincode: string,
): Promise<void> {
  const command = JSON.stringify({ mspId, name, kind: organisation.kind });
  await withContract({ ...registrar, channel, chaincode }, (contract) =>
    contract.submitTransaction(ENTER, command),
  );
}

type Registrar = { member: Member; user: string };

function registrarOf(members: readonly Member[]): Registrar {
  for (const member of members) {
    const user = member.organisation.users.find(({ role }) => role === REGISTRAR_ROLE);
    if (user) return { member, user: user.id };
  }
  throw new Error(
    `nobody in the consortium has the role ${REGISTRAR_ROLE}, who would enter its co-operatives on the ledger`,
  );
}

/** Brings the channel to run a chaincode package: the first deployment, an upgrade, or nothing. */
import { awaitUntil } from '../await-until.ts';
import type { Member, OrderingService } from '../member.ts';
import { approve, commit, committedDefinition, install } from './lifecycle.ts';
import type { ChaincodeDefinition } from './lifecycle.ts';
import type { ChaincodePackage } from './package.ts';

const APPROVAL_TIMEOUT_MS = 30_000;
const COMMIT_TIMEOUT_MS = 30_000;

/**
 * Installs, and when the channel runs another version, has all members approve and commits.
 *
 * @returns the definition that the channel runs now, and whether it changed
 */
export async function deploy(
  members: readonly Member[],
  ordering: OrderingService,
  channel: string,
  name: string,
  chaincodePackage: ChaincodePackage,
): Promise<{ definition: ChaincodeDefinition; changed: boolean }> {
  await Promise.all(members.map((member) => install(member, chaincodePackage)));
  const current = await latestDefinition(members, channel, name);
  if (current?.version === chaincodePackage.version) return { definition: current, changed: false };

  const definition = { name, version: chaincodePackage.version, sequence: (current?.sequence ?? 0) + 1 };
  // Retried, because right after a start the ordering nodes have no leader yet.
  await Promise.all(
    members.map((member) =>
      awaitUntil(`approval by ${member.name}`, APPROVAL_TIMEOUT_MS, async () => {
        await approve(member, ordering, channel, definition, chaincodePackage.packageId);
        return true;
      }),
    ),
  );
  // One organisation has to send it; that it counts is the endorsers' doing.
  const [sender] = members;
  if (!sender) throw new Error('a consortium without members');
  const endorsers = members.map((member) => member.peer);
  await awaitUntil(`commit of ${name} ${definition.version}`, COMMIT_TIMEOUT_MS, async () => {
    if ((await committedDefinition(sender, channel, name))?.sequence !== definition.sequence) {
      await commit(sender, endorsers, ordering, channel, definition);
    }
    return true;
  });
  await Promise.all(members.map((member) => awaitDefinition(member, channel, definition)));
  return { definition, changed: true };
}

/** The newest definition that any member's peer knows: after a restart some may still be catching up. */
export async function latestDefinition(
  members: readonly Member[],
  channel: string,
  name: string,
): Promise<ChaincodeDefinition | undefined> {
  const known = await Promise.all(members.map((member) => committedDefinition(member, channel, name)));
  return known.flatMap((definition) => definition ?? []).sort((a, b) => b.sequence - a.sequence)[0];
}

async function awaitDefinition(
  member: Member,
  channel: string,
  { name, sequence }: ChaincodeDefinition,
): Promise<void> {
  const what = `the peer of ${member.name} learning of ${name} ${sequence}`;
  await awaitUntil(
    what,
    COMMIT_TIMEOUT_MS,
    async () => (await committedDefinition(member, channel, name))?.sequence === sequence,
  );
}

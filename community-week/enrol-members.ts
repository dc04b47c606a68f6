import type { Party } from './party.ts';
import type { Participant, WeekPlan } from './week-plan.ts';

/** A manager brings its members in; what they are called on the ledger is kept in the plan's register of persons. */
export async function enrolMembers(
  manager: Party,
  participants: readonly Participant[],
  plan: WeekPlan,
): Promise<void> {
  const { verdicts } = await manager.command('/v1/members', `members-${plan.start}`, {
    body: { members: participants.map(({ kind }) => ({ kind })) },
  });
  participants.forEach((participant, index) => {
    const verdict = verdicts[index];
    if (!verdict || verdict.verdict === 'refused') {
      throw new Error(`${participant.site.site} was not registered: ${verdict?.code ?? 'no verdict'}`);
    }
    plan.enrolled(participant, verdict.id);
  });
}

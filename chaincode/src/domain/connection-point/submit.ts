import { z } from 'zod';
import type { Decision } from '../decision';
import type { Caller } from '../identity/admit';
import { decideEach, type ItemDecision } from '../list';
import { defineMethod } from '../method';
import { possessionProof } from '../meter/meter';
import { requireOtherCollector } from '../registration/attestation';
import { NewMeters } from '../registration/new-meter';
import { LIST_LIMIT, verdictList, type VerdictList } from '../registration/registration';
import { isSubmitted, submissionHashOf, type SubmissionRecords } from '../registration/submission';
import { connectionPoint, type ConnectionPoint } from './connection-point';

export const pointSubmission = connectionPoint
  .pick({
    id: true,
    owner: true,
    feeder: true,
    bus: true,
    importLimitW: true,
    exportLimitW: true,
    meter: true,
    evidenceHash: true,
  })
  .extend({ possession: possessionProof });
export type PointSubmission = z.infer<typeof pointSubmission>;

export const submitPointsCommand = z.strictObject({
  points: z.array(pointSubmission).min(1).max(LIST_LIMIT),
});

export const submitPoints = defineMethod({
  name: 'points:submit',
  kind: 'submit',
  roles: ['manager'],
  command: submitPointsCommand,
  result: verdictList,
});

export interface SubmitPointsRecords extends SubmissionRecords {
  /** Those of the ids submitted that are on the ledger. */
  readonly points: ReadonlyMap<string, ConnectionPoint>;
}

/**
 * Enters connection points of the caller's organisation, with a verdict each: NOT_AUTHORISED, ORGANISATION_SUSPENDED,
 * ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, EXISTS_WITH_DIFFERENT_CONTENT, STATE_CONFLICT, METER_KEY_TAKEN,
 * POSSESSION_NOT_PROVED, COLLECTOR_IS_OWNER.
 */
export function decideSubmitPoints(
  caller: Caller,
  command: z.infer<typeof submitPointsCommand>,
  records: SubmitPointsRecords,
): Decision<VerdictList> {
  const newMeters = new NewMeters(records.channel, records.meters);
  return decideEach(
    command.points,
    ({ id }) => id,
    (item) => submit(caller, item, records, newMeters),
  );
}

function submit(
  caller: Caller,
  item: PointSubmission,
  records: SubmitPointsRecords,
  newMeters: NewMeters,
): ItemDecision {
  const commandHash = submissionHashOf(records.channel, submitPoints.name, item);
  const stored = records.points.get(item.id);
  if (isSubmitted(caller, item, commandHash, stored, records)) return { outcome: 'exists', changes: [] };
  const { possession, ...content } = item;
  const subject = { kind: 'point', id: item.id } as const;
  newMeters.requireNew(subject, item.meter, possession);
  const powerW = Math.max(item.importLimitW, item.exportLimitW);
  requireOtherCollector(item.meter, { owner: item.owner, powerW });
  const value: ConnectionPoint = {
    v: 1,
    ...content,
    devices: [],
    status: 'submitted',
    submittedBy: caller.account,
    commandHash,
  };
  return {
    outcome: 'done',
    changes: [{ type: 'point', value }],
    records: newMeters.take(subject, item.meter),
  };
}

import { assetId, idList, idListWithReason } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { directCommand } from './command.ts';
import type { Endpoint } from './endpoint.ts';

const idLine = z.strictObject({ id: assetId });

/** What connection points and devices have in common. */
interface Registrable {
  readonly tag: string;
  readonly path: `/${string}`;
  /** As in `confirm<Plural>`. */
  readonly plural: string;
  readonly contract: 'points' | 'devices';
}

type Transition = 'confirm' | 'approve' | 'reject' | 'suspend' | 'reinstate' | 'retire';

interface TransitionRoute {
  readonly transition: Transition;
  readonly noun: string;
  readonly who: string;
}

const WITHOUT_REASON: readonly TransitionRoute[] = [
  { transition: 'confirm', noun: 'confirmations', who: 'grid operator' },
  { transition: 'approve', noun: 'approvals', who: 'registrar' },
];
const WITH_REASON: readonly TransitionRoute[] = [
  { transition: 'reject', noun: 'rejections', who: 'grid operator, registrar' },
  { transition: 'suspend', noun: 'suspensions', who: 'grid operator, registrar' },
  { transition: 'reinstate', noun: 'reinstatements', who: 'grid operator, registrar' },
  { transition: 'retire', noun: 'retirements', who: 'manager, registrar' },
];

/** Routes of all transitions; a list of up to 100 ids each, a verdict for each id in the result. */
export function transitions(of: Registrable): Endpoint[] {
  return [
    ...WITHOUT_REASON.map((route) =>
      directCommand({
        ...described(of, route),
        body: idList,
        lines: { item: idLine, body: (items: { id: string }[]) => ({ ids: items.map(({ id }) => id) }) },
        command: ({ body }) => body,
      }),
    ),
    ...WITH_REASON.map((route) =>
      directCommand({ ...described(of, route), body: idListWithReason, command: ({ body }) => body }),
    ),
  ];
}

function described({ tag, path, plural, contract }: Registrable, { transition, noun, who }: TransitionRoute) {
  return {
    operationId: `${transition}${plural}`,
    path: `${path}/${noun}` as const,
    tag,
    summary: `${transition.charAt(0).toUpperCase()}${transition.slice(1)} (${who})`,
    scope: 'manage' as const,
    method: `${contract}:${transition}` as const,
  };
}

import { assetId, type MeteredSubject } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Principal } from '../authentication/principal.ts';
import { Problem } from '../problem/problem.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import { requireVisible } from '../services/visibility.ts';
import { asAnswered } from './as-answered.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';

const params = z.strictObject({ id: assetId });

interface HeadRoute {
  readonly kind: MeteredSubject['kind'];
  readonly operationId: string;
  readonly path: `/${string}`;
  readonly tag: string;
  readonly answer: z.ZodType;
}

/** A GET of where a subject's chain of blocks stands: what its meter needs to know for the next block. */
export function subjectHead({ kind, operationId, path, tag, answer }: HeadRoute): Endpoint {
  return {
    operationId,
    method: 'get',
    path,
    tag,
    summary: "Where the chain of profile blocks stands; also for the meter's own token",
    access: 'principal',
    params,
    query: NOTHING,
    body: null,
    answers: { 200: { description: 'The head', schema: answer } },
    codes: ['NOT_FOUND', 'NOT_AUTHORISED'],
    respond: (services, received) =>
      asAnswered(services, () => {
        const { id } = received.params as z.output<typeof params>;
        return findHead(services.ledger.readModel, received.principal, { kind, id });
      }),
  };
}

async function findHead(readModel: ReadModel, principal: Principal | null, subject: MeteredSubject) {
  const { kind, id } = subject;
  const owner = await (kind === 'point' ? readModel.points.find(id) : readModel.devices.find(id));
  if (principal?.kind === 'deliverer') {
    const isOwn = principal.subject?.kind === kind && principal.subject.id === id;
    if (!isOwn) throw new Problem('SCOPE_MISSING', 'a meter sees its own head only');
  } else if (principal !== null && owner !== undefined) {
    requireVisible(principal, 'heads', [owner.owner]);
  }
  const found = await readModel.heads.find(`${kind}/${id}`);
  if (found === undefined) throw new Problem('NOT_FOUND', `${kind} ${id}`);
  return found;
}

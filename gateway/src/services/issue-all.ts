import { createHash } from 'node:crypto';
import { assetId, LIST_LIMIT, schemeRef, type Device, type SchemeTerms } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';
import { MAX_PAGE } from '../read-model/page.ts';
import { issue } from './issue.ts';
import type { Services } from './services.ts';
import type { Submission } from './submit.ts';

export const issueAllRequest = z.strictObject({
  scheme: schemeRef,
  devices: z
    .array(assetId)
    .min(1)
    .max(LIST_LIMIT)
    .optional()
    .describe('Default: all approved devices of the organisation that are eligible in the scheme'),
});
export type IssueAllRequest = z.infer<typeof issueAllRequest>;

/** Issues for many devices: a command for each, under a key derived from the request's and the device. */
export async function issueAll(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  { scheme, devices }: IssueAllRequest,
): Promise<Submission[]> {
  const ids = devices ?? (await eligibleDevices(services, `${scheme.id}/${scheme.version}`));
  return [...new Set(ids)].map((device) => {
    const key = createHash('sha256').update(`${idempotencyKey}\n${device}`).digest('base64url');
    return issue(services, caller, key, { device, scheme });
  });
}

async function eligibleDevices(
  { organisation, ledger: { readModel } }: Services,
  schemeId: string,
): Promise<string[]> {
  const scheme = await readModel.schemes.find(schemeId);
  if (scheme === undefined) throw new BusinessError('NOT_FOUND', `scheme ${schemeId}`);
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const filter = { organisation: organisation.mspId, status: 'approved', source: scheme.sources } as const;
    const page = await readModel.devices.list(filter, {
      limit: MAX_PAGE,
      order: 'asc',
      ...(cursor !== null && { cursor }),
    });
    found.push(...page.items.filter((device) => isInRegion(device, scheme)).map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

function isInRegion({ region }: Device, { regions }: SchemeTerms): boolean {
  return regions.includes(region);
}

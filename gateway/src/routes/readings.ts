import {
  assetId,
  accountId,
  decodeSubmission,
  epochSeconds,
  mspId,
  REGISTERS,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Principal } from '../authentication/principal.ts';
import { requireActive } from '../services/active-account.ts';
import { dryRunDelivery } from '../services/dry-run-delivery.ts';
import { blockVerdict, deliveryResult } from '../services/readings-intake.ts';
import type { Services } from '../services/services.ts';
import { visibleOwners } from '../services/visibility.ts';
import { answerOperation, commandQuery, operationAnswers, type CommandQuery } from './command.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { list } from './list.ts';
import { LINE_VERDICT } from './take-lines.ts';

const tag = 'Readings';
/** Base64url of bytes in any number. */
const bytes = z.string().regex(/^[A-Za-z0-9_-]+$/);
const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/, 'must be 64 bytes in base64url');

const signedBlock = z.strictObject({ body: bytes.max(100_000), signature });

export const deliverReadingsRequest = z.strictObject({
  blocks: z
    .array(signedBlock)
    .min(1)
    .max(1000)
    .describe('Signed profile blocks, in the order of their sequence for each subject'),
});

const registerName = z.enum(REGISTERS.map(({ name }) => name));

export const readingBlock = z.strictObject({
  subject: z.strictObject({ kind: z.enum(['point', 'device']), id: assetId }),
  sequence: z.int().min(1),
  hash: z.string(),
  owner: accountId,
  start: epochSeconds,
  end: epochSeconds.describe('End of its last interval'),
  intervalSec: z.int().min(1),
  intervals: z.int().min(1),
  fillsGap: z.boolean(),
  attestedBy: accountId
    .nullable()
    .describe('Collector that has signed it; null for a block that its meter has signed'),
  arrivedAt: epochSeconds,
  registers: z.array(
    z.strictObject({
      register: registerName,
      values: z.array(z.int()).describe("One for each interval, in the register's unit"),
      estimated: z
        .array(z.array(z.int()).length(2))
        .describe('Half-open ranges of intervals whose values are estimates'),
    }),
  ),
  transactionId: z.string(),
});

/** JSON of a full delivery: base64 takes a third more, and field names are to be paid for. */
const MAX_BYTES = 250_000;
/** The longest body and its signature. */
const MAX_LINE_BYTES = 101_000;

const lineVerdict = z.strictObject({ ...LINE_VERDICT, ...blockVerdict.shape });

export const readings: readonly Endpoint[] = [
  list({
    operationId: 'listReadings',
    path: '/readings',
    tag,
    summary: 'Profile blocks that the ledger has accepted',
    description:
      "A member sees its own, a manager those of its organisation's members; grid operator, registrar and auditor see all.",
    filter: {
      kind: z.enum(['point', 'device']).optional(),
      subject: assetId.optional().describe('Id of the connection point or device'),
      owner: accountId.optional(),
      organisation: mspId.optional(),
      from: epochSeconds.optional().describe('Blocks that end after this time'),
      until: epochSeconds.optional().describe('Blocks that start before this time'),
    },
    item: readingBlock,
    sorts: ['start'],
    sortedBy: '-start',
    codes: ['NOT_AUTHORISED'],
    list: ({ ledger }, { caller, filter, page }) => {
      const owners = visibleOwners(caller, 'readings', filter);
      return ledger.readModel.blocks.list({ ...filter, ...owners }, page);
    },
  }),
  {
    operationId: 'deliverReadings',
    method: 'post',
    path: '/readings',
    tag,
    summary: 'Deliver signed profile blocks',
    description:
      'The result has a verdict for each block: accepted, exists, or refused with its code. One refused block does not spoil the others, and may be sent again corrected. As bytes: for each block the length of the body as a varint (LEB128), the body, 64 bytes of signature. At most 1,000 blocks or 100,000 bytes.',
    access: 'principal',
    scopes: ['readings:write'],
    params: NOTHING,
    query: commandQuery,
    body: {
      json: deliverReadingsRequest,
      bytes: 'Signed profile blocks, one after the other',
      lines: {
        item: signedBlock,
        verdict: lineVerdict,
        maxLineBytes: MAX_LINE_BYTES,
        open: async (services, principal) => {
          await requireMayDeliver(services, principal);
          return (idempotencyKey, items) => {
            const blocks = (items as z.output<typeof signedBlock>[]).map(fromJson);
            return services.intake.take(principal.account, idempotencyKey, blocks);
          };
        },
      },
      maxBytes: MAX_BYTES,
    },
    answers: operationAnswers(deliveryResult),
    codes: [
      'ACCOUNT_SUSPENDED',
      'COMMAND_MALFORMED',
      'COMMAND_TOO_LARGE',
      'EXISTS_WITH_DIFFERENT_CONTENT',
      'PENDING_LIMIT_REACHED',
    ],
    respond: async (services, { principal, query, body, idempotencyKey }) => {
      if (principal === null) throw new RangeError('readings are delivered by somebody');
      await requireMayDeliver(services, principal);
      const blocks = blocksOf(body);
      const { dryRun, ...waiting } = query as CommandQuery;
      if (dryRun) return { status: 200, body: await dryRunDelivery(services, blocks) };
      const operation = await services.intake.take(principal.account, idempotencyKey, blocks);
      return answerOperation(services, operation, waiting);
    },
  },
];

/**
 * The gateway submits readings in its own name: the ledger does not know who has brought them.
 *
 * @throws BusinessError ACCOUNT_SUSPENDED
 */
async function requireMayDeliver(services: Services, principal: Principal): Promise<void> {
  if (principal.kind === 'caller') await requireActive(services, principal);
}

/** @throws DomainError COMMAND_MALFORMED, COMMAND_TOO_LARGE */
function blocksOf(body: unknown): SignedProfileBlock[] {
  if (body instanceof Uint8Array) return decodeSubmission(body);
  const { blocks } = body as z.output<typeof deliverReadingsRequest>;
  return blocks.map(fromJson);
}

function fromJson({ body, signature }: z.output<typeof signedBlock>): SignedProfileBlock {
  return { body: Buffer.from(body, 'base64url'), signature: Buffer.from(signature, 'base64url') };
}

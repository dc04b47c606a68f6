import { epochSeconds } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { mintTokens, mintTokensRequest } from '../services/mint-tokens.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';

const mintedTokens = z.strictObject({
  tokens: z.array(z.string()).describe('In the order of the request'),
  expiresAt: epochSeconds,
});

export const tokens: readonly Endpoint[] = [
  {
    operationId: 'mintTokens',
    method: 'post',
    path: '/tokens',
    tag: 'Accounts',
    summary: 'Make tokens for members and meters (manager; supplier for buyers)',
    description:
      "A member's token acts for its account; a meter's can only deliver readings and ask for its own head. Tokens are not kept: sent again, others are made.",
    access: 'caller',
    scopes: ['manage'],
    params: NOTHING,
    query: NOTHING,
    body: { json: mintTokensRequest },
    answers: { 201: { description: 'The tokens', schema: mintedTokens } },
    codes: ['NOT_AUTHORISED', 'NOT_FOUND'],
    respond: async (services, { principal, body }) => {
      const request = body as z.output<typeof mintTokensRequest>;
      return { status: 201, body: await mintTokens(services, principal as Caller, request) };
    },
  },
];

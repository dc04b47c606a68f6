import { scheme, schemeId, schemeVersion } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { list } from './list.ts';
import { read } from './read.ts';

const tag = 'Schemes';
/** Path parameters are text. */
const params = z.strictObject({ id: schemeId, version: schemeVersion });

export const schemes: readonly Endpoint[] = [
  list({
    operationId: 'listSchemes',
    path: '/schemes',
    tag,
    summary: 'Schemes: what a certificate is, in each of their versions',
    description: 'A scheme is entered by a proposal of the kind `scheme` and its confirmation.',
    filter: { id: schemeId.optional() },
    item: scheme,
    list: ({ ledger }, { filter, page }) => ledger.readModel.schemes.list(filter, page),
  }),
  read({
    operationId: 'getScheme',
    path: '/schemes/{id}/{version}',
    tag,
    summary: 'One version of a scheme',
    params,
    answer: scheme,
    read: ({ ledger }, _caller, request) =>
      ledger.readModel.schemes.find(`${request.params.id}/${request.params.version}`),
  }),
];

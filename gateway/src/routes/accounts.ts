import {
  account,
  accountKind,
  accountStandingCommand,
  enrolmentId,
  mspId,
  registerAccountsCommand,
  rotateAccountKeyCommand,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { directCommand } from './command.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { list, several } from './list.ts';
import { read } from './read.ts';

const tag = 'Accounts';
const params = z.strictObject({ organisation: mspId, enrolmentId });
const reason = accountStandingCommand.pick({ reason: true });

function accountOf({ organisation, enrolmentId: id }: z.output<typeof params>): string {
  return `${organisation}/${id}`;
}

export const accounts: readonly Endpoint[] = [
  list({
    operationId: 'listAccounts',
    path: '/accounts',
    tag,
    summary: 'Accounts',
    filter: {
      organisation: mspId.optional(),
      kind: several(accountKind),
      status: account.shape.status.optional(),
    },
    item: account,
    list: ({ ledger }, { filter, page }) => ledger.readModel.accounts.list(filter, page),
  }),
  read({
    operationId: 'getAccount',
    path: '/accounts/{organisation}/{enrolmentId}',
    tag,
    summary: 'One account',
    params,
    answer: account,
    read: ({ ledger }, _caller, request) => ledger.readModel.accounts.find(accountOf(request.params)),
  }),
  directCommand({
    operationId: 'registerAccounts',
    path: '/accounts',
    tag,
    scope: 'manage',
    summary: 'Register accounts of identities that are enrolled already (manager, supplier)',
    description:
      'For people who keep their own key; `POST /v1/members` also enrols. The result has a verdict for each.',
    body: registerAccountsCommand,
    lines: { item: registerAccountsCommand.shape.accounts.element, body: (accounts) => ({ accounts }) },
    method: 'accounts:register',
    command: ({ body }) => body,
  }),
  directCommand({
    operationId: 'suspendAccount',
    path: '/accounts/{organisation}/{enrolmentId}/suspensions',
    tag,
    scope: 'manage',
    summary: 'Suspend an account (registrar; manager or supplier for its own organisation)',
    params,
    body: reason,
    method: 'accounts:suspend',
    codes: ['STATE_CONFLICT'],
    command: (request) => ({ account: accountOf(request.params), reason: request.body.reason }),
  }),
  directCommand({
    operationId: 'reinstateAccount',
    path: '/accounts/{organisation}/{enrolmentId}/reinstatements',
    tag,
    scope: 'manage',
    summary: 'Reinstate an account (registrar; manager or supplier for its own organisation)',
    params,
    body: reason,
    method: 'accounts:reinstate',
    codes: ['STATE_CONFLICT'],
    command: (request) => ({ account: accountOf(request.params), reason: request.body.reason }),
  }),
  directCommand({
    operationId: 'activateAccount',
    path: '/activations',
    tag,
    scope: 'manage',
    summary: 'Pin the own key to the own account, as any first command does',
    body: NOTHING,
    method: 'accounts:activate',
    command: () => ({}),
  }),
  directCommand({
    operationId: 'rotateAccountKey',
    path: '/key-rotations',
    tag,
    scope: 'manage',
    summary: 'Hand the own account over to another key',
    description:
      'Afterwards the key that the gateway keeps is worth nothing for this account: only the holder of the new key can sign for it.',
    body: rotateAccountKeyCommand,
    method: 'accounts:rotateKey',
    command: ({ body }) => body,
  }),
];

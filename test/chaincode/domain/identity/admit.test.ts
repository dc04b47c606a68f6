import assert from 'node:assert/strict';
import {
  admit,
  ROLES_BY_KIND,
  role,
  type Account,
  type Consortium,
  type Credentials,
} from '@commonwatt/chaincode/domain';
import { codeOf, itRefuses } from '../precedence.ts';
import { account, ANNA, consortium, idOf, suspendOrganisation } from '../samples.ts';

const KEY = idOf('key');
const METHOD = { name: 'certificates:retire', roles: ['member', 'manager'] } as const;

interface Call {
  credentials: { -readonly [Field in keyof Credentials]: Credentials[Field] };
  consortium: Consortium;
  account: Account | undefined;
}

function memberCall(): Call {
  return {
    credentials: { mspId: 'RiversideMSP', enrolmentId: 'anna', role: 'member', keyHash: KEY },
    consortium: consortium(),
    account: account(ANNA, { keyHash: KEY }),
  };
}

function officerCall(): Call {
  const call = memberCall();
  return {
    ...call,
    credentials: { ...call.credentials, enrolmentId: 'manager', role: 'manager' },
    account: undefined,
  };
}

const admitted = (call: Call) => admit(METHOD, call.credentials, call.consortium, call.account);

describe('admit', () => {
  itRefuses(memberCall, admitted, [
    {
      code: 'ORGANISATION_UNKNOWN',
      why: 'the organisation was never entered',
      spoil: ({ credentials }) => (credentials.mspId = 'LakesideMSP'),
      hidesOthers: true,
    },
    {
      code: 'ORGANISATION_SUSPENDED',
      why: 'the organisation is suspended',
      spoil: (call) => suspendOrganisation(call.consortium, 'RiversideMSP'),
    },
    {
      code: 'ROLE_MISSING',
      why: 'the certificate has no role',
      spoil: ({ credentials }) => (credentials.role = null),
      hidesOthers: true,
    },
    {
      code: 'ROLE_MISSING',
      why: 'no such role exists',
      spoil: ({ credentials }) => (credentials.role = 'officer'),
      hidesOthers: true,
    },
    {
      code: 'ROLE_FOREIGN',
      why: "a co-operative's authority gave the registrar's role",
      spoil: ({ credentials }) => (credentials.role = 'registrar'),
      hidesOthers: true,
    },
    {
      code: 'NOT_AUTHORISED',
      why: 'the role may not call the method',
      spoil: ({ credentials }) => (credentials.role = 'collector'),
    },
    {
      code: 'ACCOUNT_NOT_FOUND',
      why: 'the member was not registered',
      spoil: (call) => (call.account = undefined),
      hidesOthers: true,
    },
    {
      code: 'ACCOUNT_NOT_FOUND',
      why: 'the common name is no enrolment id',
      spoil: ({ credentials }) => (credentials.enrolmentId = null),
    },
    {
      code: 'ACCOUNT_SUSPENDED',
      why: 'the account is suspended',
      spoil: (call) => {
        if (call.account !== undefined) call.account.status = 'suspended';
      },
    },
    {
      code: 'ACCOUNT_KEY_MISMATCH',
      why: 'the account is pinned to another key',
      spoil: ({ credentials }) => (credentials.keyHash = idOf('another key')),
    },
  ]);

  it('pins a registered account to the key of its first call', () => {
    const call = { ...memberCall(), account: account(ANNA) };
    const { account: pinned, pins } = admitted(call);
    assert.deepEqual({ pinned, pins }, { pinned: account(ANNA, { keyHash: KEY }), pins: true });
  });

  it('pins nothing once the account has its key', () => {
    assert.equal(admitted(memberCall()).pins, false);
  });

  it('gives an officer an account at its first call', () => {
    const { account: opened, caller, pins } = admitted(officerCall());
    assert.deepEqual(opened, account('RiversideMSP/manager', { kind: 'officer', keyHash: KEY }));
    assert.deepEqual(caller, {
      account: 'RiversideMSP/manager',
      mspId: 'RiversideMSP',
      kind: 'community',
      role: 'manager',
    });
    assert.equal(pins, true);
  });

  it('makes an account an office at its first call by an officer, whatever it was registered as', () => {
    const id = 'RiversideMSP/manager';
    const registered = { ...officerCall(), account: account(id, { kind: 'consumer' }) };
    assert.equal(admitted(registered).account.kind, 'officer');
    const pinned = { ...officerCall(), account: account(id, { kind: 'consumer', keyHash: KEY }) };
    assert.equal(admitted(pinned).account.kind, 'consumer');
  });

  it('knows the founding organisations before any was entered', () => {
    const founder = { mspId: 'RegulatorMSP', enrolmentId: 'registrar', role: 'registrar', keyHash: KEY };
    const { caller } = admit(
      { name: 'organisations:enter', roles: ['registrar'] },
      founder,
      undefined,
      undefined,
    );
    assert.equal(caller.kind, 'regulator');
  });

  it('lets every role in from organisations of its kind alone', () => {
    const everyRole = { name: 'accounts:activate', roles: role.options };
    for (const organisation of consortium().organisations) {
      for (const given of role.options) {
        const { mspId, kind } = organisation;
        const id = `${mspId}/anna`;
        const credentials = { mspId, enrolmentId: 'anna', role: given, keyHash: KEY };
        const code = codeOf(() => admit(everyRole, credentials, consortium(), account(id)));
        assert.equal(
          code,
          ROLES_BY_KIND[kind].includes(given) ? 'accepted' : 'ROLE_FOREIGN',
          `${given} from ${mspId}`,
        );
      }
    }
  });
});

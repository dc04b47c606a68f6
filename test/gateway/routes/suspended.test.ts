import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CommonwattClient } from '@commonwatt/client';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { enrolmentIdOf, newMembers } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

/** A block that no meter has signed. */
const BLOCK = { body: 'AAAA', signature: 'A'.repeat(86) };
const NO_ROWS = 'subject,start,interval,register,value,quality\n';

describe('a suspended account', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let manager: CommonwattClient;
  let member: string;

  before(async () => {
    consortium = await sharedConsortium();
    manager = await consortium.riverside.client('manager');
    const [account = ''] = await newMembers(consortium, 1);
    member = enrolmentIdOf(account);
    await manager.command('/v1/accounts/{organisation}/{enrolmentId}/suspensions', {
      path: { organisation: 'RiversideMSP', enrolmentId: member },
      body: { reason: 'moved' },
    });
  });

  async function codeOfReadings(path: string, contentType: string, body: string): Promise<string> {
    const response = await fetch(`${consortium.riverside.url}/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await consortium.riverside.token(member)}`,
        'content-type': contentType,
        'idempotency-key': randomUUID(),
      },
      body,
    });
    const text = await response.text();
    return response.ok ? 'done' : (JSON.parse(text) as { code: string }).code;
  }

  // The gateway submits readings in its own name, so the ledger does not know who has sent them.
  it('has no readings delivered, whether it asks in JSON, by the line, or for a dry run', async () => {
    const blocks = JSON.stringify({ blocks: [BLOCK] });
    const lines = `${JSON.stringify(BLOCK)}\n`;
    for (const [path, type, body] of [
      ['/readings?wait=commit', 'application/json', blocks],
      ['/readings?dryRun=true', 'application/json', blocks],
      ['/readings', 'application/x-ndjson', lines],
    ] as const)
      assert.equal(await codeOfReadings(path, type, body), 'ACCOUNT_SUSPENDED', type);
  });

  it('has no readings imported that it would attest', async () => {
    assert.equal(await codeOfReadings('/readings/imports', 'text/csv', NO_ROWS), 'ACCOUNT_SUSPENDED');
  });

  it('has no question asked', async () => {
    const client = await consortium.riverside.client(member);
    const asked = client.create('/v1/statements', { body: { id: `account/RiversideMSP/${member}` } });
    assert.equal(await codeOf(asked), 'ACCOUNT_SUSPENDED');
  });
});

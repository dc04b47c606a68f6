import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CLIENT_TYPES_FILE, clientTypes } from '../../tooling/client-types.ts';

describe("the client's types", function () {
  this.timeout(60_000);

  it("are those of the gateway's routes as they are; if not, run `npm run client`", async () => {
    assert.ok(
      readFileSync(CLIENT_TYPES_FILE, 'utf8') === (await clientTypes()),
      'client/src/openapi.ts is stale',
    );
  });
});

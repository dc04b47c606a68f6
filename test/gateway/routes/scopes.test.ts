import assert from 'node:assert/strict';
import { ROUTE_SCOPES, type Scope } from '../../../gateway/src/authentication/scope.ts';
import { openApiDocument } from '../../../gateway/src/openapi/document.ts';
import type { Endpoint } from '../../../gateway/src/routes/endpoint.ts';
import { ENDPOINTS } from '../../../gateway/src/routes/index.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const LATER = Math.floor(Date.now() / 1000) + 3600;

describe('the scope of a token', function () {
  this.timeout(60_000);
  let consortium: MemoryConsortium;

  before(async () => {
    consortium = await sharedConsortium();
  });

  /** Code of the answer to a request that is malformed in all else, so that nothing happens. */
  async function codeWith(scopes: readonly Scope[], { method, path }: Endpoint): Promise<string> {
    const { url, services } = consortium.riverside;
    const token = await services.tokens.mint({ enrolmentId: 'manager' }, LATER, scopes);
    const response = await fetch(`${url}/v1${path.replaceAll(/\{\w+\}/g, 'x')}?min-block=none`, {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${token}` },
    });
    return ((await response.json()) as { code: string }).code;
  }

  for (const endpoint of ENDPOINTS.filter(({ access }) => access !== 'anyone')) {
    const { operationId, scopes = [] } = endpoint;
    it(`opens ${operationId} with ${scopes.join(' or ')} only, and with commonwatt`, async () => {
      assert.ok(scopes.length > 0, 'it names no scope');
      for (const scope of [...ROUTE_SCOPES, 'commonwatt' as const]) {
        const isOpen = scope === 'commonwatt' || scopes.includes(scope);
        assert.equal((await codeWith([scope], endpoint)) !== 'SCOPE_MISSING', isOpen, scope);
      }
      const others = ROUTE_SCOPES.filter((scope) => !scopes.includes(scope));
      if (others.length > 0) assert.equal(await codeWith(others, endpoint), 'SCOPE_MISSING');
    });
  }

  it('is named by each operation of the OpenAPI document', () => {
    const { paths } = openApiDocument(ENDPOINTS);
    for (const { method, path, access, scopes = [] } of ENDPOINTS) {
      const { security } = paths[`/v1${path}`]?.[method] as { security: unknown };
      const wanted = ['commonwatt', ...scopes].map((scope) => ({ bearer: [scope] }));
      assert.deepEqual(security, access === 'anyone' ? [] : wanted, path);
    }
  });
});

import assert from 'node:assert/strict';
import { openApiDocument } from '../../../gateway/src/openapi/document.ts';
import { CODES } from '../../../gateway/src/problem/code.ts';
import { ENDPOINTS } from '../../../gateway/src/routes/index.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters: { name: string; in: string; required: boolean; schema: { type?: string } }[];
  readonly responses: Record<string, { description: string }>;
}

describe('the OpenAPI document', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument(ENDPOINTS))) as ReturnType<
    typeof openApiDocument
  >;
  const operations = Object.values(document.paths).flatMap((path) => Object.entries(path)) as [
    string,
    Operation,
  ][];

  it('describes every endpoint once', () => {
    assert.deepEqual(
      operations.map(([, { operationId }]) => operationId).sort(),
      ENDPOINTS.map(({ operationId }) => operationId).sort(),
    );
    assert.equal(new Set(ENDPOINTS.map(({ operationId }) => operationId)).size, ENDPOINTS.length);
  });

  it('refers to nothing that it does not define', () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
    for (const [, name = ''] of references) assert.ok(name in document.components.schemas, name);
  });

  it('keeps the names of parameters apart from those of schemas', () => {
    assert.deepEqual(
      Object.keys(document.components.schemas).filter((name) => !/^[A-Z][A-Za-z]*$/.test(name)),
      [],
    );
  });

  it('asks every POST for an idempotency key', () => {
    for (const [method, { operationId, parameters }] of operations) {
      const key = parameters.find(({ name }) => name === 'Idempotency-Key');
      assert.equal(key?.required === true, method === 'post', operationId);
    }
  });

  it('names only codes that are registered, and INTERNAL and UNAVAILABLE with every operation', () => {
    for (const [, { operationId, responses }] of operations) {
      const text = Object.entries(responses)
        .filter(([status]) => Number(status) >= 400)
        .map(([, { description }]) => description)
        .join();
      const codes = [...text.matchAll(/`([A-Z_]+)`/g)].map(([, code = '']) => code);
      assert.deepEqual(
        codes.filter((code) => !(code in CODES)),
        [],
        operationId,
      );
      assert.ok(codes.includes('INTERNAL') && codes.includes('UNAVAILABLE'), operationId);
    }
  });

  it('gives parameters the types of their schemas', () => {
    const list = operations.find(([, { operationId }]) => operationId === 'listTransactions')?.[1];
    const types = Object.fromEntries(list?.parameters.map(({ name, schema }) => [name, schema.type]) ?? []);
    assert.equal(types.blockNumber, 'integer');
    assert.equal(types.valid, 'boolean');
    assert.equal(types.creator, 'string');
  });
});

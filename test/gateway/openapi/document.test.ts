import assert from 'node:assert/strict';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { openApiDocument } from '../../../gateway/src/openapi/document.ts';
import { recordedExamples } from '../../../gateway/src/openapi/examples.ts';
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

  it('passes the linter of Redocly, which also holds examples to their schemas', async () => {
    const config = await createConfig({
      extends: ['recommended'],
      rules: {
        'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: false },
        'no-invalid-schema-examples': 'error',
        'tag-description': 'error',
        // Gateways are where their organisations put them.
        'no-empty-servers': 'off',
        'no-server-example.com': 'off',
      },
    });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    assert.deepEqual(
      problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`),
      [],
    );
  });

  const examples = recordedExamples();
  for (const { operationId, body, answers } of ENDPOINTS)
    it(`has a true example of ${operationId}`, () => {
      const example = examples[operationId];
      assert.ok(example !== undefined, 'record one with `npm run examples`');
      if (body?.json !== undefined) assert.deepEqual(body.json.safeParse(example.request).error, undefined);
      const responses = Object.entries(example.responses);
      assert.ok(responses.length > 0);
      for (const [status, response] of responses) {
        const { schema, content } = answers[Number(status)] ?? {};
        assert.ok(schema !== undefined, status);
        if (content === undefined) assert.deepEqual(schema.safeParse(response).error, undefined);
      }
    });

  it('has examples of no other operations', () => {
    const known = new Set(ENDPOINTS.map(({ operationId }) => operationId));
    assert.deepEqual(
      Object.keys(examples).filter((id) => !known.has(id)),
      [],
    );
  });

  it('gives parameters the types of their schemas', () => {
    const list = operations.find(([, { operationId }]) => operationId === 'listTransactions')?.[1];
    const types = Object.fromEntries(list?.parameters.map(({ name, schema }) => [name, schema.type]) ?? []);
    assert.equal(types.blockNumber, 'integer');
    assert.equal(types.valid, 'boolean');
    assert.equal(types.creator, 'string');
  });
});

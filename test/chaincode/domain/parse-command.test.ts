import assert from 'node:assert/strict';
import {
  DomainError,
  MAX_COMMAND_BYTES,
  METHODS,
  parseCommand,
  payMoney,
  proposalSubject,
  registerAccounts,
  schemeTerms,
} from '@commonwatt/chaincode/domain';
import fc from 'fast-check';
import { z } from 'zod';
import { SCHEME_TERMS } from './samples.ts';

const sample = z.strictObject({
  name: z.string().max(5),
  count: z.int().min(0).max(10),
  kind: z.enum(['a', 'b']).optional(),
  list: z.array(z.strictObject({ id: z.string().regex(/^x/) })).optional(),
});

function refusal(parse: () => unknown): string {
  try {
    parse();
    return 'accepted';
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

const ofText = (text: string): string => refusal(() => parseCommand(sample, Buffer.from(text)));

describe('parseCommand', () => {
  for (const [text, message] of [
    ['{"name":"n","count":1}', 'accepted'],
    ['', 'not JSON in UTF-8'],
    ['{"name":"n","count":NaN}', 'not JSON in UTF-8'],
    ['{"name":"n","count":01}', 'not JSON in UTF-8'],
    ['{"name":"n","count":1}{}', 'not JSON in UTF-8'],
    ['null', 'command: must be object'],
    ['[]', 'command: must be object'],
    ['{"name":"n"}', 'count: must be number'],
    ['{"name":"n","count":"1"}', 'count: must be number'],
    ['{"name":"n","count":1.5}', 'count: must be int'],
    ['{"name":"n","count":-1}', 'count: must be at least 0'],
    ['{"name":"n","count":11}', 'count: must be at most 10'],
    ['{"name":"n","count":1e999}', 'count: must be number'],
    ['{"name":"n","count":9007199254740993}', 'count: must be at most 9007199254740991'],
    ['{"name":"too long","count":1}', 'name: must be at most 5'],
    ['{"name":"n","count":1,"kind":"c"}', 'kind: must be one of a, b'],
    ['{"name":"n","count":1,"list":[{"id":"x"},{"id":"y"}]}', 'list.1.id: has the wrong format'],
    ['{"name":"n","count":1,"surplus":1}', 'command: has an unknown field'],
    ['{"name":"n","count":1,"__proto__":{}}', 'command: has an unknown field'],
  ] as const) {
    it(`answers ${JSON.stringify(text)} with "${message}"`, () => {
      assert.equal(ofText(text), message === 'accepted' ? message : `COMMAND_MALFORMED: ${message}`);
    });
  }

  it('refuses bytes that are no UTF-8', () => {
    const argument = Buffer.concat([
      Buffer.from('{"name":"'),
      Buffer.from([0xff]),
      Buffer.from('","count":1}'),
    ]);
    assert.equal(
      refusal(() => parseCommand(sample, argument)),
      'COMMAND_MALFORMED: not JSON in UTF-8',
    );
  });

  it('refuses the first byte over the limit, whatever the bytes are', () => {
    const padded = (bytes: number): Buffer => Buffer.from('{"name":"n","count":1}'.padEnd(bytes));
    assert.equal(
      refusal(() => parseCommand(sample, padded(MAX_COMMAND_BYTES))),
      'accepted',
    );
    assert.equal(
      refusal(() => parseCommand(sample, padded(MAX_COMMAND_BYTES + 1))),
      'COMMAND_TOO_LARGE: at most 100000 bytes',
    );
  });

  it('takes a missing argument for the empty command', () => {
    assert.deepEqual(parseCommand(z.strictObject({}), undefined), {});
  });

  it('names an unknown kind of a union', () => {
    const text = '{"kind":"tax","account":"RiversideMSP/anna"}';
    assert.equal(
      refusal(() => parseCommand(proposalSubject, Buffer.from(text))),
      'COMMAND_MALFORMED: kind: is of no known kind',
    );
  });

  it('refuses a prototype among the factors of a scheme, which a map would drop without a word', () => {
    const text = JSON.stringify(SCHEME_TERMS).replace('"solar":', '"__proto__":1,"solar":');
    assert.match(
      refusal(() => parseCommand(schemeTerms, Buffer.from(text))),
      /emissionFactors: has an unknown field/,
    );
  });

  it('refuses money as a number and a list that is longer than it may be', () => {
    const pay = {
      idempotencyKey: 'k',
      coins: [`${'c'.repeat(43)}.0`],
      outputs: [{ account: 'RiversideMSP/a1', amount: 5 }],
    };
    assert.match(
      refusal(() => parseCommand(payMoney.command, Buffer.from(JSON.stringify(pay)))),
      /amount: must be string/,
    );
    const accounts = Array.from({ length: 101 }, (_, index) => ({
      enrolmentId: `m${index}`,
      kind: 'prosumer',
    }));
    assert.equal(
      refusal(() => parseCommand(registerAccounts.command, Buffer.from(JSON.stringify({ accounts })))),
      'COMMAND_MALFORMED: accounts: must be at most 100',
    );
  });

  it('answers any JSON to any method with a command or COMMAND_MALFORMED, never with a defect', () => {
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), fc.json({ maxDepth: 4 }), ({ command }, json) => {
        const answer = refusal(() => parseCommand<z.ZodType>(command, Buffer.from(json)));
        return answer === 'accepted' || /^COMMAND_MALFORMED: [ -~]+$/.test(answer);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { EndorseError } from '@hyperledger/fabric-gateway';
import { MISMATCH, MismatchError } from './client-errors.ts';
import { LedgerRuleViolation } from './endorsement-comparison.ts';
import { MemoryLedger } from './memory-ledger.ts';
import { makeOrganisation } from './organisation.ts';

const chaincode = fileURLToPath(new URL('fixture-defects', import.meta.url));
const alice = makeOrganisation('RiversideMSP').enrol('alice', 'manager');

describe('a contract whose result depends on its surroundings', () => {
  let ledger: MemoryLedger;
  before(async () => (ledger = await MemoryLedger.start({ chaincode })));
  after(() => ledger.close());

  const isMismatch = (differs: RegExp) => (error: unknown) => {
    assert(error instanceof MismatchError && error instanceof EndorseError);
    assert.equal(error.code, 10);
    assert(error.details.length > 0 && error.details.every(({ message }) => message === MISMATCH));
    assert.match(error.differences.join('\n'), differs);
    assert.match(error.cause.message, differs);
    return true;
  };

  for (const [defect, differs] of [
    ['dependsOnLocale', /write of key "total"/],
    ['dependsOnTimeZone', /write of key "hour".*"0".*"5"/],
    ['dependsOnTheDay', /response: 200/],
    ['dependsOnChance', /event: drawn/],
    ['readsByChance', /read of key "key 0\./],
    ['scansByChance', /range scans: .*from 0\./],
    ['dependsOnThePeer', /response: 200 "" "Copy0MSP"/],
    ['throwsAtChance', /response: 500 "NOT_FOUND: 0\./],
    ['remembers', /copies 0 and 2: response: 200/],
    ['caches', /copies 0 and 2: read of key "setting"/],
  ] as const) {
    it(`is refused: ${defect}`, async () => {
      await assert.rejects(ledger.submit(alice, defect, []), isMismatch(differs));
      assert.equal(ledger.blocks.length, 0);
    });
  }
});

for (const copies of [1, 3] as const) {
  describe(`a contract that breaks a rule of the ledger, on ${copies} copies`, () => {
    let ledger: MemoryLedger;
    before(async () => (ledger = await MemoryLedger.start({ chaincode, copies })));
    after(() => ledger.close());

    for (const [defect, message] of [
      ['getsItsOwnWrite', /^key "a" is read after the same transaction wrote it/],
      ['scansItsOwnWrite', /^key "b" is read after the same transaction wrote it/],
      ['hidesReadingItsOwnWrite', /^key "a" is read after the same transaction wrote it/],
      ['putsNothing', /^key "a" is put with an empty value, which deletes it$/],
      ['readsNoKey', /^the empty key is read$/],
      ['writesNoKey', /^the empty key is written$/],
      ['forgetsAwait', /an await is missing$/],
    ] as const) {
      it(`is told so on submit and on evaluate: ${defect}`, async () => {
        const isViolation = (error: unknown) => {
          assert(error instanceof LedgerRuleViolation);
          assert.match(error.message, message);
          return true;
        };
        await assert.rejects(ledger.submit(alice, defect, []), isViolation);
        await assert.rejects(ledger.evaluate(alice, defect, []), isViolation);
      });
    }

    it('may scan beside what it has written', async () => {
      await ledger.submit(alice, 'scansBesideItsOwnWrite', []);
    });

    for (const [call, message] of [
      ['history', 'GET_HISTORY_FOR_KEY'],
      ['richQuery', 'GET_QUERY_RESULT'],
      ['keyPolicy', 'PUT_STATE_METADATA'],
      ['otherChaincode', 'INVOKE_CHAINCODE'],
      ['privateData', 'private data collections'],
    ] as const) {
      it(`cannot use what is not imitated: ${call}`, async () => {
        await assert.rejects(ledger.evaluate(alice, call, []), {
          message: new RegExp(`the in-memory ledger does not imitate ${message}$`),
        });
      });
    }
  });
}

import assert from 'node:assert/strict';
import { METHODS } from '@commonwatt/chaincode/domain';
import { simulate, type SimulationResult } from './simulate.ts';

const SEED = 20_260_107;
const SEQUENCES = 150;
const COMMANDS = 50;

describe('random sequences of commands', () => {
  let result: SimulationResult;

  before(async function () {
    this.timeout(600_000);
    result = await simulate({ seed: SEED, sequences: SEQUENCES, commands: COMMANDS, comparedEvery: 30 });
    const rate = (result.sequences / result.seconds).toFixed(1);
    console.log(`    ${result.sequences} sequences of ${COMMANDS} commands, ${rate}/s`);
  });

  it('leave a ledger that the independent auditor finds nothing wrong with', () => {
    assert.deepEqual(result.violations, []);
  });

  it('do something by every method', () => {
    const never = METHODS.filter(({ name }) => result.answers.get(name)?.has('done') !== true);
    assert.deepEqual(
      never.map(({ name }) => name),
      [],
    );
  });

  it('meet lost races, repeated requests and most rules of certificates, money and trade', () => {
    const codes = new Set([...result.answers.values()].flatMap((answers) => [...answers.keys()]));
    const expected = [
      'invalid',
      'exists',
      'COMMAND_MALFORMED',
      'EXISTS_WITH_DIFFERENT_CONTENT',
      'ACCOUNT_SUSPENDED',
      'ACCOUNT_KEY_MISMATCH',
      'ORGANISATION_SUSPENDED',
      'CURSOR_MOVED',
      'SCHEME_INELIGIBLE',
      'HOLDING_CHANGED',
      'HOLDING_FOREIGN',
      'CERTIFICATE_EXPIRED',
      'COIN_NOT_FOUND',
      'COIN_FOREIGN',
      'COIN_HELD',
      'FUNDS_INSUFFICIENT',
      'COINS_UNBALANCED',
      'OFFER_CLOSED',
      'OFFER_CHANGED',
      'EXPIRY_PASSED',
      'OWN_OFFER',
      'PROPOSAL_CLOSED',
      'SAME_ORGANISATION',
    ];
    assert.deepEqual(
      expected.filter((code) => !codes.has(code)),
      [],
    );
  });
});

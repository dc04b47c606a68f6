import { proveStatements } from '../e2e/statements/prove.ts';
import { experimentEvidence } from './experiment.ts';

const BITS = 200;
const DOUBLE_SPENDS = 20;

export const statementsEvidence = experimentEvidence({
  title: 'Statements: what peers have signed is proven by public roots alone, and nothing else is',
  method:
    'Everything of which there is a statement (every type of record, and a balance) is stated to the auditor, and to a ' +
    'member who keeps its key where it may see it. `verify-statement` looks at each with the root certificates of the ' +
    'organisations. Then each field of each statement is changed, left out or added to, and in fields of bytes ' +
    `${BITS} bits are flipped one at a time: every changed statement must be refused. Then the member retires the same ` +
    `certificate twice at once, ${DOUBLE_SPENDS} times, with transactions of its own past every gateway: no retirement ` +
    'is stated before it is committed, the valid one is stated then, and the invalid one never; its own endorsements, ' +
    'which all three have signed, made up as a statement, are refused.',
  run: (market) => proveStatements(market, { bits: BITS, doubleSpends: DOUBLE_SPENDS }),
});

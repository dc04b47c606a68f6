import { getLogger as contractApiLogger } from 'fabric-contract-api/lib/logger.js';
import { getLogger as shimLogger } from 'fabric-shim/lib/logger.js';

/** Loggers that speak once or several times in every transaction. */
const TALKATIVE = [
  contractApiLogger('./lib/jsontransactionserializer.js'),
  ...[
    'contracts-spi/chaincodefromcontract.js',
    'contracts-spi/datamarshall.js',
    'lib/chaincode.js',
    'lib/handler.js',
    'lib/iterators.js',
    'lib/stub.js',
  ].map(shimLogger),
];
const LEVELS = ['debug', 'info', 'warn'] as const;

/**
 * Fabric's libraries format every message before they look at its level and drop it, several for each state operation:
 * a quarter of a small transaction's time. What the level in force would drop is not formatted any more. Under another
 * name in another version a logger would only cost its time again.
 */
export function skipUnloggedMessages(): void {
  for (const logger of TALKATIVE) {
    for (const level of LEVELS) {
      if (!logger.isLevelEnabled(level)) logger[level] = () => undefined;
    }
  }
}

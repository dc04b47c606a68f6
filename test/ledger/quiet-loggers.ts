import { createRequire } from 'node:module';

interface LoggerModule {
  readonly getLogger: (name: string) => { silent: boolean };
}

/** The loggers that speak once or several times in every transaction. */
const TALKATIVE = {
  'fabric-shim/lib/logger.js': [
    'contracts-spi/chaincodefromcontract.js',
    'contracts-spi/datamarshall.js',
    'lib/chaincode.js',
    'lib/handler.js',
    'lib/iterators.js',
    'lib/stub.js',
  ],
  'fabric-contract-api/lib/logger.js': ['./lib/jsontransactionserializer.js'],
} as const;

/**
 * Silences the loggers of fabric-shim: they format each message, of whatever level, before they drop it, and so cost a
 * quarter of a small transaction. A logger that has another name in another version only costs its time again.
 */
export function quietLoggers(): void {
  const require = createRequire(import.meta.url);
  for (const [module, names] of Object.entries(TALKATIVE)) {
    const { getLogger } = require(module) as LoggerModule;
    for (const name of names) getLogger(name).silent = true;
  }
}

import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { quietLoggers } from './quiet-loggers.ts';

/** A chaincode as fabric-shim dispatches to it. */
export interface LoadedChaincode {
  Init(stub: unknown): Promise<unknown>;
  Invoke(stub: unknown): Promise<unknown>;
}

interface Dispatcher extends LoadedChaincode {
  defaultContractName: string;
  readonly contractImplementations: Record<string, unknown>;
}

type ContractClass = new () => { getName(): string };

interface ModuleInfo {
  readonly contracts: readonly ContractClass[];
  readonly serializers: unknown;
  readonly title: string;
  readonly version: string;
}

interface Bootstrap {
  getInfoFromContract(modulePath: string): ModuleInfo;
  getMetadata(modulePath: string): Promise<object>;
}

type DispatcherClass = new (
  contracts: readonly ContractClass[],
  serializers: unknown,
  metadata: object,
  title: string,
  version: string,
) => Dispatcher;

/**
 * Loads a chaincode from its folder as `fabric-chaincode-node server` does: package.json names the entry, which exports
 * `contracts`, and fabric-shim's dispatcher is built of them.
 *
 * @param folder absolute path, or relative to the working directory.
 * @throws Error if the folder has no package.json with a `main`, or the contracts are not contracts.
 */
export async function loadChaincode(folder: string): Promise<LoadedChaincode> {
  const level = process.env[LOGGING_LEVEL];
  // A contract's refusal is an expected answer in a test, and the shim would log each one as an error. Its loggers look
  // at the environment once; programs started later must not inherit our choice.
  process.env[LOGGING_LEVEL] = level ?? 'CRITICAL';
  try {
    return await load(resolve(folder));
  } finally {
    if (level === undefined) Reflect.deleteProperty(process.env, LOGGING_LEVEL);
  }
}

const LOGGING_LEVEL = 'CORE_CHAINCODE_LOGGING_LEVEL';

async function load(folder: string): Promise<LoadedChaincode> {
  const require = createRequire(import.meta.url);
  const bootstrap = require('fabric-shim/lib/contract-spi/bootstrap.js') as Bootstrap;
  const DispatcherOfContracts =
    require('fabric-shim/lib/contract-spi/chaincodefromcontract.js') as DispatcherClass;
  quietLoggers();
  const { contracts, serializers, title, version } = bootstrap.getInfoFromContract(folder);
  const metadata = await bootstrap.getMetadata(folder);
  // A copy, for the dispatcher appends its system contract to the list.
  const dispatcher = new DispatcherOfContracts([...contracts], serializers, metadata, title, version);
  restoreDefault(dispatcher, contracts);
  return dispatcher;
}

/**
 * fabric-contract-api keeps the name of the default contract in a global, which a second chaincode in the same process
 * overwrites; in production each has a process of its own.
 */
function restoreDefault(dispatcher: Dispatcher, contracts: readonly ContractClass[]): void {
  if (dispatcher.defaultContractName in dispatcher.contractImplementations) return;
  const [First] = contracts;
  if (First !== undefined) dispatcher.defaultContractName = new First().getName();
}

import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../network/operator-error.ts';

/** The programs that a network needs. */
const TOOLS = ['peer', 'orderer', 'configtxgen', 'configtxlator', 'ledgerutil', 'fabric-ca-server'] as const;

/** Fabric's programs are missing and cannot be had; the message says what to do. */
export class NoFabricBinaries extends OperatorError {
  override readonly name = 'NoFabricBinaries';
}

/** Those of the programs that a folder lacks. */
export function missingTools(folder: string): string[] {
  return TOOLS.filter((tool) => !isExecutable(join(folder, tool)));
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

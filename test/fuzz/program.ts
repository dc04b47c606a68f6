import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../test-network-scripts/state-folder.ts';

/** Git leaves it alone. */
const ENVIRONMENT = '.commonwatt-python';
const REQUIREMENTS = 'test/fuzz/requirements.txt';

/**
 * Schemathesis, as `COMMONWATT_SCHEMATHESIS` says or from the project's own Python environment.
 *
 * @throws Error that says how to install it
 */
export function schemathesisProgram(environment: NodeJS.ProcessEnv = process.env): string {
  const program =
    environment.COMMONWATT_SCHEMATHESIS ?? join(PROJECT_ROOT, ENVIRONMENT, 'bin', 'schemathesis');
  if (existsSync(program)) return program;
  throw new Error(
    [
      `Schemathesis is not at ${program}. With Python 3.11 or later, in the project's folder:`,
      `  python3 -m venv ${ENVIRONMENT}`,
      `  ${ENVIRONMENT}/bin/pip install --require-hashes -r ${REQUIREMENTS}`,
      'or let COMMONWATT_SCHEMATHESIS be the path of the program.',
    ].join('\n'),
  );
}

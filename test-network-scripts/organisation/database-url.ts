import type { ConsortiumDefinition } from '../../network/consortium.ts';
import { OperatorError } from '../../network/operator-error.ts';
import { setting } from '../setting.ts';

const PLACEHOLDER = '{organisation}';

/** Several gateways would write the same tables, and each would end what the others have begun. */
export class SharedDatabase extends OperatorError {
  override readonly name = 'SharedDatabase';
}

/**
 * The PostgreSQL database of each organisation's gateway, by the organisation's name; empty when they use embedded ones.
 *
 * @throws SharedDatabase
 */
export function databaseUrls({ organisations }: ConsortiumDefinition): Map<string, string> {
  const url = setting('DATABASE_URL');
  if (url === undefined) return new Map();
  if (organisations.length > 1 && !url.includes(PLACEHOLDER))
    throw new SharedDatabase(
      `DATABASE_URL names one database for ${organisations.length} gateways: write ${PLACEHOLDER} where their names are to differ, ` +
        `for example postgres://user@host/commonwatt_${PLACEHOLDER}`,
    );
  return new Map(organisations.map(({ name }) => [name, url.replaceAll(PLACEHOLDER, name.toLowerCase())]));
}

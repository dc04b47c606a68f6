import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Meter } from '@commonwatt/chaincode/domain';
import type { RegisteredMeter } from './meter.ts';
import type { Party } from './party.ts';

/**
 * The meter of a connection point that cannot sign, with the key that its co-operative's gateway keeps for the collector.
 * The proof is asked for once and kept: a second one would differ, and a resent registration not be the same request.
 */
export async function openCollectedMeter(
  folder: string,
  manager: Party,
  id: string,
  attestedBy: string,
): Promise<RegisteredMeter> {
  const file = join(folder, `collected-${id}.json`);
  if (!existsSync(file)) {
    const answer = await manager.client.get('/v1/collector-meters/{kind}/{id}', {
      path: { kind: 'point', id },
      query: { attestedBy },
    });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(answer), { mode: 0o600 });
  }
  const { meter, possession } = JSON.parse(readFileSync(file, 'utf8')) as CollectedMeterFile;
  return { identity: meter, possession };
}

interface CollectedMeterFile {
  readonly meter: Meter;
  readonly possession: string;
}

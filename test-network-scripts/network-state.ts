/** The network that a state folder holds: which consortium it was made for. */
import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { loadConsortium, parseConsortium } from '../network/consortium.ts';
import type { ConsortiumDefinition } from '../network/consortium.ts';
import { writeJson } from './atomic-file.ts';
import { setting } from './setting.ts';
import type { StateFolder } from './state-folder.ts';
import { OperatorError } from '../network/operator-error.ts';

/** The state folder was made for another consortium, or for none. */
export class WrongState extends OperatorError {
  override readonly name = 'WrongState';
}

export type ConsortiumChoice = {
  /** Path of a consortium file, or its content with the ports as they are to be; default network/consortium.yaml. */
  consortium?: string | ConsortiumDefinition | undefined;
  /** Added to every port of a file; default `COMMONWATT_PORT_OFFSET`, else 0. */
  portOffset?: number | undefined;
};

/**
 * The consortium to bring up, which is noted in the state folder. Once the channel has been made, addresses and
 * organisations stand in its configuration: a consortium that differs in them needs a state folder of its own.
 *
 * @throws InvalidConsortium, WrongState
 */
export function claimState(
  state: StateFolder,
  { consortium, portOffset }: ConsortiumChoice,
): ConsortiumDefinition {
  const wanted =
    typeof consortium === 'object'
      ? consortium
      : loadConsortium(consortium, portOffset ?? offsetFromEnvironment());
  const recorded = recordedConsortium(state);
  if (!recorded || !existsSync(state.genesisBlock)) {
    writeJson(state.consortiumFile, wanted);
    return wanted;
  }
  const changed = fixedParts(wanted).filter(
    ([key, value]) => !isDeepStrictEqual(value, Object.fromEntries(fixedParts(recorded))[key]),
  );
  if (changed.length > 0) {
    throw new WrongState(
      `${state.root} holds a network whose ${changed.map(([key]) => key).join(' and ')} differ from what the consortium file ` +
        'and COMMONWATT_PORT_OFFSET say now. Change them back, choose another folder with COMMONWATT_STATE, or remove this one (npm run network -- reset).',
    );
  }
  writeJson(state.consortiumFile, wanted);
  return wanted;
}

/**
 * The consortium of an existing network.
 *
 * @throws WrongState when there is none
 */
export function existingConsortium(state: StateFolder): ConsortiumDefinition {
  const recorded = recordedConsortium(state);
  if (!recorded)
    throw new WrongState(`there is no network in ${state.root}: npm run network -- up makes one`);
  return recorded;
}

export function recordedConsortium({ consortiumFile }: StateFolder): ConsortiumDefinition | undefined {
  if (!existsSync(consortiumFile)) return undefined;
  return parseConsortium(JSON.parse(readFileSync(consortiumFile, 'utf8')), consortiumFile);
}

/** What the channel's configuration already says and this tool does not change by itself. */
function fixedParts({
  channel,
  chaincode,
  policies,
  ordering,
  organisations,
}: ConsortiumDefinition): [string, unknown][] {
  const addresses = organisations.map((organisation) => ({ ...organisation, users: [] }));
  return Object.entries({ channel, chaincode, policies, ordering, organisations: addresses });
}

function offsetFromEnvironment(): number {
  const text = setting('COMMONWATT_PORT_OFFSET');
  if (text === undefined) return 0;
  const offset = Number(text);
  if (!Number.isInteger(offset))
    throw new WrongState(`COMMONWATT_PORT_OFFSET is ${text}, which is not an integer`);
  return offset;
}

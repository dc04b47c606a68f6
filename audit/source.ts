import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { blockFile } from './fabric/block-files.ts';

/** Where to look for blocks. */
export interface Source {
  /** A folder with a peer's block files, or one that contains them where a peer keeps them. */
  readonly blocks?: string | undefined;
  /** Name of an organisation of the local network; its peer's files are read. Default: Regulator. */
  readonly organisation?: string | undefined;
  readonly channel?: string | undefined;
}

/** The audit cannot begin: there is nothing to audit, or not all of it. */
export class NoBlocks extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'NoBlocks';
  }
}

const PROJECT = resolve(import.meta.dirname, '..');
const DEFAULT_ORGANISATION = 'Regulator';
/** A peer that joined by a snapshot has this file, and no earlier blocks. */
const SNAPSHOT = 'bootstrappingSnapshot.info';
/** Where a peer keeps the chains of its channels, below its `fileSystemPath`. */
const CHAINS = ['ledgersData', 'chains', 'chains'];

/**
 * The folder that holds the block files.
 *
 * @throws NoBlocks
 */
export function blocksFolder({ blocks, organisation = DEFAULT_ORGANISATION, channel }: Source): string {
  const folder = blocks === undefined ? peerFolder(organisation) : resolve(blocks);
  if (!existsSync(folder)) throw new NoBlocks(`${folder} does not exist`);
  const chain = chainBelow(folder, channel);
  if (!existsSync(join(chain, SNAPSHOT))) return chain;
  throw new NoBlocks(
    `${chain} does not begin at the beginning: its peer joined by a snapshot; audit another one`,
  );
}

function chainBelow(folder: string, channel: string | undefined): string {
  if (existsSync(blockFile(folder, 0))) return folder;
  const chains = existsSync(join(folder, ...CHAINS)) ? join(folder, ...CHAINS) : folder;
  const channels = readdirSync(chains).filter((name) => existsSync(blockFile(join(chains, name), 0)));
  const [only, ...others] = channel === undefined ? channels : channels.filter((name) => name === channel);
  if (only === undefined)
    throw new NoBlocks(`${folder} holds no block files${channel ? ` of channel ${channel}` : ''}`);
  if (others.length > 0)
    throw new NoBlocks(`${folder} holds several channels, name one: ${channels.join(', ')}`);
  return join(chains, only);
}

/** The files of an organisation's peer in the state of the local network. */
function peerFolder(organisation: string): string {
  const { COMMONWATT_STATE: chosen = '' } = process.env;
  const state = chosen === '' ? join(PROJECT, '.commonwatt') : resolve(chosen);
  return join(state, 'organisations', organisation, 'peer', 'data');
}

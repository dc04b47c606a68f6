import { must } from '../discrepancy.ts';
import type { Block } from './block.ts';
import type { ChannelConfig } from './channel-config.ts';
import { isSignature, type Identities } from './identity.ts';

/**
 * How many of `nodes` ordering nodes must sign a block under BFT, so that any two quorums share an honest node: with f
 * the largest number of liars below a third, the half of nodes + f + 1, rounded up.
 */
export function quorum(nodes: number): number {
  const liars = Math.floor((nodes - 1) / 3);
  return Math.ceil((nodes + liars + 1) / 2);
}

/**
 * Checks that enough ordering nodes of the configuration in force signed the block: a quorum under BFT, otherwise one.
 *
 * @returns the number of signatures checked
 */
export function checkBlockSignatures(block: Block, config: ChannelConfig, identities: Identities): number {
  const signers = new Set<string>();
  for (const { consenter, creator, signedBytes, signature } of block.signatures) {
    if (consenter !== undefined) {
      const node = config.consenters.get(consenter);
      if (node === undefined) continue;
      must(isSignature(node, signedBytes, signature), 'a signature of an ordering node is genuine', {
        expected: `a signature of consenter ${consenter}`,
        found: signature.toString('hex'),
      });
      signers.add(String(consenter));
    } else if (creator !== undefined && config.ordering !== 'BFT') {
      const identity = identities.of(creator);
      const mayOrder = identity.isMember && config.orderers.includes(identity.mspId);
      if (mayOrder && isSignature(identity, signedBytes, signature)) signers.add(creator.toString('latin1'));
    }
  }
  const needed = config.ordering === 'BFT' ? quorum(config.consenters.size) : 1;
  must(signers.size >= needed, 'a block is signed by a quorum of the ordering nodes', {
    expected: `${needed} valid signatures`,
    found: `${signers.size}`,
  });
  return block.signatures.length;
}

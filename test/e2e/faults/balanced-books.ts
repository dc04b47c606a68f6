import { join } from 'node:path';
import { audit } from '../../../audit/audit.ts';
import type { Consortium } from '../../../test-network-scripts/index.ts';
import { awaitEqualHeights } from '../../benchmark/peer-heights.ts';
import type { Expectations } from './finding.ts';

/** Lets the auditor read the blocks of every organisation's peer. */
export async function expectBalancedBooks(consortium: Consortium, expectations: Expectations): Promise<void> {
  await awaitEqualHeights(consortium);
  const lastHashes = new Set<string>();
  for (const { name } of consortium.endpoints()) {
    const { balanced, discrepancy, blocks } = await audit({
      channel: consortium.definition.channel,
      blocks: blocksOf(consortium, name),
      // Every signature was checked once by the audit's own tests; here it is about sums after faults.
      signatures: false,
    });
    expectations.holds(balanced, `the books of ${name} break: ${JSON.stringify(discrepancy)}`);
    lastHashes.add(blocks.lastHash);
  }
  expectations.equal('different last blocks', lastHashes.size, 1);
}

/** The folder of the peer of an organisation. */
export function blocksOf(consortium: Consortium, organisation: string): string {
  return join(consortium.state.organisation(organisation).peer, 'data');
}

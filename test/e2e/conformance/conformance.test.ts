/** What the in-memory ledger claims of Fabric, held against Fabric: the same scenarios, on a real network. */
import { awaitUntil } from '../../../test-network-scripts/await-until.ts';
import { conformance, type ConformanceSubject } from '../../ledger/conformance.ts';
import type { LedgerIdentity } from '../../ledger/index.ts';
import { ledgerClientOf } from '../../network/ledger-client.ts';
import { runningNetwork } from '../../network/running-network.ts';
import { deployFixture, FIXTURE } from './fixture-chaincode.ts';

const ENDORSED_WITHIN_MS = 30_000;
const MANAGER = { identity: { mspId: 'RiversideMSP', id: 'manager' }, role: 'manager' };
const BUYER = { identity: { mspId: 'UtilityMSP', id: 'buyer' }, role: 'buyer' };

async function realNetwork(): Promise<ConformanceSubject<LedgerIdentity>> {
  const network = await runningNetwork();
  const fixture = await deployFixture(network);
  const client = ledgerClientOf(network, { chaincode: FIXTURE });
  const close = async () => {
    await client.close();
    await fixture.close();
  };
  try {
    // That peers have the chaincode travels by gossip, and arrives up to seconds after the commit.
    await awaitUntil('an endorsement of the fixture', ENDORSED_WITHIN_MS, () =>
      client.endorse(MANAGER.identity, 'get', ['absent']),
    );
  } catch (error) {
    await close();
    throw error;
  }
  return { client, identities: [MANAGER, BUYER], channel: network.definition.channel, close };
}

conformance('a real network', realNetwork);

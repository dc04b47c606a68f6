/** Events as the regulator's peer tells them, past every gateway. */
import { connect } from '@hyperledger/fabric-gateway';
import type { Market } from '../market.ts';

/** One change of a record by a valid transaction. */
export interface Change {
  readonly block: number;
  readonly transaction: string;
  /** Place in its transaction. */
  readonly change: number;
  readonly type: string;
  readonly record: string;
}

/** All changes from the block on, in their order, up to and with the first that fits. */
export async function changesOnLedger(
  market: Market,
  fromBlock: number,
  isLast: (change: Change) => boolean,
): Promise<Change[]> {
  const { channel, chaincode } = market.consortium.definition;
  return market.consortium.withMembers(async (members) => {
    const regulator = members.find(({ organisation }) => organisation.name === 'Regulator');
    if (regulator === undefined) throw new Error('there is no regulator');
    const gateway = connect({ client: regulator.peer, ...regulator.admin.gatewayOptions() });
    const options = { startBlock: BigInt(fromBlock) };
    const events = await gateway.getNetwork(channel).getChaincodeEvents(chaincode, options);
    const found: Change[] = [];
    try {
      for await (const { blockNumber, transactionId, payload } of events) {
        const { ids } = JSON.parse(Buffer.from(payload).toString()) as { ids: [string, string][] };
        const changes = ids.map(([type, record], change) => {
          return { block: Number(blockNumber), transaction: transactionId, change, type, record };
        });
        found.push(...changes);
        if (changes.some(isLast)) return found;
      }
    } finally {
      events.close();
      gateway.close();
    }
    throw new Error('the peer’s events ended before the last one came');
  });
}

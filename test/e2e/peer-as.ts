import { connect, hash, type Gateway } from '@hyperledger/fabric-gateway';
import type { Market } from './market.ts';

interface Signatory {
  /** Of a member of Riverside, PEM. */
  readonly certificate: string;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

/** Speaks to Riverside's peer itself as one of its members, past every gateway of the consortium. */
export async function withPeerAs<Result>(
  market: Market,
  { certificate, sign }: Signatory,
  use: (gateway: Gateway) => Promise<Result>,
): Promise<Result> {
  return market.consortium.withMembers(async (members) => {
    const riverside = members.find(({ organisation }) => organisation.name === 'Riverside');
    if (riverside === undefined) throw new Error('there is no Riverside');
    const gateway = connect({
      client: riverside.peer,
      identity: { mspId: riverside.mspId, credentials: Buffer.from(certificate) },
      signer: sign,
      hash: hash.none,
    });
    try {
      return await use(gateway);
    } finally {
      gateway.close();
    }
  });
}

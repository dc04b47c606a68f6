/** Makes a peer take part in the channel. */
import type { Client } from '@grpc/grpc-js';
import { peer } from '@hyperledger/fabric-protos';
import type { SigningIdentity } from '../fabric/identity.ts';
import { query } from '../fabric/proposal.ts';

/** Joins unless it has joined already. The identity must be an admin of the peer's organisation. */
export async function joinPeer(
  client: Client,
  admin: SigningIdentity,
  channel: string,
  genesisBlock: Buffer,
): Promise<void> {
  const channels = peer.ChannelQueryResponse.deserializeBinary(
    await query(client, admin, '', 'cscc', ['GetChannels']),
  );
  if (channels.getChannelsList().some((known) => known.getChannelId() === channel)) return;
  await query(client, admin, '', 'cscc', ['JoinChain', genesisBlock]);
}

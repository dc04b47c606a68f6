import { common } from '@hyperledger/fabric-protos';
import { query } from '../fabric/proposal.ts';
import type { Member } from '../member.ts';

/** The channel's configuration as the member's peer has it, serialized. */
export async function channelConfiguration({ peer, admin }: Member, channel: string): Promise<Uint8Array> {
  return await query(peer, admin, channel, 'cscc', ['GetChannelConfig', channel]);
}

/** How often the channel's configuration has changed, as far as the member's peer knows. */
export async function configurationSequence(member: Member, channel: string): Promise<number> {
  return common.Config.deserializeBinary(await channelConfiguration(member, channel)).getSequence();
}

/** The same certificates are retired twice at once, past every gateway; the ledger lets one of them be. */
import { randomUUID } from 'node:crypto';
import type { Gateway } from '@hyperledger/fabric-gateway';
import { gateway as gatewayProtos, common, msp, peer } from '@hyperledger/fabric-protos';
import type { SignedStatement } from '@commonwatt/client';
import { PURPOSE, type Market } from '../market.ts';
import { withPeerAs } from '../peer-as.ts';
import { yearOf, type Story } from './story.ts';

const VALID = 0;

export interface Retiring {
  /** Ids of the retirements. */
  readonly valid: string;
  readonly invalid: string;
  /** What the peers endorsed of the invalid one, made up as a statement. */
  readonly madeUp: SignedStatement;
}

/** Whether there is a statement about either of them while both are endorsed and none is sent. */
type Between = (ids: readonly string[]) => Promise<void>;

export async function retireTwice(market: Market, story: Story, between: Between): Promise<Retiring> {
  const { seller } = story;
  const { definition } = market.consortium;
  const { certificate, key } = seller.options;
  const owner = { certificate, sign: (message: Uint8Array) => key.sign(message) };
  return withPeerAs(market, owner, async (gateway) => {
    const contract = gateway.getNetwork(definition.channel).getContract(definition.chaincode);
    const commands = await conflictingCommands(story);
    const endorsed = await Promise.all(commands.map((command) => endorse(contract, command)));
    await between(endorsed.map(({ id }) => id));
    const commits = await Promise.all(endorsed.map(({ transaction }) => transaction.submit()));
    const statuses = await Promise.all(commits.map((commit) => commit.getStatus()));
    const winner = statuses.findIndex(({ code }) => code === VALID);
    const [valid, invalid] = [endorsed[winner], endorsed[1 - winner]];
    if (!valid || !invalid || statuses.every(({ code }) => code === VALID))
      throw new Error(`one of two is valid, not ${statuses.map(({ code }) => code).join(' and ')}`);
    return { valid: valid.id, invalid: invalid.id, madeUp: madeUpOf(invalid) };
  });
}

/** Two retirements of the same piece, under two keys. */
async function conflictingCommands({ seller: { party }, scheme }: Story): Promise<object[]> {
  const query = { owner: party.account, state: ['free' as const], limit: 1 };
  const [holding] = (await party.get('/v1/holdings', { query })).items;
  if (holding === undefined) throw new Error('there is nothing to retire');
  const pieces = [{ batch: holding.batch, start: holding.start, units: 1 }];
  const use = { scheme, pieces, purpose: PURPOSE, period: yearOf(Date.now()) };
  return [1, 2].map(() => ({ ...use, idempotencyKey: randomUUID() }));
}

type Contract = ReturnType<ReturnType<Gateway['getNetwork']>['getContract']>;

async function endorse(contract: Contract, command: object) {
  const proposal = contract.newProposal('certificates:retire', { arguments: [JSON.stringify(command)] });
  const transaction = await proposal.endorse();
  const answer = Buffer.from(transaction.getResult()).toString('utf8');
  const { result } = JSON.parse(answer) as { result: { id: string } };
  return { id: `retirement/${result.id}`, transaction, answer };
}

/** The endorsements of a losing transaction are real signatures of all three; only what they are under tells. */
function madeUpOf({ id, transaction, answer }: Awaited<ReturnType<typeof endorse>>): SignedStatement {
  const envelope = gatewayProtos.PreparedTransaction.deserializeBinary(transaction.getBytes()).getEnvelope();
  const payload = common.Payload.deserializeBinary(envelope?.getPayload_asU8() ?? new Uint8Array());
  const [action] = peer.Transaction.deserializeBinary(payload.getData_asU8()).getActionsList();
  const content = peer.ChaincodeActionPayload.deserializeBinary(
    action?.getPayload_asU8() ?? new Uint8Array(),
  );
  return {
    ...{ channel: 'commonwatt', id, value: JSON.parse(answer) as unknown },
    call: {
      channelHeader: payload.getHeader()?.getChannelHeader_asB64() ?? '',
      signatureHeader: payload.getHeader()?.getSignatureHeader_asB64() ?? '',
      payload: content.getChaincodeProposalPayload_asB64(),
    },
    payload: content.getAction()?.getProposalResponsePayload_asB64() ?? '',
    endorsements: (content.getAction()?.getEndorsementsList() ?? []).map((endorsement) => {
      const identity = msp.SerializedIdentity.deserializeBinary(endorsement.getEndorser_asU8());
      return {
        mspId: identity.getMspid(),
        certificate: Buffer.from(identity.getIdBytes_asU8()).toString('utf8'),
        endorser: endorsement.getEndorser_asB64(),
        signature: endorsement.getSignature_asB64(),
      };
    }),
  };
}

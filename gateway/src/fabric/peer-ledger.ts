import { GatewayError, type Contract } from '@hyperledger/fabric-gateway';
import { common, gateway as gatewayProtos, msp, peer } from '@hyperledger/fabric-protos';
import { deadline, type PeerConnection } from './connection.ts';
import { attestationIn } from './attestation.ts';
import type { Attestation, Call, CommitStatus, EndorsedTransaction, Ledger } from './ledger.ts';
import { untilPeersAgree } from './peers-agree.ts';
import { translateFailure } from './translate-failure.ts';
import type { LedgerIdentity } from './wallet.ts';

/** The peer's own chaincode for questions about its chain. */
const CHAIN_QUERIES = 'qscc';
const NO_SUCH_TRANSACTION = /no such transaction ID/i;

/** The ledger through the gateway service of the organisation's peer. */
export class PeerLedger implements Ledger {
  readonly #connection: PeerConnection;
  readonly #self: LedgerIdentity;
  readonly #channel: string;
  readonly #chaincode: string;

  /** `self` signs what is asked in nobody's name: the fate of transactions and the height of the chain. */
  constructor(connection: PeerConnection, self: LedgerIdentity, at: { channel: string; chaincode: string }) {
    this.#connection = connection;
    this.#self = self;
    this.#channel = at.channel;
    this.#chaincode = at.chaincode;
  }

  async evaluate(identity: LedgerIdentity, call: Call, { ownPeer = false } = {}): Promise<Uint8Array> {
    try {
      return await this.#contract(identity).evaluate(call.method, {
        arguments: [...call.args],
        ...(ownPeer ? { endorsingOrganizations: [identity.mspId] } : {}),
      });
    } catch (error) {
      throw translateFailure(error);
    }
  }

  async endorse(identity: LedgerIdentity, { method, args }: Call): Promise<EndorsedTransaction> {
    try {
      const proposal = this.#contract(identity).newProposal(method, { arguments: [...args] });
      const endorsed = await proposal.endorse();
      const signature = await identity.sign(endorsed.getDigest(), 'transaction');
      const transaction = this.#connection.as(identity).newSignedTransaction(endorsed.getBytes(), signature);
      return {
        transactionId: transaction.getTransactionId(),
        envelope: transaction.getBytes(),
        result: transaction.getResult(),
      };
    } catch (error) {
      throw translateFailure(error);
    }
  }

  async attest(identity: LedgerIdentity, { method, args }: Call): Promise<Attestation> {
    // Signed once, as one who keeps the key would not be asked again and again.
    const proposal = this.#contract(identity).newProposal(method, { arguments: [...args] });
    return untilPeersAgree(async () => {
      try {
        return attestationIn(await proposal.endorse());
      } catch (error) {
        throw translateFailure(error);
      }
    });
  }

  async broadcast(envelope: Uint8Array): Promise<void> {
    // The envelope carries its creator's signature, so it is of no account in whose name it is sent.
    await this.#connection.as(this.#self).newTransaction(envelope).submit();
  }

  async commitStatus(transactionId: string, timeoutMs: number): Promise<CommitStatus> {
    const request = new gatewayProtos.CommitStatusRequest();
    request.setTransactionId(transactionId);
    request.setChannelId(this.#channel);
    request.setIdentity(serialize(this.#self));
    const signed = new gatewayProtos.SignedCommitStatusRequest();
    signed.setRequest(request.serializeBinary());
    const commit = this.#connection.as(this.#self).newCommit(signed.serializeBinary());
    const { code, blockNumber } = await commit.getStatus(deadline(timeoutMs));
    return { validationCode: code, blockNumber: Number(blockNumber) };
  }

  async findValidationCode(transactionId: string): Promise<number | undefined> {
    try {
      const answer = await this.#askChain('GetTransactionByID', transactionId);
      return peer.ProcessedTransaction.deserializeBinary(answer).getValidationcode();
    } catch (error) {
      if (error instanceof GatewayError && NO_SUCH_TRANSACTION.test(textOf(error))) return undefined;
      throw error;
    }
  }

  async height(): Promise<number> {
    return common.BlockchainInfo.deserializeBinary(await this.#askChain('GetChainInfo')).getHeight();
  }

  #askChain(question: string, ...args: string[]): Promise<Uint8Array> {
    const contract = this.#connection.as(this.#self).getNetwork(this.#channel).getContract(CHAIN_QUERIES);
    return contract.evaluate(question, {
      arguments: [this.#channel, ...args],
      endorsingOrganizations: [this.#self.mspId],
    });
  }

  #contract(identity: LedgerIdentity): Contract {
    return this.#connection.as(identity).getNetwork(this.#channel).getContract(this.#chaincode);
  }
}

function serialize({ mspId, certificate }: LedgerIdentity): Uint8Array {
  const identity = new msp.SerializedIdentity();
  identity.setMspid(mspId);
  identity.setIdBytes(Buffer.from(certificate));
  return identity.serializeBinary();
}

function textOf(error: GatewayError): string {
  return [error.message, ...error.details.map(({ message }) => message)].join('; ');
}

/** An identity that signs towards Fabric. */
import { hash } from '@hyperledger/fabric-gateway';
import type { Identity, Signer } from '@hyperledger/fabric-gateway';
import { msp } from '@hyperledger/fabric-protos';
import { signLowS } from '../../fabric-ca-client/index.ts';
import type { Enrolment } from '../../fabric-ca-client/index.ts';

export class SigningIdentity {
  readonly mspId: string;
  /** The identity as it stands in headers: MSP id and certificate. */
  readonly serialized: Uint8Array;
  readonly #enrolment: Enrolment;

  constructor(mspId: string, enrolment: Enrolment) {
    this.mspId = mspId;
    this.#enrolment = enrolment;
    const identity = new msp.SerializedIdentity();
    identity.setMspid(mspId);
    identity.setIdBytes(Buffer.from(enrolment.certificate));
    this.serialized = identity.serializeBinary();
  }

  sign(message: Uint8Array): Buffer {
    return signLowS(message, this.#enrolment.key);
  }

  /** For `connect` of fabric-gateway; its own signer is ten times slower. */
  gatewayOptions(): { identity: Identity; signer: Signer; hash: (message: Uint8Array) => Uint8Array } {
    const credentials = Buffer.from(this.#enrolment.certificate);
    return {
      identity: { mspId: this.mspId, credentials },
      signer: (message) => Promise.resolve(this.sign(message)),
      hash: hash.none,
    };
  }
}

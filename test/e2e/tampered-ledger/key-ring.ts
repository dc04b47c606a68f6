/** All private keys of a network: what nobody has unless everybody conspires. */
import { createPrivateKey, createPublicKey, verify, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { msp } from '@hyperledger/fabric-protos';
import { type KeyOwner, WalletKeys } from '../../../key-sealing/index.ts';
import type { Consortium } from '../../../test-network-scripts/index.ts';
import type { OrganisationFolder } from '../../../test-network-scripts/state-folder.ts';
import { signFor } from '../../audit/nodes.ts';

export class KeyRing {
  readonly #consortium: Consortium;
  readonly #keys = new Map<string, KeyObject>();

  constructor(consortium: Consortium) {
    this.#consortium = consortium;
  }

  /** Signs in the name of a serialised identity: a peer, an office or a member. */
  signAs(serialised: Uint8Array, bytes: Uint8Array): Buffer {
    const identity = msp.SerializedIdentity.deserializeBinary(serialised);
    const certificate = new X509Certificate(identity.getIdBytes_asU8());
    const name = this.#nameOf(identity.getMspid());
    const { CN, OU } = certificate.toLegacyObject().subject as unknown as { CN: string; OU: unknown };
    const folder = this.#consortium.state.organisation(name);
    const isPeer = [OU].flat().includes('peer');
    const privateKey = isPeer
      ? this.#read(keyOfNode(folder.peer))
      : this.#member(folder, { mspId: identity.getMspid(), enrolmentId: CN });
    return signFor({ privateKey }, bytes);
  }

  /** Key of the ordering node that made a signature. */
  ordererOf(bytes: Buffer, signature: Buffer): KeyObject {
    const keys = this.#consortium
      .endpoints()
      .map(({ name }) => this.#read(keyOfNode(this.#consortium.state.organisation(name).orderer)));
    const found = keys.find((key) => verify('sha256', bytes, createPublicKey(key), signature));
    if (found === undefined) throw new Error('no ordering node of the network made this signature');
    return found;
  }

  #nameOf(mspId: string): string {
    const found = this.#consortium.endpoints().find((endpoint) => endpoint.mspId === mspId);
    if (found === undefined) throw new Error(`the consortium has no organisation ${mspId}`);
    return found.name;
  }

  #member(folder: OrganisationFolder, owner: KeyOwner): KeyObject {
    const file = join(folder.identity(owner.enrolmentId), 'key.pem');
    const known = this.#keys.get(file) ?? new WalletKeys(folder.walletSecret).read(file, owner);
    this.#keys.set(file, known);
    return known;
  }

  #read(file: string): KeyObject {
    const known = this.#keys.get(file) ?? createPrivateKey(readFileSync(file));
    this.#keys.set(file, known);
    return known;
  }
}

function keyOfNode(folder: string): string {
  return join(folder, 'msp', 'keystore', 'key.pem');
}

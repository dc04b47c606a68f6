import type { KeyObject } from 'node:crypto';
import {
  CHAIN_START,
  compressedPublicKey,
  possessionBytes,
  signAsMeter,
  signNextBlock,
  type ChainTip,
  type Measurement,
  type MeteredSubject,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import { keyPairOf } from '../../ledger/index.ts';

/** Generation is measured in hours. */
export const INTERVAL_SEC = 3600;

/** A meter that signs its readings, or its collector, with a key that depends on the subject alone. */
export class TestMeter {
  readonly subject: MeteredSubject;
  readonly privateKey: KeyObject;
  readonly meter: { readonly serial: string; readonly publicKey: string; readonly attestedBy?: string };
  tip: ChainTip = CHAIN_START;

  /** @param attestedBy account of the collector that has the key */
  constructor(subject: MeteredSubject, attestedBy?: string) {
    const { privateKey, publicKey } = keyPairOf(`meter of ${subject.kind} ${subject.id}`);
    this.subject = subject;
    this.privateKey = privateKey;
    this.meter = {
      serial: `serial-${subject.id}`,
      publicKey: compressedPublicKey(publicKey),
      ...(attestedBy !== undefined && { attestedBy }),
    };
  }

  /** Proof that it has the private key. */
  possession(channel: string): string {
    const { serial, attestedBy } = this.meter;
    const bytes = possessionBytes(channel, this.subject, serial, attestedBy);
    return signAsMeter(this.privateKey, bytes).toString('base64url');
  }

  /** Signs the block that follows its tip; the tip moves on with `accept`. */
  signNext(
    channel: string,
    measurement: Measurement,
  ): { readonly signed: SignedProfileBlock; readonly accept: () => void } {
    const { signed, tip } = signNextBlock(channel, this, measurement);
    return {
      signed,
      accept: () => {
        this.tip = tip;
      },
    };
  }
}

/**
 * A roof of a member: its connection point, and behind it a solar device, with a meter of its own unless only the
 * point's export is to be certified.
 */
export class MeteredRoof {
  readonly owner: string;
  readonly pointMeter: TestMeter;
  readonly deviceMeter: TestMeter;
  readonly hasDeviceMeter: boolean;

  /** @param attestedBy account of the collector that reads the meters; absent when they sign themselves */
  constructor(owner: string, name: string, hasDeviceMeter = true, attestedBy?: string) {
    this.owner = owner;
    this.pointMeter = new TestMeter({ kind: 'point', id: `point-${name}` }, attestedBy);
    this.deviceMeter = new TestMeter({ kind: 'device', id: `roof-${name}` }, attestedBy);
    this.hasDeviceMeter = hasDeviceMeter;
  }

  get device(): string {
    return this.deviceMeter.subject.id;
  }

  get point(): string {
    return this.pointMeter.subject.id;
  }

  /** Item of `points:submit`. */
  pointSubmission(channel: string): object {
    return {
      id: this.point,
      owner: this.owner,
      feeder: 'ieee33',
      bus: 18,
      importLimitW: 20_000,
      exportLimitW: 20_000,
      meter: this.pointMeter.meter,
      possession: this.pointMeter.possession(channel),
    };
  }

  /** Item of `devices:submit`. */
  deviceSubmission(channel: string): object {
    return {
      id: this.device,
      owner: this.owner,
      point: this.point,
      source: 'solar',
      technology: 'photovoltaic',
      capacityW: 20_000,
      commissionedAt: 1_700_000_000,
      supportStatus: 'none',
      region: 'valley',
      meter: this.hasDeviceMeter ? this.deviceMeter.meter : null,
      possession: this.hasDeviceMeter ? this.deviceMeter.possession(channel) : null,
    };
  }
}

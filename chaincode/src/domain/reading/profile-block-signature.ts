import type { KeyObject } from 'node:crypto';
import { taggedBytes, taggedHash } from '../canonical';
import type { Meter } from '../meter/meter';
import { isMeterSignature, signAsMeter } from '../meter/meter-signature';
import { encodeProfileBlock } from './profile-block-codec';
import { type ProfileBlock, PROFILE_BLOCK_PURPOSE, type SignedProfileBlock } from './profile-block';

/** The block's hash, which the meter's next block names: SHA-256 over the signed bytes, base64url. */
export function profileBlockHash(channel: string, body: Uint8Array): string {
  return taggedHash(PROFILE_BLOCK_PURPOSE, channel, body);
}

/** Encodes and signs as the meter. */
export function signProfileBlock(
  channel: string,
  block: ProfileBlock,
  privateKey: KeyObject,
): SignedProfileBlock {
  const body = encodeProfileBlock(block);
  return { body, signature: signAsMeter(privateKey, taggedBytes(PROFILE_BLOCK_PURPOSE, channel, body)) };
}

/** Whether this meter signed this body for this channel. */
export function isSignedByMeter(
  channel: string,
  { body, signature }: SignedProfileBlock,
  meter: Meter,
): boolean {
  return isMeterSignature(meter.publicKey, taggedBytes(PROFILE_BLOCK_PURPOSE, channel, body), signature);
}

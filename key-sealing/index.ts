export { KeySeal, isSealed, SealBroken } from './key-seal.ts';
export type { KeyOwner } from './key-seal.ts';
export { readSealSecret, SealSecretInvalid } from './seal-secret.ts';
export { WalletKeys } from './wallet-keys.ts';

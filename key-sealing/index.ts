export { KeySeal, isSealed, SealBroken } from './key-seal.ts';
export type { KeyOwner } from './key-seal.ts';
export { flushFolder, replaceKey, UNFINISHED } from './replace-key.ts';
export { requireSealedWith, resealWallet } from './reseal-wallet.ts';
export { readSealSecret, SealSecretInvalid } from './seal-secret.ts';
export { WalletKeys } from './wallet-keys.ts';

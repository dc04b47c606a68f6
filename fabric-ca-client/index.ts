export { CaClient, CaError } from './client.ts';
export type { Attribute, CaLocation, Enrolment, Registration } from './client.ts';
export { certificateRequest } from './csr.ts';
export { hasLowS, keyToPem, newKey, signLowS } from './key.ts';

export { CaClient, CaError } from './client.ts';
export type { Attribute, CaLocation, Enrolment, Registration } from './client.ts';
export { certificateRequest, readCertificateRequest } from './csr.ts';
export { derElements } from './der.ts';
export { hasLowS, keyToPem, newKey, signLowS } from './key.ts';

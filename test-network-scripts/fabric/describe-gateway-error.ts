import { GatewayError } from '@hyperledger/fabric-gateway';

/** An error with what each peer said: fabric-gateway's own message only says that there are details. */
export function describeGatewayError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const details = error instanceof GatewayError ? error.details : [];
  return [message, ...details.map((detail) => `${detail.mspId}: ${detail.message}`)].join('; ');
}

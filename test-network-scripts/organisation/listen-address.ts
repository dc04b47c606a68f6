import type { Organisation } from '../../network/consortium.ts';

/** The interface that an organisation's nodes listen on: all of them unless the organisation lives on this machine only. */
export function listenHost({ host }: Pick<Organisation, 'host'>): string {
  return host === 'localhost' ? LOOPBACK : '0.0.0.0';
}

/** For what only the organisation's own machine may reach: operations, administration, peer to chaincode. */
export const LOOPBACK = '127.0.0.1';

/** Names under which an organisation's nodes are reached, for their TLS certificates. */
export function tlsNames({ host }: Pick<Organisation, 'host'>): string[] {
  return [...new Set([host, 'localhost', LOOPBACK])];
}

import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { isLoopbackHost } from '../loopback-host.ts';

/** Networks that are not the Internet's (IANA special-purpose registries): nobody may reach into them through a gateway. */
const PRIVATE: readonly (readonly [net: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
];
/** Global unicast; of it, what leads to an IPv4 address or into documentation is refused as well. */
const GLOBAL_IPV6 = ['2000::', 3] as const;
const REFUSED_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const privateIpv4 = new BlockList();
for (const [net, prefix, family] of PRIVATE) privateIpv4.addSubnet(net, prefix, family);
const globalIpv6 = new BlockList();
globalIpv6.addSubnet(...GLOBAL_IPV6, 'ipv6');
const refusedIpv6 = new BlockList();
for (const [net, prefix] of REFUSED_IPV6) refusedIpv6.addSubnet(net, prefix, 'ipv6');

/** The host has an address that is not the Internet's. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !privateIpv4.check(address, 'ipv4');
    case 6:
      return globalIpv6.check(address, 'ipv6') && !refusedIpv6.check(address, 'ipv6');
    default:
      return false;
  }
}

/**
 * What is wrong with a URL to send events to; undefined when nothing is. A host's name may still have an address that
 * {@link publicLookup} refuses.
 *
 * @param allowPrivate for development: any address, and http to the own machine
 */
export function urlProblem(text: string, allowPrivate: boolean): string | undefined {
  const url = URL.parse(text);
  if (url === null) return 'must be a URL';
  const isLocal = allowPrivate && isLoopbackHost(url);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) return 'must be https';
  if (url.username !== '' || url.password !== '') return 'must be without a user';
  if (url.hash !== '') return 'must be without a fragment';
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !allowPrivate && !isPublicAddress(literal)) return 'must be a public address';
  return undefined;
}

/** Resolves names to public addresses only: the connection is made to the very address that was looked at. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) {
      callback(error, []);
      return;
    }
    const [first] = found;
    if (first === undefined || !found.every(({ address }) => isPublicAddress(address))) {
      callback(new AddressRefused(`${hostname} is not on the Internet`), []);
      return;
    }
    if (options.all === true) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

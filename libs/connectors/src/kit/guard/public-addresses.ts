import dns from 'node:dns';
import net from 'node:net';

/** Networks that nobody reaches from the internet, or that lead back into one's own (IANA's special-purpose registries). */
const NOT_PUBLIC: readonly (readonly [network: string, bits: number, family: 'ipv4' | 'ipv6'])[] = [
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
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

const notPublic = new net.BlockList();
for (const [network, bits, family] of NOT_PUBLIC) notPublic.addSubnet(network, bits, family);

/** All public addresses of version 6 are in here. */
const globalUnicast = new net.BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an address can be one of somebody else's computer on the internet. False for what is no address. */
export function isPublicAddress(address: string): boolean {
  switch (net.isIP(address)) {
    case 4:
      return !notPublic.check(address, 'ipv4');
    case 6:
      return globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
    default:
      return false;
  }
}

/** The host of a URL as an address, without the brackets; null: it is a name. */
export function addressIn(hostname: string): string | null {
  const bare = hostname.replaceAll(/[[\]]/gu, '');
  return net.isIP(bare) === 0 ? null : bare;
}

/**
 * Looks a name up and gives public addresses alone, so that what is connected to is what was judged: a name may lead
 * elsewhere the next time it is asked.
 */
export const lookUpPublic: net.LookupFunction = (hostname, options, done) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const open = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (first === undefined) {
      const refused = new Error('A request to an address that is not public was refused');
      return done(Object.assign(refused, { code: 'ENOTPUBLIC' }), []);
    }
    return options.all === true ? done(null, open) : done(null, first.address, first.family);
  });
};

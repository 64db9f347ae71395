import { BlockList, isIPv6 } from 'node:net';

/** `refused`: link-local and metadata services, what is no single machine, and ways to write another address. */
export type AddressKind = 'loopback' | 'refused' | 'other';

export function addressKind(address: string): AddressKind {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const plain = address.split('%')[0] ?? address;
  if (loopback.check(plain, family)) return 'loopback';
  return refused.check(plain, family) ? 'refused' : 'other';
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const refused = new BlockList();
refused.addSubnet('0.0.0.0', 8);
refused.addSubnet('169.254.0.0', 16);
refused.addAddress('100.100.100.200');
refused.addAddress('168.63.129.16');
refused.addAddress('192.0.0.192');
refused.addSubnet('224.0.0.0', 3);
refused.addAddress('::', 'ipv6');
refused.addSubnet('fe80::', 10, 'ipv6');
refused.addAddress('fd00:ec2::254', 'ipv6');
refused.addAddress('fd20:ce::254', 'ipv6');
refused.addSubnet('ff00::', 8, 'ipv6');
refused.addSubnet('64:ff9b::', 96, 'ipv6');
refused.addSubnet('64:ff9b:1::', 48, 'ipv6');
refused.addSubnet('2002::', 16, 'ipv6');

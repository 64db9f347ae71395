import { describe, expect, it } from 'vitest';
import { addressKind } from './address-kind.js';

describe('the kind of an address', () => {
  it.each([
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    '100.100.100.200',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
  ])('%s is refused', (address) => {
    expect(addressKind(address)).toBe('refused');
  });

  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
    expect(addressKind(address)).toBe('loopback');
  });

  it.each(['10.0.0.5', '192.168.1.2', '203.0.113.9', 'fd12:3456::1', '2a00:1450::5'])(
    '%s is another one',
    (address) => {
      expect(addressKind(address)).toBe('other');
    },
  );
});

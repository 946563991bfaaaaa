import ipaddr from 'ipaddr.js';

/** Whether an IP address is one of the public internet: no private, loopback, link-local, shared or reserved range. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(plain)) return false;
  const parsed = ipaddr.process(plain);
  if (parsed.range() !== 'unicast') return false;
  // Addresses of version 6 that carry one of version 4 are as public as the one they carry.
  if (parsed.kind() === 'ipv6') {
    const bytes = parsed.toByteArray();
    if (bytes.slice(0, 12).every((byte) => byte === 0)) return false;
  }
  return true;
}

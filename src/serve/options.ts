import { isIPv4, isIPv6 } from 'node:net';

export interface ServeOptions {
  /** The ledger's file; it must be there. */
  readonly ledger: string;
  /** Address the server listens on; only from this machine when absent. */
  readonly host?: string;
  /** What everybody who writes must send; needed on every address but this machine's own. */
  readonly token?: string;
  /** Nothing can be added. */
  readonly readOnly?: boolean;
  /** Addresses are fetched also where the server is open to others. */
  readonly fetch?: boolean;
  /** Folder of the built page; none is served where it is absent. */
  readonly page?: string;
  /** Requests that one address may send in a minute, and those of them that have something read or added. */
  readonly perMinute?: number;
  readonly readsPerMinute?: number;
  /** Milliseconds between two looks at whether the ledger changed, and between two signs of life, for `/api/updates`. */
  readonly lookMs?: number;
  readonly beatMs?: number;
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '');
  if (isIPv4(plain)) return plain.startsWith('127.');
  return isIPv6(plain) ? plain === '::1' : plain === 'localhost';
}

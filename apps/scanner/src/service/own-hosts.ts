import type { Settings } from '../settings/settings.js';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a Host header names this service: the address it is reached by, or this computer itself. */
export function ownHosts({
  PLUMBLINE_PUBLIC_URL: address,
}: Pick<Settings, 'PLUMBLINE_PUBLIC_URL'>): (host: string | undefined) => boolean {
  const outside = address === undefined ? null : new URL(address).host;
  return (host) => {
    if (host === undefined) return false;
    return host.toLowerCase() === outside || LOOPBACK.has(host.toLowerCase().replace(/:\d{1,5}$/u, ''));
  };
}

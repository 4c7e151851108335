const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Whether a host is this computer itself, which nobody can listen in on. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase());
}

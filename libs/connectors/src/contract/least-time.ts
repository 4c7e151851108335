import type { Limit } from './connector.js';

/** How long it takes at least, in ms, until the last of so many requests may be sent: as early as all limits allow. */
export function leastTimeMs(requests: number, limits: readonly Limit[]): number {
  const sentAt: number[] = [];
  for (let nth = 0; nth < requests; nth += 1) {
    const free = limits.map((limit) => (sentAt[nth - limit.requests] ?? -limit.perMs) + limit.perMs);
    sentAt.push(Math.max(0, ...free));
  }
  return sentAt.at(-1) ?? 0;
}

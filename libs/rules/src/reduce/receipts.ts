import type { Receipt, ReceiptStatus } from '#connectors/contract/receipt.js';
import type { InventoryReceipt } from '../engine/inventory.js';

const WORST_FIRST: readonly ReceiptStatus[] = ['failed', 'denied', 'partial', 'unsupported', 'complete'];

/**
 * Several files may feed one resource: its receipt is as good as the worst of them. Nothing covers days after `asOf`,
 * whatever a report claims: "January 1 - December 31" is also printed in November (E11).
 */
export function addUp(receipts: readonly Receipt[], asOf: string): readonly InventoryReceipt[] {
  const groups = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const key = JSON.stringify([receipt.capability, receipt.object ?? null, receipt.list ?? null]);
    const group = groups.get(key);
    if (group) group.push(receipt);
    else groups.set(key, [receipt]);
  }
  return [...groups]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, group]) => (group[0] ? [total(group[0], group, asOf)] : []));
}

function total(first: Receipt, group: readonly Receipt[], asOf: string): InventoryReceipt {
  const status = WORST_FIRST.find((candidate) => group.some((receipt) => receipt.status === candidate));
  const worst = group.filter((receipt) => receipt.status === status);
  const reasons = worst.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
  return {
    resource: resourceName(first),
    capability: first.capability,
    object: first.object ?? null,
    list: first.list ?? null,
    status: status ?? 'complete',
    reason: [...new Set(reasons)].toSorted().join('; ') || null,
    ...whoMustAct(worst),
    ...(group.every(({ notPeople }) => notPeople) && { notPeople: true as const }),
    read: group.reduce((sum, { read }) => sum + read, 0),
    window: windowOf(group, asOf),
    parts: [...new Set(group.flatMap(({ parts }) => parts))].toSorted(),
  };
}

/** Of several causes the one that a person can do something about, then in a fixed order (law 6). */
function whoMustAct(group: readonly Receipt[]): Pick<InventoryReceipt, 'actor' | 'step' | 'scope'> {
  const [first] = group
    .filter(({ actor }) => actor !== undefined)
    .toSorted((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));
  const { actor, step, scope } = first ?? {};
  return {
    ...(actor && { actor }),
    ...(step !== undefined && { step }),
    ...(scope !== undefined && { scope }),
  };
}

function rankOf({ actor, step = '', scope = '' }: Receipt): string {
  return JSON.stringify([actor === 'user' ? 0 : 1, step, scope]);
}

function resourceName({ capability, object, list }: Receipt): string {
  const name = object === undefined ? capability : `${object}.${capability}`;
  return list === undefined ? name : `${name} (${list})`;
}

function windowOf(group: readonly Receipt[], asOf: string): InventoryReceipt['window'] {
  const windows = group.flatMap(({ window }) => (window ? [window] : []));
  if (windows.length === 0) return null;
  const starts = windows.map(({ from }) => from);
  const known = starts.flatMap((from) => (from === null ? [] : [from])).toSorted();
  const from = known.length === starts.length ? (known[0] ?? null) : null;
  const ends = windows.map(({ to }) => to).toSorted();
  return {
    from: from === null ? null : earlier(from, asOf),
    to: earlier(ends.at(-1) ?? asOf, asOf),
  };
}

function earlier(day: string, other: string): string {
  return day < other ? day : other;
}

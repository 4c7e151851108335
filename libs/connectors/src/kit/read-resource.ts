import { BugError, ReadRefusedError, UserActionError } from '../contract/error.js';
import type { Capability, Facts, Source } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import type { Refusal } from '../contract/refusal.js';
import { ourFault } from './guard/refusals.js';

/** What a receipt will speak of. */
export interface ResourceName<C extends Capability> {
  readonly source: Source;
  readonly capability: C;
  readonly object?: string;
  readonly list?: string;
}

/** What is known at the end of a resource, beside its facts: a window, or why it is less than everything. */
export interface ResourceEnd {
  readonly window?: Receipt['window'];
  readonly shortfall?: Refusal;
}

/**
 * Passes on the facts of one resource and ends with its receipt, whatever happens: what cannot be read is said, and the
 * other resources are read all the same. Throws only when the scan is cancelled. A generator may return a `ResourceEnd`.
 */
export async function* readResource<C extends Capability>(
  { source, capability, object, list }: ResourceName<C>,
  facts: AsyncGenerator<Facts[C], ResourceEnd | void>,
  signal: AbortSignal,
): AsyncGenerator<Facts[C] | (Receipt & { readonly capability: C })> {
  let read = 0;
  let end: ResourceEnd = {};
  try {
    for (;;) {
      const next = await facts.next();
      signal.throwIfAborted();
      if (next.done === true) {
        end = next.value ?? {};
        break;
      }
      read += next.value.kind === 'records' ? next.value.rows.length : 1;
      yield next.value;
    }
  } catch (error) {
    signal.throwIfAborted();
    end = { shortfall: refusalIn(error) };
  }
  const { shortfall, window } = end;
  yield {
    kind: 'receipt',
    source,
    capability,
    ...(object !== undefined && { object }),
    ...(list !== undefined && { list }),
    status: shortfall?.status ?? 'complete',
    ...(shortfall && { reason: shortfall.reason, actor: shortfall.actor, step: shortfall.step }),
    ...(shortfall?.scope !== undefined && { scope: shortfall.scope }),
    read,
    ...(window && { window }),
    parts: [],
  };
}

/** A resource that is not read at all, and why. */
export function unreadReceipt<C extends Capability>(
  { source, capability, object, list }: ResourceName<C>,
  { status, reason, actor, step, scope }: Refusal,
): Receipt & { readonly capability: C } {
  return {
    kind: 'receipt',
    source,
    capability,
    ...(object !== undefined && { object }),
    ...(list !== undefined && { list }),
    status,
    reason,
    actor,
    step,
    ...(scope !== undefined && { scope }),
    read: 0,
    parts: [],
  };
}

function refusalIn(error: unknown): Refusal {
  if (error instanceof ReadRefusedError) return error.refusal;
  if (error instanceof UserActionError) {
    return { status: 'denied', reason: 'your help is needed', actor: 'user', step: error.step };
  }
  // A forbidden request or an unforeseen error is ours; what it says can hold values and stays here (law 1).
  if (error instanceof BugError) return { ...ourFault, reason: `${ourFault.reason}: ${error.message}` };
  return ourFault;
}

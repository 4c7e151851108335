import type { Refusal } from '../contract/refusal.js';
import type { Verdict } from '../contract/vendor-access.js';

/** Asked again after `afterMs`; null: after a pause of ours. `reason` is said if it never ends. */
export function wait(afterMs: number | null, reason: string): Verdict {
  return { kind: 'wait', afterMs, reason };
}

export function refused(refusal: Refusal): Verdict {
  return { kind: 'refused', refusal };
}

/** A status that no table of the vendor's has. */
export function unforeseenAnswer(vendor: string, status: number): Refusal {
  return {
    status: 'failed',
    reason: `${vendor} answered in a way we do not know (${status})`,
    actor: 'us',
    step: `This is for the makers of Plumbline: ${vendor} changed its interface. Update Plumbline.`,
  };
}

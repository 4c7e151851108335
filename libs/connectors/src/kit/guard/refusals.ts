import type { UserActionError } from '../../contract/error.js';
import type { Refusal } from '../../contract/refusal.js';
import { OAuthRefusedError } from '../oauth/oauth-refused-error.js';

const AT_NEXT_SCAN = 'Nothing to do: it is tried again at the next scan.';

/** The vendor is there, and did not serve us in all the time we were willing to wait. */
export function overloaded(vendor: string, reason: string): Refusal {
  return {
    status: 'failed',
    reason,
    actor: 'vendor',
    step: `${vendor} did not answer as it should. ${AT_NEXT_SCAN}`,
  };
}

/** The vendor asks for a longer pause than a scan can wait. */
export function askedToComeBack(vendor: string, reason: string, afterMs: number): Refusal {
  const hours = Math.max(1, Math.round(afterMs / 3_600_000));
  return {
    status: 'failed',
    reason,
    actor: 'vendor',
    step: `${vendor} asks for a pause of about ${hours} ${hours === 1 ? 'hour' : 'hours'}. Nothing to do: the next scan after that tries again.`,
  };
}

export function noAnswer(vendor: string): Refusal {
  return {
    status: 'failed',
    reason: `${vendor} could not be reached`,
    actor: 'vendor',
    step: `Check that this computer is online. If it is, ${vendor} has a problem of its own. ${AT_NEXT_SCAN}`,
  };
}

/** `field` is where in the answer, without any value: `results[].id`. */
export function changedShape(vendor: string, field: string): Refusal {
  return {
    status: 'failed',
    reason: `${vendor} answered in a form we do not know (${field})`,
    actor: 'us',
    step: `This is for the makers of Plumbline: ${vendor} changed its interface. Update Plumbline.`,
  };
}

export function loginLost(vendor: string): Refusal {
  return {
    status: 'denied',
    reason: `${vendor} no longer accepts our login`,
    actor: 'user',
    step: `Connect ${vendor} again: the access was taken back or has ended.`,
  };
}

/** The login can not be used, for what a person must mend: at the vendor, or here (a full disk, a key that is gone). */
export function loginUnused(vendor: string, error: UserActionError): Refusal {
  const { message, step } = error;
  const lost = loginLost(vendor);
  if (error instanceof OAuthRefusedError) return { ...lost, step };
  return { ...lost, reason: `our login to ${vendor} is not used: ${message.replace(/\.$/u, '')}`, step };
}

/** A fault of ours; the other resources are read all the same. */
export const ourFault: Refusal = {
  status: 'failed',
  reason: 'a fault in Plumbline',
  actor: 'us',
  step: 'This is for the makers of Plumbline. Please report it; nothing was changed in your tool.',
};

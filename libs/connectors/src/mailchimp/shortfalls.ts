import { ReadRefusedError } from '../contract/error.js';
import type { Receipt } from '../contract/receipt.js';
import type { Refusal } from '../contract/refusal.js';
import type { NotTold } from '../contract/vendor-connector.js';

const AT_NEXT_SCAN = 'Nothing to do: it is tried again at the next scan.';

/** Less came than Mailchimp itself counts, or a list moved each time it was read. */
export const LEFT_OUT: Refusal = {
  status: 'partial',
  reason: 'Mailchimp left some out of its pages, or they changed while they were read',
  actor: 'vendor',
  step: AT_NEXT_SCAN,
};

/** Fields that were announced and are not in the answers: that they are empty, nobody can say. */
export function notGiven(fields: readonly string[]): Refusal {
  return {
    status: 'partial',
    reason: `Mailchimp did not give these fields: ${fields.toSorted().join(', ')}`,
    actor: 'vendor',
    step: 'Nothing to do, if you deleted a field a moment ago. If it says so at every scan, the makers of Plumbline must look at it.',
  };
}

/** Members are not asked for without the fields that they have: whoever must act there must act here. */
export function fieldsUnread(fields: Receipt | null): Refusal {
  return {
    status: fields?.status === 'denied' ? 'denied' : 'failed',
    reason: 'the fields of this audience could not be read',
    actor: fields?.actor ?? 'us',
    step: fields?.step ?? 'What kept them from being read stands beside the fields of this audience.',
  };
}

export const USERS_NOT_TOLD: Refusal = {
  status: 'unsupported',
  reason: 'Mailchimp tells no program who can log in',
  actor: 'user',
  step: 'In Mailchimp open Account & billing > Settings > Users and copy the list by hand into a file with the columns name,email,role. Put it into your exports folder, and name it under files: of this system in the policy.',
};

/** https://mailchimp.com/developer/marketing/api/ has nothing for these. */
export const NEVER_TOLD: readonly NotTold[] = [
  USERS_NOT_TOLD,
  {
    reason: 'Mailchimp tells no program who uses a second factor',
    step: 'Let everybody look in Mailchimp under Account & billing > Settings > Security.',
  },
  {
    reason: 'Mailchimp tells no program which API keys there are',
    step: 'Look in Mailchimp under Account & billing > Extras > API keys, and revoke there what you do not know.',
  },
  {
    reason: 'archiving a contact hides whether that person was subscribed before',
    step: 'Nothing to do: archived contacts get no mail, and are found only where another tool still holds them.',
  },
  {
    reason: 'the day on which somebody unsubscribed is not told, only when the contact last changed',
    step: 'Nothing to do: Plumbline takes the later day, so that nobody is accused who agreed again after it.',
  },
];

/** Ends a resource with this refusal. */
export function refusedError(refusal: Refusal): ReadRefusedError {
  return new ReadRefusedError({ message: 'A resource of Mailchimp could not be read', refusal });
}

/** Of several the one that weighs most: what could not be read at all before what is short. */
export function gravest(shortfalls: readonly (Refusal | null)[]): Refusal | null {
  const all = shortfalls.filter((one) => one !== null);
  return all.find(({ status }) => status !== 'partial') ?? all[0] ?? null;
}

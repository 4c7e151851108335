import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';

/** Less came than QuickBooks itself counts, or its pages moved while they were read, twice. */
export const LEFT_OUT: Refusal = {
  status: 'partial',
  reason: 'QuickBooks left some out of its pages',
  actor: 'vendor',
  step: 'Nothing to do: it is tried again at the next scan.',
};

/** Custom fields of customers come one customer at a time: in a large company some are looked at, not all. */
export function onlySome(looked: number): Refusal {
  return {
    status: 'partial',
    reason: `the custom fields of ${looked} customers were read, not of all`,
    actor: 'vendor',
    step: 'Nothing to do: QuickBooks gives these fields one customer at a time, so Plumbline looks at the customers that were changed last.',
  };
}

export const USERS_NOT_TOLD: Refusal = {
  status: 'unsupported',
  reason: 'QuickBooks tells no program who can log in',
  actor: 'user',
  step: 'In QuickBooks open the gear > Manage users, copy the table of users into a spreadsheet, and put it into your exports folder as quickbooks-users.csv.',
};

export const APPS_NOT_TOLD: Refusal = {
  status: 'unsupported',
  reason: 'QuickBooks tells no program which apps are connected',
  actor: 'user',
  step: 'Look in QuickBooks under Apps > My apps, and disconnect there what you do not know.',
};

/** Nobody told which company is meant. */
export const NO_COMPANY: Refusal = {
  status: 'denied',
  reason: 'the company was not named at the sign-in',
  actor: 'user',
  step: 'Connect QuickBooks again, and choose the company when Intuit asks.',
};

/** Ends a resource with this refusal. */
export function refusedError(refusal: Refusal): ReadRefusedError {
  return new ReadRefusedError({ message: 'A resource of QuickBooks could not be read', refusal });
}

import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { NotTold } from '../contract/vendor-connector.js';

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

/** Intuit has no call for users, apps or factors: https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/companyinfo */
export const NEVER_TOLD: readonly NotTold[] = [
  USERS_NOT_TOLD,
  APPS_NOT_TOLD,
  {
    reason: 'QuickBooks tells no program who uses a second factor',
    step: 'Let everybody look in the own Intuit account under Sign in & security whether two-step verification is on.',
  },
  {
    reason:
      'custom fields of customers come one customer at a time, so that not all are read in a large company',
    step: 'Nothing to do: Plumbline looks at the customers that were changed last, and says so.',
  },
];

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

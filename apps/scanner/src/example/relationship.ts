import { dayNumber, dayOfNumber, daysBefore } from './calendar.js';
import {
  changedHerMind,
  hasSaidNoInHubspot,
  isLatestSubscriber,
  isOldLead,
  isWithoutProof,
} from './cohorts.js';
import type { Customer } from './customer.js';
import type { BakeryState } from './setting.js';

/** Her place in the newsletter: a week later somebody has passed on who said no to HubSpot. */
export function newsletterOf({ newsletter, index }: Customer, state: BakeryState): Customer['newsletter'] {
  const isPassedOn = state === 'a-week-later' && hasSaidNoInHubspot(index) && newsletter !== null;
  return isPassedOn ? 'unsubscribed' : newsletter;
}

/** Whether HubSpot knows that she wants no mail: so it is with two in three who left the newsletter. */
export function isOptedOutInHubspot({ newsletter, index, email }: Customer): boolean {
  if (hasSaidNoInHubspot(index)) return email !== null;
  return newsletter === 'unsubscribed' && index % 3 > 0;
}

/** HubSpot's own word for whom it may mail. */
export function isMarketingContact({ newsletter }: Customer): boolean {
  return newsletter !== null;
}

/** The day that the bakery's field for it in HubSpot gives; "" where there is none. */
export function hubspotOptInOn({ newsletter, index, created }: Customer, opening: string): string {
  if (newsletter === null || isWithoutProof(index)) return '';
  const atTheCounter = daysBefore(opening, 3);
  return changedHerMind(index) && atTheCounter > created ? atTheCounter : created;
}

/** Last sign of life in HubSpot; "" where it knows none. A regular without one is no stranger to the books. */
export function hubspotActivityOn({ habit, index, created }: Customer, opening: string): string {
  // Somebody wrote yesterday: that is how far this export reaches.
  if (index === 0) return daysBefore(opening, 1);
  if (habit === 'lapsed' || isOldLead(index) || index % 20 === 1) return '';
  // Some leads were last heard of a little more than a year ago, some a little less.
  const day = daysBefore(opening, 8 + ((index * 37) % (habit === 'lead' ? 500 : 293)));
  return day < created ? '' : day;
}

/** The day on which she confirmed in Mailchimp. */
export function confirmedOn({ index, created }: Customer, opening: string): string {
  return isLatestSubscriber(index) ? daysBefore(opening, 2) : created;
}

/** The day on which she left the newsletter. */
export function unsubscribedOn(customer: Customer, opening: string): string {
  return hasSaidNoInHubspot(customer.index) ? daysBefore(opening, -4) : lastChangedOn(customer, opening);
}

/** The day of the last change of her profile in Mailchimp. */
export function lastChangedOn({ index, created }: Customer, opening: string): string {
  const first = dayNumber(created);
  const latest = Math.max(first, dayNumber(opening) - 9);
  return dayOfNumber(first + ((index * 13) % (latest - first + 1)));
}

import type { Customer } from '#scanner/example/customer.js';
import { newsletterOf } from '#scanner/example/relationship.js';
import type { SimulatedBakery } from '../../bakery/simulated-bakery.js';
import type { Status } from './statuses.js';

/** A member of an audience before anything of her is told. */
export interface PlannedMember {
  /** Which customer of the bakery; below 0: -1 - place among those who were deleted lately. */
  readonly person: number;
  /** Which line of the export's file of her status: what stands in it hangs on that. */
  readonly line: number;
  readonly status: Status;
}

const FIRST_FORMER_LINE = 1_000_000;
/** In each of the first audiences beyond the bakery's own stands everybody of one share: with that one, in five. */
const SHARED_AUDIENCES = 4;

/** Who is in the bakery's own audience: the members of the export, and those who were archived, whom no export has. */
export function* bakeryMembers(bakery: SimulatedBakery): Generator<PlannedMember> {
  const lines = { subscribed: 0, unsubscribed: 0, cleaned: 0 };
  for (let person = 0; person < bakery.size; person += 1) {
    const status = newsletterOf(bakery.customer(person), bakery.setting.state);
    if (status === null) continue;
    yield { person, line: lines[status], status };
    lines[status] += 1;
  }
  for (let place = 0; place < bakery.formerCount; place += 1) {
    if (bakery.former(place).email === null) continue;
    yield { person: -1 - place, line: FIRST_FORMER_LINE + place, status: 'archived' };
  }
}

/** Who is in another audience, the `number`-th of `audiences` from 1: everybody with an address is in one of them, or in four. */
export function* furtherMembers(
  bakery: SimulatedBakery,
  number: number,
  audiences: number,
): Generator<PlannedMember> {
  const shares = Math.max(1, audiences - SHARED_AUDIENCES);
  const share = number <= SHARED_AUDIENCES ? 0 : number - SHARED_AUDIENCES;
  let place = 0;
  for (let person = share; person < bakery.size; person += shares) {
    if (bakery.customer(person).email === null) continue;
    yield { person, line: person, status: FURTHER_STATUSES[place % FURTHER_STATUSES.length] ?? 'subscribed' };
    place += 1;
  }
}

const FURTHER_STATUSES: readonly Status[] = [
  'subscribed',
  'subscribed',
  'unsubscribed',
  'subscribed',
  'pending',
  'subscribed',
  'transactional',
  'cleaned',
  'subscribed',
  'archived',
];

/** The person behind it. */
export function personOf(bakery: SimulatedBakery, { person }: PlannedMember): Customer {
  return person >= 0 ? bakery.customer(person) : bakery.former(-1 - person);
}

/**
 * Who is drift among the customers, by number, so that every bakery of whatever size and seed has the same kinds of it.
 * Numbers ending in 0 to 3 are regulars, 4 to 6 come now and then, 7 is gone for years, 8 and 9 never bought
 * (customer.ts).
 */
const ERASED_INDEX = 15;

/** The same in every bakery: the list of deletion requests (config/policy.example.erasures.csv) names the address. */
export const ERASED = { firstName: 'Nora', lastName: 'Vogel', email: 'nora.vogel@example.org' } as const;

/** Asked to be deleted a month ago; one tool was forgotten. */
export function hasAskedToBeErased(index: number): boolean {
  return index === ERASED_INDEX;
}

/** Made inactive in the books; the other tools were not told. */
export function isInactiveInBooks(index: number): boolean {
  return index === 4 || index === 14;
}

/** A lead of long ago: nobody heard of her since. */
export function isOldLead(index: number): boolean {
  return index % 20 === 8;
}

/** Mailed from HubSpot, where nobody noted when she agreed. */
export function isWithoutProof(index: number): boolean {
  return index % 25 === 11;
}

/** Said no to HubSpot's mail, which the newsletter learns of a week later. */
export function hasSaidNoInHubspot(index: number): boolean {
  return index % 40 === 21;
}

/** Left the newsletter, which HubSpot does not know. */
export function hasLeftUnnoticed(index: number): boolean {
  return index % 30 === 12;
}

/** Left the newsletter, and signed up again at the counter: HubSpot may mail her. */
export function changedHerMind(index: number): boolean {
  return index % 30 === 3;
}

/** The latest to sign up for the newsletter: as far as its export reaches. */
export function isLatestSubscriber(index: number): boolean {
  return index === 10;
}

/** Where the plan needs somebody on the newsletter, or off it; undefined: chance decides. */
export function plannedNewsletter(index: number): 'subscribed' | 'unsubscribed' | null | undefined {
  if (hasAskedToBeErased(index) || index === 14) return null;
  if (hasLeftUnnoticed(index) || changedHerMind(index)) return 'unsubscribed';
  const isNeeded =
    index === 4 ||
    // Gone for years, and still on the list.
    index % 20 === 7 ||
    [isLatestSubscriber, isOldLead, isWithoutProof, hasSaidNoInHubspot].some((holds) => holds(index));
  return isNeeded ? 'subscribed' : undefined;
}

import type { Customer } from './customer.js';

/**
 * What somebody typed into a note and should not have, by the number of the customer, so that every bakery has the same
 * kinds of it. The card number is one that the card schemes keep for tests, the phone numbers are kept for fiction.
 */

/** In the CRM: nobody may keep card numbers in notes, and allergies belong to the catering sheet (E29). */
export function crmNoteOutOfPlace({ index }: Customer): string | null {
  if (index % 200 === 13) return 'Paid the deposit by phone, card 4111 1111 1111 1111, rest on pickup.';
  if (index % 45 === 19) return 'Daughter is coeliac:\nstrictly gluten free, please.';
  return null;
}

/** In the CRM: personal, and declared for it. */
export function crmNoteInPlace({ index }: Customer): string | null {
  if (index % 40 === 26) return 'Her sister picks up, call 917-555-0163 or write to sister@example.net.';
  return index % 50 === 31 ? 'Spoke with Robin Marlow about the tiers.' : null;
}

/** In the books: dates of birth are declared for the newsletter alone. */
export function booksNoteOutOfPlace({ index }: Customer): string | null {
  return index % 50 === 16 ? 'Birthday cake every year, born 04/12/1961.' : null;
}

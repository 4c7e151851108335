import type { KnownColumns } from './known-columns.js';

/** What Stripe tells of the card of a customer or payment; its whole number is never exported. */
export const CARD_COLUMNS: KnownColumns = [
  [/^card name$/, 'user.name'],
  [/^card (last4|brand|funding|exp month|exp year|issue country|fingerprint)$/, 'user.financial.credit_card'],
  [/^card address line ?[12]$/, 'user.contact.address.street'],
  [/^card (id|cvc status|avs zip status|avs line1 status|tokenization method)$/, 'none'],
];

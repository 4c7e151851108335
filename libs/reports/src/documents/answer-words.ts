import type { Answer } from './document-part.js';

/** An answer as every format shows it: in words, never by colour alone. */
export const ANSWERS: Readonly<Record<Answer, string>> = {
  yes: 'Yes.',
  no: 'No.',
  'cannot tell': 'Cannot tell.',
};

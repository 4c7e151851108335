import type { NoteKind } from '../../engine/inventory.js';

/** The kinds of a note as bits, the gravest first: where only some notes can be named, these come first. */
const IN_ORDER: readonly NoteKind[] = [
  'password',
  'api_key',
  'credit_card',
  'iban',
  'bank_account',
  'national_id',
  'passport',
  'drivers_license',
  'health',
  'date_of_birth',
  'phone',
  'email',
  'postal_address',
  'ip_address',
];

const BITS: ReadonlyMap<string, number> = new Map(IN_ORDER.map((kind, place) => [kind, 1 << place]));

/** A set of kinds; 0 is the empty one. */
export type KindSet = number;

/** 0 for what is no find in a note. */
export function bitOf(kind: string): KindSet {
  return BITS.get(kind) ?? 0;
}

/** In a fixed order, the gravest first. */
export function kindsOf(set: KindSet): readonly NoteKind[] {
  return IN_ORDER.filter((kind) => (set & bitOf(kind)) !== 0);
}

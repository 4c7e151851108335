import type { Category } from '#connectors/contract/category.js';
import type { InventoryField, NoteKind } from '../engine/inventory.js';
import { isDeclaredIn } from './coverage.js';
import type { Policy } from './policy.js';

/** What is known of a kind of find inside a note. */
export interface KnownKind {
  /** What the policy declares it by. */
  readonly category: Category;
  /** In a sentence, of several: "phone numbers". */
  readonly words: string;
  /** Opens an account or takes over an identity: never right in a note, whatever the policy declares (E29). */
  readonly isSecret: boolean;
}

const KINDS: Readonly<Record<NoteKind, KnownKind>> = {
  password: { category: 'user.authorization.credentials', words: 'passwords', isSecret: true },
  api_key: { category: 'user.authorization.credentials', words: 'access keys', isSecret: true },
  credit_card: { category: 'user.financial.credit_card', words: 'card numbers', isSecret: true },
  iban: { category: 'user.financial.bank_account', words: 'IBANs', isSecret: true },
  bank_account: { category: 'user.financial.bank_account', words: 'bank account numbers', isSecret: true },
  national_id: {
    category: 'user.government_id.national_identification_number',
    words: 'social security or national id numbers',
    isSecret: true,
  },
  passport: { category: 'user.government_id.passport_number', words: 'passport numbers', isSecret: true },
  drivers_license: { category: 'user.government_id', words: "driver's license numbers", isSecret: true },
  health: { category: 'user.health_and_medical', words: 'health details', isSecret: false },
  date_of_birth: { category: 'user.demographic.date_of_birth', words: 'dates of birth', isSecret: false },
  phone: { category: 'user.contact.phone_number', words: 'phone numbers', isSecret: false },
  email: { category: 'user.contact.email', words: 'e-mail addresses', isSecret: false },
  postal_address: { category: 'user.contact.address', words: 'postal addresses', isSecret: false },
  ip_address: { category: 'user.device.ip_address', words: 'IP addresses', isSecret: false },
};

/** Every kind, the gravest first. */
export const noteKinds = Object.keys(KINDS) as readonly NoteKind[];

export function knownKind(kind: NoteKind): KnownKind {
  return KINDS[kind];
}

/** Whether the policy lets a kind into the notes of a system. A closed list (E4) names its fields, and notes are none of them. */
export function mayStandInNotes(
  policy: Policy,
  system: string,
  { name, label }: Pick<InventoryField, 'name' | 'label'>,
  kind: NoteKind,
): boolean {
  const { category, isSecret } = KINDS[kind];
  return !isSecret && isDeclaredIn(policy, system, category, [name, label]) === 'declared';
}

export function isNoteKind(key: string): key is NoteKind {
  return Object.hasOwn(KINDS, key);
}

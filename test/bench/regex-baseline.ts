import type { FieldCategory } from '#connectors/contract/category.js';
import type { LabelledField } from './field-set.js';

/** A plain list of patterns over name and label, as many tools have: what ours is measured against. */
export function classifyByRegexList({ name, label }: LabelledField): FieldCategory {
  const text = `${name} ${label}`
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[_.-]+/g, ' ');
  return PATTERNS.find(([pattern]) => pattern.test(text))?.[1] ?? 'none';
}

const PATTERNS: readonly (readonly [RegExp, FieldCategory])[] = [
  [/e-?mail/, 'user.contact.email'],
  [/phone|mobile|\btel\b|fax/, 'user.contact.phone_number'],
  [/first ?name|given ?name|forename/, 'user.name.first'],
  [/last ?name|surname|family ?name/, 'user.name.last'],
  [/birth|\bdob\b/, 'user.demographic.date_of_birth'],
  [/gender|\bsex\b/, 'user.demographic.gender'],
  [/password|passwd|secret|token/, 'user.authorization.credentials'],
  [/ssn|social security|national id/, 'user.government_id.national_identification_number'],
  [/passport/, 'user.government_id.passport_number'],
  [/iban|account number|routing/, 'user.financial.bank_account'],
  [/card|cvv/, 'user.financial.credit_card'],
  [/salary|income/, 'user.financial'],
  [/\bip\b/, 'user.device.ip_address'],
  [/latitude|longitude/, 'user.location.precise'],
  [/zip|postal|postcode/, 'user.contact.address.postal_code'],
  [/\bcity\b|\btown\b/, 'user.contact.address.city'],
  [/\bstate\b|province/, 'user.contact.address.state'],
  [/country/, 'user.contact.address.country'],
  [/street/, 'user.contact.address.street'],
  [/address/, 'user.contact.address'],
  [/allerg|medical|health|disab/, 'user.health_and_medical'],
  [/religio/, 'user.demographic.religious_belief'],
  [/ethnic|\brace\b/, 'user.demographic.race_ethnicity'],
  [/job ?title|occupation/, 'user.job_title'],
  [/user ?name|login/, 'user.account.username'],
  [/company/, 'user.contact.organization'],
  [/customer ?id|user ?id|member ?id/, 'user.unique_id'],
  [/note|comment|description/, 'user.content.private'],
  [/name/, 'user.name'],
];

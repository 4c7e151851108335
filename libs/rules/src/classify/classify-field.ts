import type { FieldCategory } from '#connectors/contract/category.js';
import { sensitivityOf } from '#connectors/contract/category.js';
import type { FieldClassifier } from './classifier.js';

const LONGEST_NAME = 200;

/** Judges one field by its name, label and object. Bounded and pure: no value leaves it. */
export const classifyField: FieldClassifier = (evidence) => {
  const words = spaced(`${evidence.name} ${evidence.label}`);
  const category = categoryOf(words, spaced(evidence.object));
  return {
    category,
    sensitivity: sensitivityOf(category),
    confidence: category === 'none' ? 0.6 : 0.75,
    reason:
      category === 'none'
        ? 'Neither the name nor the label says that this is about a person.'
        : 'The name or the label says so.',
  };
};

function categoryOf(words: string, object: string): FieldCategory {
  if (PROCESS.test(words)) return 'none';
  if (ORGANISATION.test(object)) return 'none';
  return PATTERNS.find(([pattern]) => pattern.test(words))?.[1] ?? 'none';
}

function spaced(text: string): string {
  return text
    .slice(0, LONGEST_NAME)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ');
}

const PROCESS =
  /\b(count|status|sent|template|score|bounced|opens?|clicks?|verified|validation|plan|campaign)\b/;
const ORGANISATION = /\b(compan(y|ies)|accounts?|organi[sz]ations?)\b/;
const PATTERNS: readonly (readonly [RegExp, FieldCategory])[] = [
  [/opt ?(in|out)|consent|do ?not ?(call|email)|unsubscrib/, 'user.privacy_preferences'],
  [/\b(ip address|ip)\b/, 'user.device.ip_address'],
  [
    /\b(date of birth|birth ?(date|day)|dob|geburtsdatum|nascimento|nacimiento|naissance|nascita)\b/,
    'user.demographic.date_of_birth',
  ],
  [/\b(first ?name|given ?name|prenom|vorname|voornaam)\b/, 'user.name.first'],
  [
    /\b(last ?name|surname|family ?name|apellidos?|nachname|achternaam|cognome|sobrenome)\b/,
    'user.name.last',
  ],
  [/\b(e ?mail|correo|courriel)\b/, 'user.contact.email'],
  [/\b(phone|mobile|fax|telefono?|telefon|telefoon)\b/, 'user.contact.phone_number'],
  [/\b(iban|bank account|account number)\b/, 'user.financial.bank_account'],
  [/\b(card ?number|cvv|credit ?card)\b/, 'user.financial.credit_card'],
  [/\b(ssn|social security|national id)\b/, 'user.government_id.national_identification_number'],
  [/\bpassport\b/, 'user.government_id.passport_number'],
  [/\b(password|secret|token)\b/, 'user.authorization.credentials'],
  [/\b(zip|postal ?code|postcode|plz|cap|cep)\b/, 'user.contact.address.postal_code'],
  [/\b(city|town|ciudad|ville|stadt|cidade|citta)\b/, 'user.contact.address.city'],
  [/\b(street|strasse|calle|rue)\b/, 'user.contact.address.street'],
  [/\b(country|pais|pays|land)\b/, 'user.contact.address.country'],
  [/\b(address|direccion|adresse|indirizzo|endereco|adres)\b/, 'user.contact.address'],
  [/\b(gender|sex|sexo|geschlecht|genere|geslacht)\b/, 'user.demographic.gender'],
  [/\b(allerg|medical|health|disabilit)/, 'user.health_and_medical'],
  [/\b(notes?|comments?|remarks?)\b/, 'user.content.private'],
  [/\b(full ?name|name|nombre|nom|nome|naam)\b/, 'user.name'],
];

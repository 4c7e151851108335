/**
 * The kinds of personal data Plumbline tells apart. Keys are those of fideslang 3.x (Ethyca, CC BY 4.0),
 * cut to what a small business meets; titles are ours. The broad ones (`user.contact` ...) are for policies: they cover
 * what stands below them (E2). Sensitivity follows the key, never the single field.
 */
const CATEGORIES = {
  'user.name': { title: 'Name', sensitivity: 'personal' },
  'user.name.first': { title: 'First name', sensitivity: 'personal' },
  'user.name.last': { title: 'Last name', sensitivity: 'personal' },
  'user.contact': { title: 'Contact details', sensitivity: 'personal' },
  'user.contact.email': { title: 'E-mail address', sensitivity: 'personal' },
  'user.contact.phone_number': { title: 'Phone or fax number', sensitivity: 'personal' },
  'user.contact.url': { title: 'Web site or profile link', sensitivity: 'personal' },
  'user.contact.organization': { title: 'Company of the person', sensitivity: 'personal' },
  'user.contact.address': { title: 'Postal address', sensitivity: 'personal' },
  'user.contact.address.street': { title: 'Street', sensitivity: 'personal' },
  'user.contact.address.city': { title: 'City', sensitivity: 'personal' },
  'user.contact.address.state': { title: 'State or region', sensitivity: 'personal' },
  'user.contact.address.postal_code': { title: 'Postal code', sensitivity: 'personal' },
  'user.contact.address.country': { title: 'Country', sensitivity: 'personal' },
  'user.job_title': { title: 'Job', sensitivity: 'personal' },
  'user.account': { title: 'Account details', sensitivity: 'personal' },
  'user.account.username': { title: 'User name or handle', sensitivity: 'personal' },
  'user.authorization.credentials': { title: 'Password, PIN, secret, token', sensitivity: 'sensitive' },
  'user.demographic': { title: 'Other personal facts', sensitivity: 'personal' },
  'user.demographic.date_of_birth': { title: 'Date of birth', sensitivity: 'personal' },
  'user.demographic.age_range': { title: 'Age', sensitivity: 'personal' },
  'user.demographic.gender': { title: 'Gender', sensitivity: 'personal' },
  'user.demographic.marital_status': { title: 'Marital status', sensitivity: 'personal' },
  'user.demographic.language': { title: 'Language', sensitivity: 'personal' },
  'user.demographic.race_ethnicity': { title: 'Race or ethnicity', sensitivity: 'sensitive' },
  'user.demographic.religious_belief': { title: 'Religion', sensitivity: 'sensitive' },
  'user.demographic.political_opinion': {
    title: 'Political opinion or union membership',
    sensitivity: 'sensitive',
  },
  'user.demographic.sexual_orientation': { title: 'Sexual orientation', sensitivity: 'sensitive' },
  'user.demographic.profile': { title: 'Interests and preferences', sensitivity: 'personal' },
  'user.childrens': { title: 'Children', sensitivity: 'sensitive' },
  'user.financial': { title: 'Income, wealth, credit', sensitivity: 'personal' },
  'user.financial.bank_account': { title: 'Bank account', sensitivity: 'sensitive' },
  'user.financial.credit_card': { title: 'Payment card', sensitivity: 'sensitive' },
  'user.behavior': { title: 'Behaviour', sensitivity: 'personal' },
  'user.behavior.purchase_history': { title: 'Purchase history', sensitivity: 'personal' },
  'user.content': { title: 'Content and messages', sensitivity: 'personal' },
  'user.content.private': { title: 'Notes and messages', sensitivity: 'personal' },
  'user.content.self_image': { title: 'Photo', sensitivity: 'personal' },
  'user.device': { title: 'Device, cookie or click identifier', sensitivity: 'personal' },
  'user.device.ip_address': { title: 'IP address', sensitivity: 'personal' },
  'user.location': { title: 'Location', sensitivity: 'personal' },
  'user.location.precise': { title: 'Precise location', sensitivity: 'sensitive' },
  'user.location.imprecise': { title: 'Approximate location', sensitivity: 'personal' },
  'user.unique_id': { title: 'Customer or member number', sensitivity: 'personal' },
  'user.government_id': { title: 'Government or tax id', sensitivity: 'sensitive' },
  'user.government_id.national_identification_number': {
    title: 'National id or social security number',
    sensitivity: 'sensitive',
  },
  'user.government_id.passport_number': { title: 'Passport', sensitivity: 'sensitive' },
  'user.health_and_medical': { title: 'Health', sensitivity: 'sensitive' },
  'user.biometric': { title: 'Biometrics', sensitivity: 'sensitive' },
  'user.privacy_preferences': { title: 'Consent and contact preferences', sensitivity: 'personal' },
  'user.criminal_history': { title: 'Criminal record', sensitivity: 'sensitive' },
} as const satisfies Record<string, { title: string; sensitivity: 'personal' | 'sensitive' }>;

/** A kind of personal data, such as `user.contact.email`. */
export type Category = keyof typeof CATEGORIES;

/** What a field holds: a kind of personal data, or nothing about a person. */
export type FieldCategory = Category | 'none';

export type Sensitivity = 'none' | 'personal' | 'sensitive';

/** Every category, in the order of the taxonomy. */
export const categories = Object.keys(CATEGORIES) as readonly Category[];

/** Whether `key` is one of our categories; `none` and bare `user` are not. */
export function isCategory(key: string): key is Category {
  return Object.hasOwn(CATEGORIES, key);
}

export function sensitivityOf(category: FieldCategory): Sensitivity {
  return category === 'none' ? 'none' : CATEGORIES[category].sensitivity;
}

/** Words for a person: "Date of birth". */
export function titleOf(category: FieldCategory): string {
  return category === 'none' ? 'Not personal data' : CATEGORIES[category].title;
}

/** Whether `ancestor` is `category` itself or stands above it in the taxonomy. */
export function covers(ancestor: Category, category: FieldCategory): boolean {
  return ancestor === category || category.startsWith(`${ancestor}.`);
}

import type { Category } from '#connectors/contract/category.js';
import type { Concept, Role } from './lexicon.js';

export const CONCEPT_CATEGORY: Readonly<Record<Concept, Category>> = {
  name: 'user.name',
  fullName: 'user.name',
  firstName: 'user.name.first',
  lastName: 'user.name.last',
  namePart: 'user.name',
  dob: 'user.demographic.date_of_birth',
  age: 'user.demographic.age_range',
  gender: 'user.demographic.gender',
  marital: 'user.demographic.marital_status',
  language: 'user.demographic.language',
  race: 'user.demographic.race_ethnicity',
  religion: 'user.demographic.religious_belief',
  politics: 'user.demographic.political_opinion',
  orientation: 'user.demographic.sexual_orientation',
  demographic: 'user.demographic',
  profile: 'user.demographic.profile',
  child: 'user.childrens',
  health: 'user.health_and_medical',
  biometric: 'user.biometric',
  crime: 'user.criminal_history',
  email: 'user.contact.email',
  phone: 'user.contact.phone_number',
  url: 'user.contact.url',
  organization: 'user.contact.organization',
  address: 'user.contact.address',
  street: 'user.contact.address.street',
  city: 'user.contact.address.city',
  state: 'user.contact.address.state',
  zip: 'user.contact.address.postal_code',
  country: 'user.contact.address.country',
  job: 'user.job_title',
  username: 'user.account.username',
  image: 'user.content.self_image',
  credential: 'user.authorization.credentials',
  financial: 'user.financial',
  bank: 'user.financial.bank_account',
  card: 'user.financial.credit_card',
  govId: 'user.government_id',
  natId: 'user.government_id.national_identification_number',
  passport: 'user.government_id.passport_number',
  uniqueId: 'user.unique_id',
  behavior: 'user.behavior',
  purchase: 'user.behavior.purchase_history',
  note: 'user.content.private',
  device: 'user.device',
  ip: 'user.device.ip_address',
  preciseLocation: 'user.location.precise',
  impreciseLocation: 'user.location.imprecise',
  consent: 'user.privacy_preferences',
};

/** Which concept rules when a name holds several: "email opt out" is about the choice, "photo url" about the photo. */
export const CONCEPT_RANK: Readonly<Partial<Record<Concept, number>>> = {
  consent: 9,
  child: 8,
  credential: 7,
  ip: 7,
  preciseLocation: 6,
  passport: 5,
  natId: 5,
  govId: 4,
  card: 4,
  bank: 4,
  biometric: 4,
  image: 4,
  health: 3,
  religion: 3,
  politics: 3,
  orientation: 3,
  race: 3,
  crime: 3,
  device: 3,
  dob: 3,
  purchase: 2,
  name: 0,
  address: 0.5,
  organization: 0,
  note: 0.5,
  url: 0.8,
};

export type KillingRole = Extract<
  Role,
  | 'count'
  | 'status'
  | 'sent'
  | 'changed'
  | 'config'
  | 'date'
  | 'expiry'
  | 'type'
  | 'money'
  | 'id'
  | 'flag'
  | 'nothing'
>;

/** Words that may stand beside a concept and leave it what it is. */
export const FORGIVES: Readonly<Partial<Record<Concept, readonly KillingRole[]>>> = {
  dob: ['date'],
  age: ['config', 'date', 'id'],
  gender: ['type', 'id'],
  marital: ['status', 'id', 'type', 'flag'],
  language: ['id', 'config'],
  race: ['type', 'id', 'flag', 'config'],
  religion: ['date', 'type', 'status', 'id', 'flag'],
  politics: ['type', 'status', 'id', 'flag'],
  orientation: ['type', 'id'],
  demographic: ['date', 'status', 'type', 'id', 'flag', 'count'],
  profile: ['type', 'config', 'id', 'flag'],
  child: ['count', 'date', 'flag', 'status'],
  health: ['date', 'type', 'status', 'flag', 'count', 'expiry', 'id', 'money'],
  biometric: ['id', 'config', 'type'],
  crime: ['date', 'type', 'status', 'flag', 'count', 'config', 'expiry'],
  email: ['id'],
  country: ['id'],
  state: ['id', 'config'],
  city: ['id'],
  job: ['id', 'type', 'config'],
  username: ['id'],
  credential: ['flag'],
  financial: ['money', 'count', 'flag', 'status', 'type', 'config', 'id'],
  bank: ['id', 'type'],
  card: ['expiry', 'date', 'type', 'id', 'config'],
  govId: ['expiry', 'date', 'id', 'type'],
  natId: ['id', 'type', 'expiry'],
  passport: ['id', 'expiry', 'date'],
  uniqueId: ['id', 'type'],
  behavior: ['date', 'status', 'count', 'sent', 'type', 'flag'],
  purchase: ['count', 'money', 'date', 'status', 'type', 'flag', 'expiry', 'sent', 'id', 'config'],
  device: ['id', 'type', 'config', 'sent'],
  ip: ['changed', 'date', 'sent'],
  preciseLocation: ['type', 'config'],
  impreciseLocation: ['id', 'type', 'config'],
  consent: ['status', 'date', 'flag', 'type', 'changed', 'config', 'id', 'sent', 'count'],
  image: ['id', 'config'],
  phone: ['id'],
  note: ['id'],
  street: ['id'],
};

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCategory, sensitivityOf } from '#connectors/contract/category.js';
import { classifyField } from './classify-field.js';
import type { FieldEvidence } from './classifier.js';

const field = (part: Partial<FieldEvidence>): FieldEvidence => ({
  system: 'spreadsheet',
  object: 'contacts',
  name: '',
  label: '',
  type: 'unknown',
  options: [],
  sampleValues: [],
  ...part,
});

describe('words that name personal data, in seven languages', () => {
  it.each([
    ['dateOfBirth', 'user.demographic.date_of_birth'],
    ['hs_calculated_phone_number', 'user.contact.phone_number'],
    ['npe01__HomeEmail__c', 'user.contact.email'],
    ['LASTNAME', 'user.name.last'],
    ['Segundo apellido', 'user.name.last'],
    ['Numéro de téléphone', 'user.contact.phone_number'],
    ["Nombre d'enfants", 'user.childrens'],
    ['Geburtsdatum', 'user.demographic.date_of_birth'],
    ['Rechnungsadresse', 'user.contact.address'],
    ['Data de nascimento', 'user.demographic.date_of_birth'],
    ['Codice fiscale', 'user.government_id.national_identification_number'],
    ['Burgerlijke staat', 'user.demographic.marital_status'],
    ['Kids’ names', 'user.childrens'],
    ['Do not allow Bulk Emails', 'user.privacy_preferences'],
    ['Attendee no.', 'user.unique_id'],
    ['How old are you?', 'user.demographic.age_range'],
    ['City (from IP)', 'user.location.imprecise'],
    ['Dueño', 'user.name'],
    ['Teléfono del dueño', 'user.contact.phone_number'],
    ['Ospite principale', 'user.name'],
    ['Verordnender Arzt', 'user.name'],
    ['Informe médico', 'user.health_and_medical'],
    ['Allergic to dogs', 'user.health_and_medical'],
  ])('%s', (name, category) => {
    expect(classifyField(field({ name })).category).toBe(category);
  });
});

describe('words that look personal and are not', () => {
  it.each([
    'email_opens_count',
    'phone_support_plan',
    'Birthday Campaign Sent',
    'address_validation_status',
    'race_condition_flag',
    'card_reader_model',
    'passport_stamps_promo',
    'Password Last Changed',
    'Estado del correo',
    'Estado aceptación',
    'Kundengruppe',
    'payroll_run_id',
    'kindOfPerson',
    'Age (days)',
    'Newsletter sent',
    'Company?',
    'Nº de huéspedes',
    'Peso del paquete',
    'Alter der Rechnung',
    'Santé du compte',
    'Peso del perro',
    'Vertriebsgebiet',
    'Job #',
  ])('%s', (name) => {
    expect(classifyField(field({ name })).category).toBe('none');
  });
});

describe('the object decides whose it is', () => {
  it.each([
    ['company', 'name', 'none'],
    ['contact', 'name', 'user.name'],
    ['company', 'phone', 'none'],
    ['contact', 'phone', 'user.contact.phone_number'],
    ['order', 'billing_address.zip', 'user.contact.address.postal_code'],
    ['order', 'name', 'none'],
    ['order', 'Nome do comprador', 'user.name'],
    ['products', 'Race', 'none'],
    ['articoli', 'Peso', 'none'],
    ['artikelen', 'Kind', 'none'],
    ['person', 'Kind', 'user.childrens'],
    ['person', 'Race', 'user.demographic.race_ethnicity'],
    ['contact', 'id', 'user.unique_id'],
    ['deal', 'id', 'none'],
    ['app_settings', 'default_email', 'none'],
  ])('%s %s', (object, name, category) => {
    expect(classifyField(field({ object, name })).category).toBe(category);
  });
});

describe('values and types weigh in', () => {
  it('believes e-mail addresses under a name that says nothing', () => {
    const sampleValues = ['ana@example.com', 'li@example.org', 'tom@mail.example'];
    expect(classifyField(field({ name: 'field_12', sampleValues })).category).toBe('user.contact.email');
  });

  it('does not believe a yes-or-no field called e-mail', () => {
    expect(classifyField(field({ name: 'email', type: 'boolean' })).category).toBe('none');
  });

  it('takes forms of address under "title" for a part of the name', () => {
    const sampleValues = ['Mr', 'Ms', 'Dr', 'Mr'];
    expect(classifyField(field({ name: 'Title', sampleValues })).category).toBe('user.name');
    expect(classifyField(field({ name: 'Title' })).category).toBe('user.job_title');
  });

  it('counts masked and specimen numbers as what they stand for', () => {
    const ssn = classifyField(
      field({ name: 'x1', sampleValues: ['***-**-6789', '***-**-1120', '***-**-0001'] }),
    );
    expect(ssn.sensitivity).toBe('sensitive');
    const iban = classifyField(
      field({ name: 'x2', sampleValues: ['DE89370400440532013000', 'GB82WEST12345698765432'] }),
    );
    expect(iban.category).toBe('user.financial.bank_account');
  });
});

describe('words that only begin like ours', () => {
  it.each([
    ['Dirección no verificada', 'none'],
    ['Adres gecontroleerd', 'none'],
    ['E-Mail-Adresse ungültig', 'none'],
    ['Endereço não confirmado', 'none'],
    ['Telefonanlage', 'none'],
    ['Nieuwsbriefsjabloon', 'none'],
    ['Geburtsdatum des Kindes', 'user.childrens'],
    ['Telefon Ansprechpartner', 'user.contact.phone_number'],
    ["Father's employer", 'user.contact.organization'],
    ['Favourite brand', 'user.demographic.profile'],
    ['Why do you want to join?', 'user.content.private'],
    ['Uitsluiten van mailing', 'user.privacy_preferences'],
  ])('%s: %s', (name, category) => {
    expect(classifyField(field({ name })).category).toBe(category);
  });
});

describe('names that say nothing', () => {
  it.each([
    [['Priya', 'Idris', 'Mark'], 'user.name.first'],
    [['Vasseur, Rémi', 'Bouvier, Thibaut', 'Le Goff, Rémi'], 'user.name'],
    [['1961-08-17', '1990-10-26', '1975-02-01'], 'user.demographic.date_of_birth'],
    [['Berlin', 'Köln', 'Musterdorf'], 'user.contact.address.city'],
    [['Am Markt 30', 'Am Markt 117', 'Hauptstraße 2'], 'user.contact.address.street'],
    [['Deutschland', 'Österreich'], 'user.contact.address.country'],
    [['0', '1', '2'], 'none'],
    [['2024-08-17', '2025-10-26', '2023-02-01'], 'none'],
  ])('a spreadsheet column of %j: %s', (sampleValues, category) => {
    expect(classifyField(field({ object: 'Sheet1', name: 'Column A', sampleValues })).category).toBe(
      category,
    );
  });
});

describe('free text on a sale', () => {
  it.each(['Description', 'Memo/Description'])('gives one answer for %s', (name) => {
    const sale = { object: 'invoice', name };
    expect(classifyField(field(sale)).category).toBe('none');
    expect(classifyField(field({ ...sale, sampleValues: ['Sourdough loaf', 'Rye'] })).category).toBe('none');
    const sampleValues = ['She asked us to ring twice.', 'He is moving house and calls in May.'];
    expect(classifyField(field({ ...sale, sampleValues })).category).toBe('user.content.private');
  });
});

describe('laws', () => {
  it('names no value in its reason, whatever the values (law 1)', () => {
    const values = [
      'ana@example.com',
      '4242424242424242',
      'Wilhelmina Oddly',
      'a remark that nobody should see',
    ];
    for (const value of values) {
      const { reason } = classifyField(field({ name: 'field_12', sampleValues: [value, value, value] }));
      expect(reason).not.toContain(value);
    }
  });

  it('gives one of our categories, its sensitivity and a confidence from 0 to 1, the same each time', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('E-Mail', 'geb.', 'x__c', '\u0000', 'é'.repeat(99)),
    );
    fc.assert(
      fc.property(text, text, text, fc.array(text, { maxLength: 5 }), (object, name, label, sampleValues) => {
        const evidence = field({ object, name, label, sampleValues });
        const verdict = classifyField(evidence);
        expect(verdict.category === 'none' || isCategory(verdict.category)).toBe(true);
        expect(verdict.sensitivity).toBe(sensitivityOf(verdict.category));
        expect(verdict.confidence).toBeGreaterThanOrEqual(0);
        expect(verdict.confidence).toBeLessThanOrEqual(1);
        expect(classifyField(evidence)).toEqual(verdict);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['letters', 'a'.repeat(10_000_000)],
    ['brackets', '('.repeat(5_000_000)],
    ['separators', 'a_'.repeat(5_000_000)],
    ['capitals', 'aB'.repeat(5_000_000)],
    ['control characters', '\u0007\u202E'.repeat(2_000_000)],
    ['combining marks', 'e\u0301'.repeat(3_000_000)],
  ])('reads only the beginning of ten megabytes of %s', (_what, text) => {
    const start = process.cpuUsage();
    const evidence = field({
      object: text,
      name: text,
      label: text,
      type: text,
      sampleValues: Array.from({ length: 500 }, () => text),
    });
    expect(classifyField(evidence).reason.length).toBeLessThan(500);
    expect(process.cpuUsage(start).user).toBeLessThan(1_500_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Category } from '#connectors/contract/category.js';
import type { Inventory, InventoryField } from '../engine/inventory.js';
import { applyClassifications, declarationsOf, isDeclaredIn } from './coverage.js';
import { emptyPolicy } from './policy.spec-builders.js';
import type { PolicyData } from './policy.js';

const entry = (category: Category, systems: string[], fields: Record<string, string[]> = {}): PolicyData => ({
  category,
  purposes: [],
  systems,
  fields: new Map(Object.entries(fields)),
});
const policyWith = (...data: PolicyData[]) => ({ ...emptyPolicy, data });

const field = (object: string, name: string, label: string): InventoryField => ({
  object,
  list: null,
  name,
  label,
  type: 'string',
  custom: true,
  category: 'user.health_and_medical',
  sensitivity: 'sensitive',
  confidence: 0.7,
  reason: 'The name says so.',
  records: 10,
  filled: 5,
});

describe('declarationsOf (E2)', () => {
  const policy = policyWith(
    entry('user.demographic', ['crm']),
    entry('user.contact.address.city', ['crm']),
    entry('user.demographic.religious_belief', ['books']),
  );

  it('covers a found category by its own key or an ancestor', () => {
    expect(declarationsOf(policy, 'user.demographic.gender')).toHaveLength(1);
    expect(declarationsOf(policy, 'user.contact.address.city')).toHaveLength(1);
    expect(declarationsOf(policyWith(entry('user.contact', ['crm'])), 'user.contact.email')).toHaveLength(1);
    expect(declarationsOf(policyWith(entry('user.location', ['crm'])), 'user.location.precise')).toEqual([]);
  });

  it('does not cover a parent by its child, nor a namesake', () => {
    expect(declarationsOf(policy, 'user.contact.address')).toEqual([]);
    expect(declarationsOf(policyWith(entry('user.device', ['crm'])), 'user.device.ip_address')).toHaveLength(
      1,
    );
  });

  it('covers sensitive data by its own key only', () => {
    expect(declarationsOf(policy, 'user.demographic.religious_belief')).toEqual([policy.data[2]]);
    expect(declarationsOf(policy, 'user.demographic.political_opinion')).toEqual([]);
  });

  it('has nothing to say on fields without personal data', () => {
    expect(declarationsOf(policy, 'none')).toEqual([]);
  });
});

describe('isDeclaredIn (E2, E3, E4)', () => {
  it('tells declared, elsewhere and nowhere apart', () => {
    const policy = policyWith(entry('user.contact.email', ['crm']));
    expect(isDeclaredIn(policy, 'crm', 'user.contact.email', ['email'])).toBe('declared');
    expect(isDeclaredIn(policy, 'books', 'user.contact.email', ['email'])).toBe('elsewhere');
    expect(isDeclaredIn(policy, 'crm', 'user.contact.phone_number', ['phone'])).toBe('nowhere');
  });

  it('keeps to a closed list, by any of the names, without case', () => {
    const policy = policyWith(
      entry('user.demographic.date_of_birth', ['newsletter', 'crm'], { newsletter: ['BIRTHDAY'] }),
    );
    const inNewsletter = (names: string[]) =>
      isDeclaredIn(policy, 'newsletter', 'user.demographic.date_of_birth', names);
    expect(inNewsletter(['MMERGE5', 'Birthday '])).toBe('declared');
    expect(inNewsletter(['DOB', 'Date of birth'])).toBe('closed-list');
    expect(isDeclaredIn(policy, 'crm', 'user.demographic.date_of_birth', ['dob'])).toBe('declared');
  });

  it('adds up several entries of one category', () => {
    const policy = policyWith(
      entry('user.contact.email', ['crm'], { crm: ['email'] }),
      entry('user.contact.email', ['crm'], { crm: ['work_email'] }),
      entry('user.contact.email', ['books']),
    );
    expect(isDeclaredIn(policy, 'crm', 'user.contact.email', ['work_email'])).toBe('declared');
    expect(isDeclaredIn(policy, 'crm', 'user.contact.email', ['email_3'])).toBe('closed-list');
    expect(isDeclaredIn(policy, 'books', 'user.contact.email', ['email_3'])).toBe('declared');
  });

  it('does not open a closed list again by an entry for an ancestor', () => {
    const policy = policyWith(
      entry('user.demographic', ['crm']),
      entry('user.demographic.date_of_birth', ['crm'], { crm: ['birthday'] }),
    );
    expect(isDeclaredIn(policy, 'crm', 'user.demographic.date_of_birth', ['dob'])).toBe('closed-list');
    expect(isDeclaredIn(policy, 'crm', 'user.demographic.gender', ['gender'])).toBe('declared');
  });
});

describe('applyClassifications (E4)', () => {
  const inventory: Inventory = {
    asOf: '2026-11-24',
    systems: [
      {
        system: 'crm',
        connector: 'hubspot',
        account: '1',
        receipts: [],
        people: [],
        apps: [],
        fields: [
          field('contact', 'fav_flavour', 'Favourite flavour'),
          field('company', 'fav_flavour', 'Favourite flavour'),
          field('contact', 'other', 'Other'),
        ],
      },
    ],
  };

  it('overrides the machine by name or label, without case, in the object said', () => {
    const classify = [
      { system: 'crm', object: 'Contact', field: 'favourite FLAVOUR', category: 'none' },
      { system: 'books', object: null, field: 'other', category: 'none' },
    ] as const;
    const fields = applyClassifications(inventory, { ...emptyPolicy, classify }).systems[0]?.fields ?? [];
    expect(fields.map(({ category }) => category)).toEqual([
      'none',
      'user.health_and_medical',
      'user.health_and_medical',
    ]);
    expect(fields[0]).toMatchObject({
      sensitivity: 'none',
      confidence: 1,
      reason: expect.stringMatching(/policy says/),
    });
  });

  it('prefers the word on one object to the word on all', () => {
    const classify = [
      { system: 'crm', object: null, field: 'fav_flavour', category: 'none' },
      { system: 'crm', object: 'company', field: 'fav_flavour', category: 'user.demographic.profile' },
    ] as const;
    const fields = applyClassifications(inventory, { ...emptyPolicy, classify }).systems[0]?.fields ?? [];
    expect(fields.map(({ category }) => category)).toEqual([
      'none',
      'user.demographic.profile',
      'user.health_and_medical',
    ]);
    expect(fields[1]).toMatchObject({ sensitivity: 'personal', confidence: 1 });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { FieldFact } from '../contract/fact.js';
import { SOURCE } from './hubspot.spec-builders.js';
import { namedFields } from './named-fields.js';
import { COMPANIES, CONTACTS, type CrmType } from './paths.js';
import { fieldOf, type PropertyState } from './property-plan.js';
import type { Property } from './property.schema.js';

interface Given extends Partial<Property> {
  readonly name: string;
}

function planned(
  given: Given,
  { type = CONTACTS, state = 'non_sensitive', named = [] }: Setting = {},
): FieldFact {
  const property = { label: given.name, type: 'string', fieldType: 'text', ...given };
  return fieldOf({ property, state }, type, SOURCE, namedFields(named));
}

interface Setting {
  readonly type?: CrmType;
  readonly state?: PropertyState;
  readonly named?: readonly string[];
}

const own = { hubspotDefined: true };

describe('what is read of a contact', () => {
  it.each<[string, Given, Partial<FieldFact>]>([
    ['what the business added', { name: 'diet' }, { custom: true }],
    ['what can be personal', { name: 'email', ...own }, { category: 'user.contact.email', role: 'email' }],
    ['what dates activity', { name: 'notes_last_contacted', type: 'datetime', ...own }, { role: 'activity' }],
    [
      'an opt-out from one kind of mail',
      { name: 'hs_email_optout_88', ...own },
      { category: 'user.privacy_preferences', role: 'opt_out' },
    ],
    ['what is new and may say anything', { name: 'hs_new_thing', ...own }, { custom: false }],
    [
      'a comment that a roll-up brings in',
      { name: 'hs_feedback_last_nps_follow_up', fieldType: 'calculation_rollup', calculated: true, ...own },
      { category: 'user.content.private' },
    ],
  ])('is %s', (_, given, expected) => {
    const field = planned(given);
    expect(field).toMatchObject(expected);
    expect(field).not.toHaveProperty('unread');
  });

  it.each<[string, Given]>([
    ['what the data sheet calls none', { name: 'lifecyclestage', ...own }],
    ['the days of a stage', { name: 'hs_v2_date_entered_lead', ...own }],
    ['a number that HubSpot added since', { name: 'hs_new_count', type: 'number', ...own }],
    [
      'a copy of other fields',
      { name: 'hs_full_name_or_email', fieldType: 'calculation_equation', calculated: true, ...own },
    ],
    ['a copy that only its name tells', { name: 'hs_searchable_calculated_phone_number', ...own }],
    ['a copy that the business made', { name: 'name_and_birthday', calculated: true }],
  ])('is not %s, unless a person names it', (_, given) => {
    expect(planned(given)).toMatchObject({ unread: true, category: 'none' });
    expect(planned(given, { named: [given.name.toUpperCase()] })).not.toHaveProperty('unread');
  });

  it('is nothing of an archived property: HubSpot keeps its values, and gives them to nobody', () => {
    const archived = planned({ name: 'loyalty_card_no' }, { state: 'archived', named: ['loyalty_card_no'] });
    expect(archived).toMatchObject({ unread: true, custom: true });
  });

  it('is found by its label too', () => {
    const field = planned(
      { name: 'lifecyclestage', label: 'Lifecycle  Stage', ...own },
      { named: ['lifecycle stage'] },
    );
    expect(field).not.toHaveProperty('unread');
  });
});

describe('a field', () => {
  it('marks copies as calculated, so that nobody counts them twice', () => {
    expect(planned({ name: 'name_and_birthday', calculated: true }).type).toBe('calculated');
  });

  it('says by the box it is typed into that it holds notes', () => {
    expect(planned({ name: 'wishes', fieldType: 'textarea' }).type).toBe('textarea');
    expect(planned({ name: 'size', type: 'enumeration', fieldType: 'select' }).type).toBe('enumeration');
  });

  it('is never called custom because HubSpot forgot to say that it is its own', () => {
    for (const name of ['email', 'hs_new_thing']) expect(planned({ name }).custom).toBe(false);
  });

  it('of a company is about nobody, but for what the business added and what stands in long texts', () => {
    const type = COMPANIES;
    expect(planned({ name: 'phone', ...own }, { type })).toMatchObject({ category: 'none', unread: true });
    expect(planned({ name: 'description', fieldType: 'textarea', ...own }, { type })).not.toHaveProperty(
      'unread',
    );
    expect(planned({ name: 'catering_contact' }, { type })).toEqual({
      kind: 'field',
      source: SOURCE,
      object: 'company',
      name: 'catering_contact',
      label: 'catering_contact',
      type: 'string',
      custom: true,
    });
  });
});

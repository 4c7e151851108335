import { describe, expect, it } from '@jest/globals';
import { aField, aPolicy, aSystem, declared, found, inventoryOf, judge } from '../inventory.spec-builders.js';
import { fieldUndeclared } from './field-undeclared.js';

describe('field.undeclared', () => {
  it('reports a personal field that the policy does not declare, with where to change it', () => {
    const [violation, ...others] = judge(fieldUndeclared, {
      inventory: inventoryOf(
        aSystem({ fields: [aField('birthday', 'user.demographic.date_of_birth', { label: 'Birthday' })] }),
      ),
    });

    expect(others).toEqual([]);
    expect(violation).toMatchObject({
      system: 'crm',
      connector: 'hubspot',
      account: 'exports',
      objectType: 'field',
      objectId: 'contact.birthday',
      subject: 'contact.birthday',
      title: 'crm (HubSpot) holds date of birth, which the policy does not mention',
      evidence: {
        fields: ['contact.birthday'],
        labels: ['Birthday'],
        count: 40,
        of: 100,
        why: 'The name says so.',
      },
      content: { category: 'user.demographic.date_of_birth', type: 'string' },
    });
    expect(violation?.severity).toBeUndefined();
    expect(violation?.message).toContain('40 of 100 records have a value in "Birthday".');
    expect(violation?.remedy).toContain('category: user.demographic.date_of_birth');
    expect(violation?.remedy).toContain('in: [crm]');
    expect(violation?.readFrom).toEqual([
      { system: 'crm', capability: 'fields', object: 'contact', list: null },
      { system: 'crm', capability: 'records', object: 'contact', list: null },
    ]);
  });

  it('is silent where the category or an ancestor is declared for the system (E2)', () => {
    const inventory = inventoryOf(aSystem({ fields: [aField('city', 'user.contact.address.city')] }));
    const policy = aPolicy({ data: [declared('user.contact.address', ['crm'])] });

    expect(found(fieldUndeclared, { policy, inventory })).toEqual([]);
  });

  it('does not take a declared child for the parent (E2)', () => {
    const inventory = inventoryOf(aSystem({ fields: [aField('address', 'user.contact.address')] }));
    const policy = aPolicy({ data: [declared('user.contact.address.city', ['crm'])] });

    expect(found(fieldUndeclared, { policy, inventory })).toEqual(['crm: contact.address']);
  });

  it('leaves to the graver rules what is declared elsewhere or sensitive (E5)', () => {
    const inventory = inventoryOf(
      aSystem({
        fields: [aField('dob', 'user.demographic.date_of_birth'), aField('ssn', 'user.government_id')],
      }),
    );
    const policy = aPolicy({ data: [declared('user.demographic.date_of_birth', ['newsletter'])] });

    expect(found(fieldUndeclared, { policy, inventory })).toEqual([]);
  });

  it('reports another field where fields: closes the list, by any of its names (E4)', () => {
    const inventory = inventoryOf(
      aSystem({
        fields: [
          aField('bd_1', 'user.demographic.date_of_birth', { label: 'BIRTHDAY' }),
          aField('bd_2', 'user.demographic.date_of_birth', { label: 'Second birthday' }),
        ],
      }),
    );
    const policy = aPolicy({
      data: [
        declared('user.demographic.date_of_birth', ['crm'], { fields: new Map([['crm', ['birthday']]]) }),
      ],
    });

    const violations = judge(fieldUndeclared, { policy, inventory });

    expect(violations.map(({ subject }) => subject)).toEqual(['contact.bd_2']);
    expect(violations[0]?.title).toBe(
      'crm (HubSpot) holds date of birth in a field that the policy does not allow',
    );
  });

  it.each([
    ['no record has a value (E5)', { filled: 0 }],
    ['the verdict is a question, not an answer', { confidence: 0.49 }],
    ['it is nothing personal', { category: 'none' as const }],
  ])('is silent where %s', (_, given) => {
    const inventory = inventoryOf(aSystem({ fields: [aField('gender', 'user.demographic.gender', given)] }));

    expect(found(fieldUndeclared, { inventory })).toEqual([]);
  });

  it("makes one finding of a vendor's own fields of one category, known by the category (E6)", () => {
    const own = { custom: false, records: 200 };
    const violations = judge(fieldUndeclared, {
      inventory: inventoryOf(
        aSystem({
          fields: [
            aField('ip_city', 'user.location.imprecise', { ...own, filled: 30 }),
            aField('ip_state', 'user.location.imprecise', { ...own, filled: 90 }),
            aField('gender', 'user.demographic.gender', own),
          ],
        }),
      ),
    });

    expect(violations).toHaveLength(2);
    expect(violations[0]).toMatchObject({
      objectType: 'category',
      objectId: 'user.location.imprecise',
      subject: 'user.location.imprecise',
      evidence: { fields: ['contact.ip_city', 'contact.ip_state'], count: 90, of: 200 },
    });
  });

  it('adds up the records of different objects (E30)', () => {
    const own = { custom: false };
    const [violation] = judge(fieldUndeclared, {
      inventory: inventoryOf(
        aSystem({
          fields: [
            aField('city', 'user.contact.address.city', { ...own, filled: 10, records: 20 }),
            aField('town', 'user.contact.address.city', { ...own, object: 'company', filled: 3, records: 5 }),
          ],
        }),
      ),
    });

    expect(violation?.evidence).toMatchObject({ count: 13, of: 25 });
    expect(violation?.readFrom.map(({ object }) => object)).toEqual([
      'company',
      'company',
      'contact',
      'contact',
    ]);
  });

  it('tells the same field of two lists apart (law 4)', () => {
    const violations = judge(fieldUndeclared, {
      inventory: inventoryOf(
        aSystem({
          fields: ['news', 'vip'].map((list) =>
            aField('GENDER', 'user.demographic.gender', { object: 'member', list }),
          ),
        }),
      ),
    });

    expect(violations.map(({ objectId }) => objectId)).toEqual(['news/member.GENDER', 'vip/member.GENDER']);
  });
});

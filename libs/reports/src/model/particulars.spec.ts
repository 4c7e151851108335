import { describe, expect, it } from '@jest/globals';
import { countInWords, evidenceInWords } from './evidence-words.js';
import { particularsOf } from './particulars.js';
import { finding } from './report.spec-builders.js';

describe('what tells one finding of a rule from the others', () => {
  it('is the kind of data and the field', () => {
    const evidence = { category: 'user.demographic.date_of_birth', fields: ['contact.birthday'] };
    expect(particularsOf(finding('field.undeclared', 'contact.birthday', { evidence }))).toBe(
      'Date of birth: contact.birthday',
    );
  });

  it("is the kind of data and all fields, where a vendor's own fields are one finding (E6)", () => {
    const evidence = { category: 'user.behavior', fields: ['contact.a', 'contact.b'] };
    expect(particularsOf(finding('field.undeclared', 'user.behavior', { evidence }))).toBe(
      'Behaviour: contact.a and contact.b',
    );
  });

  it('calls a field what the tool calls it, whatever the machine calls it', () => {
    const evidence = { category: 'user.content.private', fields: ['contact.biographies'], labels: ['Notes'] };
    expect(particularsOf(finding('field.undeclared', 'user.content.private', { evidence }))).toBe(
      'Notes and messages: Notes',
    );
  });

  it('says which file a column is in', () => {
    const evidence = { category: 'user.name', fields: ['lists/a.csv.name'], labels: ['Name'] };
    const inFile = finding('field.undeclared', 'lists/a.csv.name', { system: 'sheets', evidence });
    expect(particularsOf(inFile)).toBe('Name: lists/a.csv.name');
  });

  it('does not say twice what field and kind have in common', () => {
    const evidence = { category: 'user.demographic.gender', fields: ['contact.gender'], labels: ['Gender'] };
    expect(particularsOf(finding('field.undeclared', 'contact.gender', { evidence }))).toBe('Gender');
  });

  it('is what stands in the notes of which field', () => {
    const evidence = { kinds: ['credit_card', 'phone'], labels: ['Message'], count: 3, of: 1204, phone: 2 };
    const free = finding('field.free-text', 'contact.message', { evidence });
    expect(particularsOf(free)).toBe('Card numbers and phone numbers: Message');
    expect(countInWords(free)).toBe('3 of 1,204 notes');
    expect(evidenceInWords(free)).toEqual([
      { name: 'Count', value: '3 of 1,204 notes' },
      { name: 'In the text', value: 'card numbers and phone numbers' },
      { name: 'Shown as', value: 'Message' },
      { name: 'Notes with phone numbers', value: '2' },
    ]);
  });

  it('is whose term has passed, and which', () => {
    const evidence = { term: '24 months', after: 'last_purchase', count: 4, of: 1562 };
    expect(particularsOf(finding('retention.overdue', 'customers', { evidence }))).toBe(
      'Customers: more than 24 months after last purchase',
    );
    expect(particularsOf(finding('retention.undated', 'leads', { evidence: {} }))).toBe('Leads');
  });

  it('is the path of a file before what is in it', () => {
    const evidence = { categories: ['user.name', 'user.contact.email'] };
    expect(
      particularsOf(finding('field.wrong-system', 'drive/list.xlsx', { objectType: 'file', evidence })),
    ).toBe('drive/list.xlsx: Name and E-mail address');
  });

  it.each([
    ['access.undeclared-person', { level: 'admin', role: 'Super admin' }, 'jen: admin rights (Super admin)'],
    [
      'access.excess-role',
      { level: 'admin', role: '', declared_level: 'member' },
      'jen: admin rights, the policy gives member',
    ],
    [
      'access.departed',
      { level: 'member', role: '', suspended_in: ['office'] },
      'jen: member rights, suspended in office',
    ],
    ['access.inactive', { level: 'member', last_login: 'never' }, 'jen: never logged in'],
    ['access.inactive', { level: 'member', last_login: '2026-03' }, 'jen: last login in 2026-03'],
    ['access.weak-login', { level: 'member', role: 'Standard' }, 'jen'],
    [
      'access.public-file',
      { shared_with: 'people outside', outside_domains: ['x.example'] },
      'jen: people outside (x.example)',
    ],
    ['access.shared-account', { level: 'unknown', role: 'Baker' }, 'jen: role Baker'],
    [
      'app.undeclared',
      { scopes: ['a', 'b', 'c', 'd'], users: 1 },
      'jen: a, b, c and 1 more, given by 1 person',
    ],
    [
      'app.excess-scope',
      { scopes: ['drive'], broad: ['every file in Drive'], users: null },
      'jen: every file in Drive',
    ],
    ['vendor.unvetted', { systems: ['crm'], apps: [] }, 'jen: runs crm'],
    ['vendor.dpa', {}, 'Title of jen'],
  ] as const)('of %s with %j is "%s"', (rule, evidence, words) => {
    expect(particularsOf(finding(rule, 'jen', { evidence }))).toBe(words);
  });

  it('is the subject where the evidence says nothing more', () => {
    expect(particularsOf(finding('app.undeclared', 'Zapier', { evidence: {} }))).toBe('Zapier');
    expect(particularsOf(finding('field.undeclared', 'contact.a', { evidence: {} }))).toBe('contact.a');
  });
});

describe('evidence in words', () => {
  it.each([
    [{ count: 1204, of: 2011 }, '1,204 of 2,011 records'],
    [{ count: 1, of: 1 }, '1 of 1 record'],
    [{ count: 1 }, '1 record'],
    [{}, null],
  ] as const)('of %j is %s (E30)', (evidence, words) => {
    expect(countInWords(finding('field.undeclared', 'a', { evidence }))).toBe(words);
  });

  it('counts people in training', () => {
    expect(
      countInWords(finding('program.training', 'Staff training', { evidence: { count: 2, of: 5 } })),
    ).toBe('2 of 5 people');
  });

  it('has a line for each piece that says something', () => {
    const evidence = {
      category: 'user.name',
      ai_app: 'Otter',
      users: null,
      scopes: [],
      isDeclared: false,
      count: 3,
      of: 4,
    };
    expect(evidenceInWords(finding('field.undeclared', 'a', { evidence }))).toEqual([
      { name: 'Count', value: '3 of 4 records' },
      { name: 'Category', value: 'Name (user.name)' },
      { name: 'AI app', value: 'Otter' },
      { name: 'Is declared', value: 'no' },
    ]);
  });
});

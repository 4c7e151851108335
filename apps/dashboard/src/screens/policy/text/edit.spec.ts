import { describe, expect, it } from '@jest/globals';
import { editedText, readPolicy } from './edit.js';
import type { Edit, Value } from './value.js';

/** As people write them: on one line, over several, with comments in every place. */
const example = `# The data policy of Sweet Crumb Bakery

plumbline: 1 # the version of this format
organization: Sweet Crumb Bakery
owner: maria@sweetcrumb.example # who decides, and who is asked
country: US # how dates are read

reviewed: 2026-08-31 # when somebody last read this page from top to bottom
audit: { every: 3 months, last: 2026-06-30 } # going through the findings together

# Everybody who works with customer data.
people:
  - {
      email: maria@sweetcrumb.example,
      also: [maria.crumb, 'Maria C.', info@sweetcrumb.example],
      roles: [owner],
    }
  - { email: tom@sweetcrumb.example, roles: [sales] }
  - { email: joan@ledgerpartners.example, roles: [accountant] } # not in our domains, but ours to name

systems:
  crm: { connector: hubspot, purposes: [order_fulfilment, marketing_email] }
  office: { connector: google-workspace } # mail and files

purposes:
  order_fulfilment: { why: to take and deliver orders, basis: contract }

# What may be kept.
data:
  - category: user.contact.email
    for: [order_fulfilment, marketing_email]
    in: [crm, newsletter]
  - { category: user.contact.address, for: [order_fulfilment], in: [crm, books, office] }
  - { category: user.health_and_medical, in: [catering] } # allergies of the guests

# Apps that may reach the systems.
apps:
  - name: Zapier
    vendor: Zapier
    scopes: [drive.readonly]
`;

function changedLines(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

const lines = (...edits: readonly Edit[]) => changedLines(example, editedText(example, edits));

describe('a change that the form makes', () => {
  it('touches nothing but its own line, and keeps the comment behind it', () => {
    expect(lines({ kind: 'set', path: ['owner'], value: 'tom@sweetcrumb.example' })).toEqual([
      '-owner: maria@sweetcrumb.example # who decides, and who is asked',
      '+owner: tom@sweetcrumb.example # who decides, and who is asked',
    ]);
    expect(lines({ kind: 'set', path: ['reviewed'], value: '2026-11-27' })).toEqual([
      '-reviewed: 2026-08-31 # when somebody last read this page from top to bottom',
      '+reviewed: 2026-11-27 # when somebody last read this page from top to bottom',
    ]);
    expect(lines({ kind: 'set', path: ['audit', 'last'], value: '2026-11-27' })).toHaveLength(2);
  });

  it('adds, changes and removes entries in the way that the page is written', () => {
    expect(lines({ kind: 'add', path: ['data'], value: { category: 'user.location', in: ['crm'] } })).toEqual(
      ['+  - { category: user.location, in: [crm] }'],
    );
    expect(lines({ kind: 'set', path: ['data', 1, 'in'], value: ['crm', 'books'] })).toEqual([
      '-  - { category: user.contact.address, for: [order_fulfilment], in: [crm, books, office] }',
      '+  - { category: user.contact.address, for: [order_fulfilment], in: [crm, books] }',
    ]);
    expect(lines({ kind: 'remove', path: ['people', 1] })).toEqual([
      '-  - { email: tom@sweetcrumb.example, roles: [sales] }',
    ]);
    expect(lines({ kind: 'set', path: ['systems', 'shop'], value: { connector: 'exports' } })).toEqual([
      '+  shop: { connector: exports }',
    ]);
    // In the middle of an entry that is written over several lines.
    expect(lines({ kind: 'set', path: ['people', 0, 'since'], value: '2020-01-01' })).toEqual([
      '+      since: 2020-01-01,',
    ]);
    expect(lines({ kind: 'set', path: ['apps', 0, 'vendor'], value: 'Zapier Inc.: "Z" # 1' })).toEqual([
      '-    vendor: Zapier',
      `+    vendor: 'Zapier Inc.: "Z" # 1'`,
    ]);
  });

  it('means what it was to mean, wherever it is made, and loses no comment', () => {
    const comments = (text: string) => [...text.matchAll(/# .*/gu)].map(([comment]) => comment);
    const values: readonly Value[] = [
      'a: [b',
      '',
      '2026-01-01',
      'yes',
      '- x',
      '#y',
      ['one', 'two, three'],
      { a: 'b' },
    ];
    for (const path of [
      ['country'],
      ['people', 0, 'also'],
      ['apps', 0, 'scopes'],
      ['purposes', 'new one'],
      ['erased'],
    ])
      for (const value of values) {
        const after = editedText(example, [{ kind: 'set', path, value }]);
        expect(at(readPolicy(after), path)).toEqual(value);
        expect(comments(after).filter((one) => comments(example).includes(one))).toEqual(comments(example));
      }
  });

  it('can begin with an empty page, an empty section, and sections that are switched off', () => {
    const begun = editedText('', [
      { kind: 'set', path: ['plumbline'], value: '1' },
      { kind: 'set', path: ['systems', 'crm', 'connector'], value: 'hubspot' },
      { kind: 'add', path: ['data'], value: { category: 'user.name', in: ['crm'] } },
    ]);
    expect(begun).toContain('data:\n  - { category: user.name, in: [crm] }\n');
    expect(readPolicy(begun)).toMatchObject({ systems: { crm: { connector: 'hubspot' } } });
    const empty = editedText('a: 1\npeople:\n#  - off\nb: 2\n', [
      { kind: 'add', path: ['people'], value: { email: 'a@b.example' } },
    ]);
    expect(readPolicy(empty)).toEqual({ a: '1', b: '2', people: [{ email: 'a@b.example' }] });
    expect(empty).toContain('#  - off');
    expect(readPolicy(editedText('data:\n  - a\n', [{ kind: 'remove', path: ['data', 0] }]))).toEqual({
      data: [],
    });
  });

  it('is not made in a text that can not be taken apart', () => {
    expect(readPolicy('a: [1\nb: {')).toBeNull();
    expect(readPolicy('just words')).toBeNull();
    expect(readPolicy('')).toEqual({});
  });
});

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

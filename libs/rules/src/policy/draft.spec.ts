import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { categories } from '#connectors/contract/category.js';
import { driftedBakery } from '../catalog/drifted-bakery.spec-builders.js';
import {
  aField,
  anApp,
  anOffice,
  aPerson,
  aReceipt,
  aSystem,
  inventoryOf,
} from '../catalog/inventory.spec-builders.js';
import { rules } from '../catalog/rules.js';
import { evaluate } from '../engine/evaluate.js';
import type { Inventory } from '../engine/inventory.js';
import { claimFile } from './claim-file.js';
import { draftPolicy, type DraftOptions } from './draft.js';
import { patternFor } from './draft-files.js';
import { parsePolicy } from './parse-policy.js';
import { policyProblemsAsText } from './policy-problem.js';
import type { Policy } from './policy.js';

const NOTHING_SAID: DraftOptions = { organization: null, country: null, files: new Map() };

/** What a draft declares by its nature: judged by it, nothing of this is found. */
const DECLARED = new Set([
  'field.undeclared',
  'field.sensitive',
  'field.wrong-system',
  'access.undeclared-person',
  'access.excess-role',
  'app.undeclared',
]);

function policyOf(text: string): Policy {
  const parsed = parsePolicy(text, 'draft.yaml');
  if ('policy' in parsed) return parsed.policy;
  throw new Error(`${policyProblemsAsText(parsed.problems)}\n\n${text}`);
}

function draftOf(inventory: Inventory, options: Partial<DraftOptions> = {}): string {
  return draftPolicy(inventory, { ...NOTHING_SAID, ...options });
}

/** What judging the inventory by its own draft finds all the same. */
function foundUnder(policy: Policy, inventory: Inventory): readonly string[] {
  const found = evaluate({ rules, policy, inventory, baseline: null, digest: (text) => text });
  return [...found.values()]
    .filter(({ rule }) => DECLARED.has(rule))
    .map(({ rule, subject }) => `${rule}: ${subject}`);
}

function isNameable(text: string): boolean {
  return text.trim() !== '' && !/\p{Cc}/u.test(text);
}

function switchedOn(text: string): string {
  return text.replaceAll(/^#(?!#)/gmu, '');
}

const crm = aSystem({
  fields: [
    aField('email', 'user.contact.email', { custom: false, label: 'Email', filled: 100 }),
    aField('allergies', 'user.health_and_medical', { label: 'Allergies', filled: 62 }),
    aField('vip', 'user.demographic', { label: 'VIP', confidence: 0.4, filled: 3 }),
    aField('empty', 'user.demographic.gender', { filled: 0 }),
  ],
  people: [
    aPerson('maria@x.example', { level: 'admin', role: 'Super admin' }),
    aPerson('maria c.', { level: 'unknown', role: 'Owner?' }),
    aPerson('gone@x.example', { state: 'suspended' }),
  ],
});
const office = anOffice({
  people: [aPerson('maria@x.example', { level: 'admin' }), aPerson('tom@x.example')],
  apps: [anApp('Zapier', { scopes: ['drive'] }), anApp('Sign Me', { scopes: ['openid'] })],
});

const asItStands = (path: string) => ({ path, object: path });

describe('a drafted policy', () => {
  const text = draftOf(inventoryOf(crm, office), { organization: 'Sweet: Crumb', country: 'US' });

  it('declares each category where it is, sensitive ones first, with how full it is', () => {
    expect(policyOf(text).data).toMatchObject([
      { category: 'user.health_and_medical', systems: ['crm'] },
      { category: 'user.contact.email', systems: ['crm'] },
    ]);
    expect(text).toContain('##   crm (HubSpot), contact: "Allergies" filled in 62 % of 100 records');
    expect(text).toContain('- { category: user.health_and_medical, in: [crm] } # keep? why?');
  });

  it('asks about fields it is not sure of, in a comment', () => {
    expect(policyOf(text).classify).toEqual([]);
    expect(text).toContain('#  - { system: crm, object: contact, field: vip, category: user.demographic }');
  });

  it('names everybody with access at the level they have, and nobody who is suspended (E15, E35)', () => {
    const { people, access } = policyOf(text);
    expect(people.map(({ email, also, roles }) => [email, also, roles])).toEqual([
      ['login-1@no-address.invalid', ['maria c.'], ['crm_viewer']],
      ['maria@x.example', [], ['crm_admin', 'office_admin']],
      ['tom@x.example', [], ['office_member']],
    ]);
    expect(access.map(({ role, systems }) => [role, [...systems].flat()])).toContainEqual([
      'crm_admin',
      ['crm', 'admin'],
    ]);
    expect(text).toContain('move the name to also: of the person (maria@x.example?).');
  });

  it('names apps with their rights, and leaves those that only sign people in to a comment (E16)', () => {
    expect(policyOf(text).apps).toMatchObject([{ name: 'Zapier', vendor: 'Zapier', scopes: ['drive'] }]);
    expect(text).toContain('so they need no entry: Sign Me');
  });

  it('lists the vendors in use, all questions open', () => {
    const { vendors } = policyOf(text);
    expect(vendors.map(({ name, vetted, answers }) => [name, vetted, answers.trains_shared_ai])).toEqual([
      ['HubSpot', null, null],
      ['Google', null, null],
      ['Zapier', null, null],
    ]);
  });

  it('says nothing that no export tells', () => {
    const { organization, country, reviewed, purposes, retention, owner, domains } = policyOf(text);
    expect({ organization, country, reviewed, purposes: purposes.size, retention, owner, domains }).toEqual({
      organization: 'Sweet: Crumb',
      country: 'US',
      reviewed: null,
      purposes: 0,
      retention: [],
      owner: null,
      domains: [],
    });
  });

  it('is a policy still when every line that is switched off is switched on', () => {
    const { retention, classify, domains } = policyOf(switchedOn(text));
    expect(retention).toHaveLength(2);
    expect(classify).toMatchObject([{ field: 'vip' }]);
    expect(domains).toEqual(['x.example']);
  });

  it('says first what it could not see (law 2)', () => {
    const failed = aReceipt('records', {
      object: 'drive/old.xlsx',
      status: 'failed',
      reason: 'it is damaged',
    });
    const partial = draftOf(
      inventoryOf(
        aSystem({ ...crm, people: [] }),
        aSystem({ system: 'files', connector: 'exports', receipts: [failed] }),
      ),
    );
    const before = partial.slice(0, partial.indexOf('plumbline: 1'));
    expect(before).toContain('drive/old.xlsx not read: it is damaged');
    expect(before).toContain('Who has access to crm (HubSpot): no list was there.');
    expect(policyOf(partial).missingSections).toEqual(expect.arrayContaining(['people', 'access']));
  });

  it('is a policy when nothing was found', () => {
    expect(policyOf(draftOf(inventoryOf())).data).toEqual([]);
    policyOf(switchedOn(draftOf(inventoryOf())));
  });

  it('declares what is there: judged by it, nothing of that is drift', () => {
    const { inventory } = driftedBakery;
    const claimed = {
      ...inventory,
      systems: inventory.systems.filter(({ system }) => system !== 'unclaimed'),
    };
    expect(foundUnder(driftedBakery.policy, claimed)).not.toEqual([]);
    expect(foundUnder(policyOf(draftOf(claimed)), claimed)).toEqual([]);
  });

  it('is the same whatever order people and systems of one kind were read in', () => {
    const turned = aSystem({ ...crm, people: crm.people.toReversed() });
    expect(draftOf(inventoryOf(turned, office), { organization: 'Sweet: Crumb', country: 'US' })).toBe(text);
  });
});

describe('files that no export is recognised by', () => {
  const lists = aSystem({
    system: 'files',
    connector: 'exports',
    fields: [
      aField('mail', 'user.contact.email', { object: 'drive/orders.xlsx#2' }),
      aField('price', 'none', { object: 'drive/prices.csv' }),
    ],
    receipts: [aReceipt('records', { object: 'drive/broken.csv', status: 'failed' })],
  });
  const files = new Map([
    ['files', ['drive/broken.csv', 'drive/orders.xlsx', 'drive/prices.csv'].map(asItStands)],
  ]);

  it('are named if they hold personal data, and only then', () => {
    expect([...policyOf(draftOf(inventoryOf(lists), { files })).systems]).toMatchObject([
      ['files', { connector: 'exports', files: ['drive/orders.xlsx'] }],
    ]);
  });

  it('are named by their path where they are known without the date in it (E20)', () => {
    const list = aSystem({
      system: 'files',
      connector: 'exports',
      fields: [aField('mail', 'user.contact.email', { object: 'drive/orders.csv' })],
    });
    const dated = new Map([['files', [{ path: 'drive/orders 2026-11-01.csv', object: 'drive/orders.csv' }]]]);
    expect(policyOf(draftOf(inventoryOf(list), { files: dated })).systems.get('files')?.files).toEqual([
      'drive/orders 2026-11-01.csv',
    ]);
  });

  it('are named if they list people', () => {
    const team = aSystem({ system: 'newsletter', connector: 'mailchimp', people: [aPerson('a@x.example')] });
    const named = policyOf(
      draftOf(inventoryOf(team), { files: new Map([['newsletter', [asItStands('mailchimp/team.csv')]]]) }),
    );
    expect(named.systems.get('newsletter')?.files).toEqual(['mailchimp/team.csv']);
  });

  it('need no system of their own if none of them is about people', () => {
    const prices = aSystem({ ...lists, fields: lists.fields.filter(({ category }) => category === 'none') });
    expect(policyOf(draftOf(inventoryOf(prices), { files })).systems.size).toBe(0);
  });

  it.each([
    'drive/catering list 2023 (old).xlsx',
    'drive/[draft] a{b}*?.csv',
    '!important.csv',
    'C:list.csv',
    'two  spaces \t.csv',
    ' starts.csv',
    `${'deep/'.repeat(80)}list.csv`,
    'Kunden, März: "neu" #1.csv',
  ])('are meant by their pattern: %j', (path) => {
    const [claimed, other] = [path, 'other/zzz.csv'].map((file) =>
      claimFile(
        policyOf(
          `plumbline: 1\norganization: x\nsystems:\n  files: { connector: exports, files: [${JSON.stringify(patternFor(path))}] }\ndata: []\n`,
        ),
        { path: file, recognised: null },
      ),
    );
    expect(claimed).toMatchObject({ claimed: true, system: 'files' });
    expect(other).toMatchObject({ claimed: false });
  });
});

describe('hostile names', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'null',
      '~',
      '- x',
      'a: b',
      '#c',
      '{d}',
      '[e',
      '"',
      "'",
      '&f',
      '*g',
      '!h',
      '|',
      '>',
      '%',
      '@i',
      '`',
      '?',
      'yes',
      '1',
      '\n- x',
      'a,b',
      'x\r\n#y',
    ),
  );
  const fields = fc.array(
    fc.record({
      object: anyText.map((text) => `f${text}`),
      name: anyText,
      label: anyText,
      category: fc.constantFrom(...categories),
      confidence: fc.constantFrom(0.3, 0.9),
    }),
    { maxLength: 4 },
  );
  const person = fc.record({
    identifier: fc.oneof(
      anyText,
      anyText.map((text) => `${text}@x.example`),
    ),
    role: anyText,
    level: fc.constantFrom('viewer', 'member', 'admin', 'unknown'),
  });
  const app = fc.record({
    name: anyText,
    clientId: fc.option(anyText),
    scopes: fc.array(anyText, { maxLength: 2 }),
  });

  it('change nothing: the draft is a policy, on and off, and declares what it can name', () => {
    fc.assert(
      fc.property(
        fields,
        fc.array(person, { maxLength: 3 }),
        fc.array(app, { maxLength: 2 }),
        anyText,
        (some, people, apps, name) => {
          const inventory = inventoryOf(
            aSystem({
              fields: some.map((field) => aField(field.name, field.category, field)),
              people: people.map((one) => aPerson(one.identifier, one)),
            }),
            anOffice({ apps: apps.map((one) => anApp(one.name, one)) }),
          );
          const text = draftOf(inventory, {
            organization: name,
            files: new Map([['crm', some.map(({ object }) => asItStands(object))]]),
          });
          policyOf(switchedOn(text));
          if (
            ![...people.map(({ identifier }) => identifier), ...apps.map((one) => one.name)].every(isNameable)
          )
            return;
          expect(foundUnder(policyOf(text), inventory)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

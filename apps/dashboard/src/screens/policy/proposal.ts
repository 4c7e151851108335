import type { components } from '../../api/openapi-types.js';
import { listed } from '../../words/counted.js';
import { policyWords } from '../../words/policy.js';
import { textOf, textsOf, valueAt } from './form/page.js';
import type { Edit, Value } from './text/value.js';

type Finding = components['schemas']['FindingWhole'];
type Page = Readonly<Record<string, Value>>;

/** A change after which the policy would agree with what was found; without edits only where to look. */
export interface Proposal {
  /** The section that it is in. */
  readonly section: string;
  readonly sentence: string | null;
  readonly edits: readonly Edit[];
}

const words = policyWords.proposals;

/** How the policy would have to be for a finding to be none. `today`: YYYY-MM-DD. */
export function proposalFor(
  finding: Finding,
  page: Page,
  titles: ReadonlyMap<string, string>,
  today: string,
): Proposal {
  const { rule, system, subject } = finding;
  const [family = ''] = rule.split('.');
  const elsewhere = { section: SECTIONS[family] ?? 'data', sentence: null, edits: [] };
  const categories = [...texts(finding, 'category'), ...texts(finding, 'categories')];
  const named = listed(categories.map((category) => titles.get(category) ?? category));
  switch (rule) {
    case 'field.undeclared':
    case 'field.wrong-system':
    case 'field.sensitive':
    case 'field.new':
      if (system === null || categories.length === 0) return elsewhere;
      return {
        section: 'data',
        sentence: words.allow(named, system),
        edits: categories.map((category) => allowing(page, category, system)),
      };
    case 'field.missing':
      if (system === null) return elsewhere;
      return {
        section: 'data',
        sentence: words.notThere(named, system),
        edits: categories.flatMap((category) => forbidding(page, category, system)),
      };
    case 'access.undeclared-person':
      if (!subject.includes('@')) return elsewhere;
      return {
        section: 'people',
        sentence: words.person(subject),
        edits: [{ kind: 'add', path: ['people'], value: { email: subject } }],
      };
    case 'app.undeclared':
    case 'app.ai':
    case 'app.excess-scope':
    case 'app.new':
      return { section: 'apps', sentence: words.app(subject), edits: appAsItIs(finding, page) };
    case 'vendor.unvetted':
    case 'vendor.undeclared-payee':
      if (indexOf(page['vendors'], 'name', subject) >= 0) return elsewhere;
      return {
        section: 'vendors',
        sentence: words.vendor(subject),
        edits: [{ kind: 'add', path: ['vendors'], value: { name: subject } }],
      };
    case 'program.policy-review':
      return {
        section: 'duties',
        sentence: words.reviewed,
        edits: [{ kind: 'set', path: ['reviewed'], value: today }],
      };
    case 'program.audit':
      return {
        section: 'duties',
        sentence: words.audited,
        edits: [{ kind: 'set', path: ['audit', 'last'], value: today }],
      };
    default:
      return elsewhere;
  }
}

const SECTIONS: Readonly<Record<string, string>> = {
  field: 'data',
  purpose: 'systems',
  access: 'access',
  app: 'apps',
  retention: 'retention',
  consent: 'consent',
  vendor: 'vendors',
  program: 'duties',
};

function allowing(page: Page, category: string, system: string): Edit {
  const index = indexOf(page['data'], 'category', category);
  if (index < 0) return { kind: 'add', path: ['data'], value: { category, in: [system] } };
  const path = ['data', index, 'in'];
  const there = textsOf(valueAt(page, path));
  return { kind: 'set', path, value: [...there.filter((one) => one !== system), system] };
}

function forbidding(page: Page, category: string, system: string): readonly Edit[] {
  const index = indexOf(page['data'], 'category', category);
  if (index < 0) return [];
  const path = ['data', index, 'in'];
  const rest = textsOf(valueAt(page, path)).filter((one) => one !== system);
  return [rest.length === 0 ? { kind: 'remove', path: ['data', index] } : { kind: 'set', path, value: rest }];
}

function appAsItIs({ subject, system, evidence }: Finding, page: Page): readonly Edit[] {
  const { apps } = page;
  const client = typeof evidence['client_id'] === 'string' ? evidence['client_id'] : '';
  const scopes = Array.isArray(evidence['scopes'])
    ? evidence['scopes'].filter((one) => typeof one === 'string')
    : null;
  const byId = client === '' ? -1 : indexOf(apps, 'client_id', client);
  const index = byId < 0 ? indexOf(apps, 'name', subject) : byId;
  if (index >= 0)
    return scopes === null ? [] : [{ kind: 'set', path: ['apps', index, 'scopes'], value: scopes }];
  const value = {
    name: subject,
    ...(client !== '' && { client_id: client }),
    ...(system !== null && { systems: [system] }),
    ...(scopes !== null && { scopes }),
  };
  return [{ kind: 'add', path: ['apps'], value }];
}

function indexOf(list: Value | undefined, key: string, wanted: string): number {
  return Array.isArray(list)
    ? list.findIndex((one: Value) => textOf(valueAt(one, [key])).toLowerCase() === wanted.toLowerCase())
    : -1;
}

function texts({ evidence }: Finding, name: string): readonly string[] {
  const value = evidence[name];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

import type { FindingWhole } from '../../../api/shapes.js';
import { listed } from '../../../words/counted.js';
import { policyWords } from '../../../words/policy.js';
import { UNCLAIMED } from '../../../words/systems.js';
import { appAsItIs } from './app-as-it-is.js';
import { lettingIn, raising } from './granted-access.js';
import { allowing, forbidding, usedFor } from './kept-data.js';
import { placeOf, textsIn } from './on-the-page.js';
import type { Page, Proposal } from './proposal.js';

const words = policyWords.proposals;

/** How the policy would have to be for a finding to be none. `today`: YYYY-MM-DD. */
export function proposalFor(
  finding: FindingWhole,
  page: Page,
  titles: ReadonlyMap<string, string>,
  today: string,
): Proposal {
  const { rule, system } = finding;
  const [family = ''] = rule.split('.');
  const proposed =
    system === null || system === UNCLAIMED
      ? ofTheBusiness(finding, page, today)
      : ofASystem(finding, page, { system, titles });
  const section = proposed?.section ?? SECTIONS[family] ?? 'data';
  return { section, sentence: proposed?.sentence ?? null, edits: proposed?.edits ?? [] };
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

interface InSystem {
  readonly system: string;
  readonly titles: ReadonlyMap<string, string>;
}

function ofASystem(finding: FindingWhole, page: Page, { system, titles }: InSystem): Proposal | null {
  const { rule, subject, evidence } = finding;
  const categories = [...textsIn(evidence['category']), ...textsIn(evidence['categories'])];
  const named = listed(categories.map((category) => titles.get(category) ?? category));
  switch (rule) {
    case 'field.undeclared':
    case 'field.wrong-system':
    case 'field.sensitive':
    case 'field.new':
      if (categories.length === 0) return null;
      return {
        section: 'data',
        sentence: words.allow(named, system),
        edits: allowing(page, { categories, system, fields: textsIn(evidence['fields']) }),
      };
    case 'field.missing':
      return {
        section: 'data',
        sentence: words.notThere(named, system),
        edits: forbidding(page, categories, system),
      };
    case 'purpose.mismatch':
      return usedFor(page, system, textsIn(evidence['collected_for']));
    case 'access.undeclared-person':
      return lettingIn(page, { who: subject, system, level: textsIn(evidence['level'])[0] });
    case 'access.excess-role':
      return raising(page, { who: subject, system, level: textsIn(evidence['level'])[0] });
    case 'app.ai':
      return aiApp(finding, page);
    case 'app.undeclared':
    case 'app.excess-scope':
    case 'app.new':
      return { section: 'apps', sentence: words.app(subject), edits: appAsItIs(finding, page) };
    default:
      return null;
  }
}

/** Nobody but its vendor can say what would make the finding go. */
function aiApp(finding: FindingWhole, page: Page): Proposal {
  const [vendor = finding.subject] = textsIn(finding.evidence['vendor']);
  return {
    section: 'apps',
    sentence: words.aiApp(finding.subject, vendor),
    edits: [...appAsItIs(finding, page, vendor), ...(vendorNamed(page, vendor)?.edits ?? [])],
  };
}

function ofTheBusiness(finding: FindingWhole, page: Page, today: string): Proposal | null {
  const { rule, subject, evidence } = finding;
  const done = (sentence: string, path: readonly (string | number)[]): Proposal => ({
    section: path[0] === 'vendors' ? 'vendors' : 'duties',
    sentence,
    edits: [{ kind: 'set', path, value: today }],
  });
  const vendor = placeOf(page['vendors'], 'name', subject);
  switch (rule) {
    case 'vendor.unvetted':
      return vendor < 0
        ? vendorNamed(page, subject, today)
        : done(words.checked(subject), ['vendors', vendor, 'vetted']);
    case 'vendor.undeclared-payee':
      return vendorNamed(page, subject);
    case 'program.vetting':
      return vendor < 0 ? null : done(words.checked(subject), ['vendors', vendor, 'vetted']);
    case 'program.policy-review':
      return done(words.reviewed, ['reviewed']);
    case 'program.audit':
      return done(words.audited, ['audit', 'last']);
    case 'program.training': {
      const attended = [...textsIn(evidence['overdue']), ...textsIn(evidence['due'])];
      return {
        section: 'duties',
        sentence: words.trained(attended),
        edits: [{ kind: 'add', path: ['training', 'sessions'], value: { held: today, attended } }],
      };
    }
    default:
      return null;
  }
}

function vendorNamed(page: Page, name: string, vetted?: string): Proposal | null {
  if (placeOf(page['vendors'], 'name', name) >= 0) return null;
  return {
    section: 'vendors',
    sentence: vetted === undefined ? words.vendor(name) : words.vendorChecked(name),
    edits: [{ kind: 'add', path: ['vendors'], value: { name, ...(vetted !== undefined && { vetted }) } }],
  };
}

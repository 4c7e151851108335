import type { Inventory } from '../engine/inventory.js';
import { appLines, draftedApps } from './draft-apps.js';
import { dataLines, questionLines } from './draft-data.js';
import type { NamedFile } from './draft-files.js';
import { gapLines } from './draft-gaps.js';
import { accessLines, draftedPeople, type DraftedPerson, peopleLines } from './draft-people.js';
import { draftedSystems, type DraftedSystem, systemLines } from './draft-systems.js';
import { policyText, scalar } from './draft-text.js';
import { vendorLines } from './draft-vendors.js';
import { mailboxProviders } from './parse/mailbox-providers.js';
import { domain } from './parse/policy-values.js';

export interface DraftOptions {
  /** Null: not said. */
  readonly organization: string | null;
  /** Two letters; null: not said. */
  readonly country: string | null;
  /** Files of no known export, by the system they were given to, relative to the exports folder. */
  readonly files: ReadonlyMap<string, readonly NamedFile[]>;
}

/**
 * A policy that declares what is there, for the owner to strike out instead of writing: names of fields, files, people
 * and apps, and counts; never a customer's value. Judged by it, the same exports have no undeclared field, person or
 * app. What no export tells (purposes, terms, answers of vendors) stands in it switched off.
 */
export function draftPolicy(inventory: Inventory, options: DraftOptions): string {
  const systems = draftedSystems(inventory, options.files);
  const people = draftedPeople(systems);
  const apps = draftedApps(systems);
  const vendors = vendorLines(systems, apps);
  const sections = [
    [...header(inventory), ...gapLines(inventory, systems)],
    business(options, people),
    [...heading('Where customer data is'), ...SYSTEMS, ...systemLines(systems)],
    PURPOSES,
    [...heading('What is there'), ...DATA, ...dataLines(systems)],
    questions(questionLines(systems)),
    [...heading('Who has access'), ...(people.length > 0 ? [...PEOPLE, ...peopleLines(people)] : NO_PEOPLE)],
    people.length > 0 ? [...ACCESS, ...accessLines(people)] : [],
    [...heading('Apps'), ...(apps.length > 0 ? [...APPS, ...appLines(apps, systems)] : NO_APPS)],
    [...heading('For how long'), ...retention(systems)],
    [...heading('Whom you trust with it'), ...(vendors.length > 0 ? [...VENDORS, ...vendors] : NO_VENDORS)],
    [...heading('Keeping it true'), ...DUTIES],
  ];
  const written = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${written.join('\n\n')}\n`;
}

function header({ asOf }: Inventory): readonly string[] {
  return [
    `## A draft of your data policy, made from your exports on ${asOf}. It says what is there, not what should be.`,
    '## Go through it and strike out: delete every line that you can not give a reason for. What you delete here and',
    '## leave in your tools, the next scan reports.',
    '##',
    '##   Lines with ## explain, and so does what stands behind a # on a line. They change nothing.',
    '##   Lines that begin with one # are switched off. To use one, delete that # and complete the line.',
    '##   Check the page at any time:  npx --no-install plumbline policy check policy.yaml',
  ];
}

function heading(title: string): readonly string[] {
  return [`## ---- ${title} ${'-'.repeat(Math.max(4, 105 - title.length))}`];
}

function business(
  { organization, country }: DraftOptions,
  people: readonly DraftedPerson[],
): readonly string[] {
  const name = organization === null ? null : policyText(organization);
  const own = ownDomain(people);
  return [
    'plumbline: 1',
    name === null ? 'organization: My business # the name of your business' : `organization: ${scalar(name)}`,
    '#owner:                # the address of the person who answers for this page',
    country === null ? '#country:              # two letters, such as US' : `country: ${scalar(country)}`,
    '#time_zone:            # such as America/New_York',
    '## Your own e-mail addresses end in this. People with such an address are staff, not customers.',
    `#domains: [${own === null ? '' : scalar(own)}]`,
  ];
}

/** Where most of the people with access have their address, unless anybody can have one there. A suggestion. */
function ownDomain(people: readonly DraftedPerson[]): string | null {
  const domains = people.flatMap(({ address }) => address?.split('@').at(-1) ?? []);
  const counts = [...Map.groupBy(domains, (name) => name)]
    .filter(([name]) => !mailboxProviders.has(name) && domain().safeParse(name).success)
    .toSorted(([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1));
  return counts[0]?.[0] ?? null;
}

function questions(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [
    '## Plumbline is not sure what these fields hold. Switch on a line and write the right category, or "none" for nothing',
    '## about a person.',
    '#classify:',
    ...lines,
  ];
}

function retention(systems: readonly DraftedSystem[]): readonly string[] {
  const books = systems.find(({ connector }) => connector === 'quickbooks')?.system;
  const longer =
    books === undefined ? '' : `, longer: [{ system: ${books}, keep: 7 years, because: tax records }]`;
  return [
    '## No export says how long you need it. Customers have bought something; leads have not.',
    '#retention:',
    `#  - { subjects: customers, keep: 24 months, after: last_purchase${longer} }`,
    '#  - { subjects: leads, keep: 12 months, after: last_activity }',
  ];
}

const SYSTEMS = [
  '## One entry per place that was recognised. The names are yours to change; change them on the rest of the page too.',
];

const PURPOSES = [
  '## What do you use it for? Name your purposes; then add them to the systems above as purposes: [...] and to the data',
  '## below as for: [...].',
  '#purposes:',
  '#  order_fulfilment: { why: to take and deliver orders, basis: contract }',
  '#  marketing_email: { why: to send the newsletter, basis: consent }',
];

const DATA = [
  '## One entry per kind of data, where it was found, and how full the fields are. Sensitive kinds come first.',
  '## If an entry lists a place that does not need it, take that place out of in: [...].',
];

const PEOPLE = [
  '## Everybody who can log in somewhere, and as what. "also" are other names of the same person.',
];

const NO_PEOPLE = [
  '## No list of people was among the exports, so nothing is judged by it.',
  '#people:',
  '#  - { email: maria@mybusiness.example, roles: [owner] }',
];

const ACCESS = [
  '## What each role opens: viewer (looks), member (works), admin (changes settings and people). It is what the logins have',
  '## today; give people fewer roles, or join roles under names of your own.',
];

const APPS = ['## Apps that have access, and what they may reach today.'];

const NO_APPS = [
  '## No list of apps with access was among the exports, or there is none.',
  '#apps:',
  '#  - { name: Zapier, vendor: Zapier, scopes: [drive.readonly] }',
];

const VENDORS = [
  '## The companies that hold your data today. Ask them, and write down what they say; until then the report says that',
  '## nobody has checked them.',
];

const NO_VENDORS = [
  '## The companies behind your tools, and what they answered.',
  '#vendors:',
  '#  - name: Mailchimp',
];

const DUTIES = ['#reviewed:             # the day you went through this page', '#review_every: 3 months'];

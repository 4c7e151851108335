import type { Policy, PolicyVendor } from '#rules/policy/policy.js';
import { addTerm } from '#rules/policy/term.js';
import { toolTitle } from '../../model/tool-words.js';
import { shortDay } from '../../model/words.js';
import { cell, gaps, table, type Cell, type DocumentSection } from '../document-part.js';
import { allOf } from './policy-words.js';
import { countryName } from './who-we-are.js';

const COLUMNS = [
  'Vendor',
  'Provides',
  'Our data stays ours',
  'Trains AI for others',
  'Shares statistics',
  'Deletes when asked',
  'Checked',
  'Agreement',
];

/** The companies that come near the data, what they answered and what was agreed. */
export function whomWeTrust(policy: Policy): DocumentSection {
  return {
    heading: 'Whom we trust with it',
    parts: [
      ...table(
        COLUMNS,
        policy.vendors.map((vendor) => rowOf(policy, vendor)),
      ),
      ...gaps([unnamedVendors(policy), vendorsNowhere(policy)]),
    ],
  };
}

function unnamedVendors({ vendors, systems }: Policy): string | null {
  const named = new Set(vendors.flatMap((vendor) => [vendor.name.toLowerCase(), ...vendor.systems]));
  const unnamed = [...systems].filter(
    ([system, { connector }]) =>
      connector !== 'exports' && !named.has(system) && !named.has(toolTitle(connector).toLowerCase()),
  );
  return unnamed.length === 0
    ? null
    : `This policy says nothing of the vendors behind ${allOf(unnamed.map(([system]) => system))}.`;
}

function vendorsNowhere({ vendors }: Policy): string | null {
  const nowhere = vendors.filter(({ country }) => country === null).map(({ name }) => name);
  const keep = nowhere.length === 1 ? 'keeps' : 'keep';
  return nowhere.length === 0 ? null : `It does not say in which country ${allOf(nowhere)} ${keep} the data.`;
}

function rowOf(policy: Policy, vendor: PolicyVendor): Cell[] {
  const apps = policy.apps
    .filter((app) => app.vendor === vendor.name)
    .map(({ name: app }) => (app === vendor.name ? 'its app' : `the app ${app}`));
  const { name, country, transfer, systems, answers, vetted, vetEvery, dpa } = vendor;
  const place = [country === null ? null : countryName(country), transfer].filter((part) => part !== null);
  return [
    cell(name, place.join(', ')),
    cell(allOf([...systems, ...apps]) || 'not said'),
    said(answers.data_stays_ours),
    answers.trains_shared_ai === 'opted_out'
      ? cell('opted out', answers.opted_out_on === null ? '' : shortDay(answers.opted_out_on))
      : said(answers.trains_shared_ai),
    said(answers.shares_aggregated_data),
    said(answers.deletion_on_request),
    vetted === null
      ? cell('never')
      : cell(shortDay(vetted), vetEvery === null ? '' : `again by ${shortDay(addTerm(vetted, vetEvery))}`),
    dpa === null || dpa.signed === null
      ? cell('none')
      : cell(shortDay(dpa.signed), dpa.expires === null ? '' : `ends ${shortDay(dpa.expires)}`),
  ];
}

function said(answer: boolean | null): Cell {
  return cell(answer === null ? 'no answer' : answer ? 'yes' : 'no');
}

import type { Policy, PolicyApp, PolicyVendor } from '#rules/policy/policy.js';
import { addTerm } from '#rules/policy/term.js';
import { toolTitle } from '../../model/tool-words.js';
import { dayInWords } from '../../model/words.js';
import { cell, gaps, table, text, type Cell, type DocumentSection } from '../document-part.js';
import { allOf, sentenceStart } from './policy-words.js';
import { countryName } from './who-we-are.js';

/** The companies and apps that come near the data, what they answered and what was agreed. */
export function whomWeTrust(policy: Policy): DocumentSection {
  const { vendors, apps, missingSections } = policy;
  const appsAreSaid = !missingSections.includes('apps');
  return {
    heading: 'Whom we trust with it',
    parts: [
      ...(vendors.length === 0
        ? []
        : [
            table(
              ['Vendor', 'Provides', 'Answers', 'Checked', 'Agreement'],
              vendors.map((vendor) => vendorRow(policy, vendor)),
            ),
          ]),
      ...(apps.length === 0 ? [] : [table(['App', 'Reaches', 'Rights'], apps.map(appRow))]),
      ...(appsAreSaid ? [text(`No ${apps.length === 0 ? '' : 'other '}app may reach our tools.`)] : []),
      ...gaps([
        unnamedVendors(policy),
        vendorsNowhere(policy),
        appsAreSaid ? null : 'It does not say which apps may reach our tools.',
      ]),
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

function vendorRow(policy: Policy, vendor: PolicyVendor): Cell[] {
  const apps = policy.apps.filter((app) => app.vendor === vendor.name).map((app) => `the app ${app.name}`);
  const { name, country, transfer, systems, vetted, vetEvery, dpa, evidence } = vendor;
  const place = [country === null ? null : countryName(country), transfer].filter((part) => part !== null);
  return [
    cell(name, place.join(', ')),
    cell(allOf([...systems, ...apps]) || 'not said'),
    cell(answersOf(vendor), evidence === null ? '' : `see ${evidence}`),
    vetted === null
      ? cell('never')
      : cell(
          dayInWords(vetted),
          vetEvery === null ? '' : `again by ${dayInWords(addTerm(vetted, vetEvery))}`,
        ),
    dpa === null || dpa.signed === null
      ? cell('none')
      : cell(dayInWords(dpa.signed), dpa.expires === null ? '' : `ends ${dayInWords(dpa.expires)}`),
  ];
}

function answersOf({ answers }: PolicyVendor): string {
  const training = answers.trains_shared_ai;
  const optOut = `we opted out of AI training${answers.opted_out_on === null ? '' : ` on ${dayInWords(answers.opted_out_on)}`}`;
  const questions: [topic: string, answer: string | null][] = [
    ['whose data it is', said(answers.data_stays_ours, 'our data stays ours', 'our data does not stay ours')],
    [
      'AI training',
      training === 'opted_out' ? optOut : said(training, 'trains AI for others', 'trains no AI for others'),
    ],
    ['statistics', said(answers.shares_aggregated_data, 'shares statistics', 'shares no statistics')],
    ['deletion', said(answers.deletion_on_request, 'deletes when asked', 'does not delete when asked')],
  ];
  const given = questions.flatMap(([, answer]) => answer ?? []);
  const open = questions.filter(([, answer]) => answer === null).map(([topic]) => topic);
  if (given.length === 0) {
    return 'Has not answered yet';
  }
  return sentenceStart([...given, ...(open.length === 0 ? [] : [`no answer on ${allOf(open)}`])].join('; '));
}

function said(answer: boolean | null, yes: string, no: string): string | null {
  return answer === null ? null : answer ? yes : no;
}

function appRow({ name, vendor, systems, scopes }: PolicyApp): Cell[] {
  const rights = scopes === null ? 'not said' : scopes.length === 0 ? 'signing in only' : allOf(scopes);
  return [
    cell(name, vendor === null || vendor === name ? '' : `by ${vendor}`),
    cell(allOf(systems) || 'not said'),
    cell(rights),
  ];
}

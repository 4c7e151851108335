import type { Inventory } from '#rules/engine/inventory.js';
import { vendorsInUse, type VendorInUse } from '#rules/catalog/vendor/vendors-in-use.js';
import type { Policy, PolicyVendor } from '#rules/policy/policy.js';
import { addTerm } from '#rules/policy/term.js';
import { dayInWords } from '../../model/words.js';
import { allOf } from '../policy-sections/policy-words.js';
import { questionsTo, type VendorQuestion } from './vendor-questions.js';

/** What is to be asked of one vendor, and what is known. */
export interface VendorQuestionnaire {
  readonly vendor: string;
  /** "crm and the app Zapier" */
  readonly usedFor: string;
  readonly questions: readonly VendorQuestion[];
  /** When it was last asked; null: never. */
  readonly askedOn: string | null;
  /** It has to be asked again by this day; null: the policy does not say. */
  readonly againBy: string | null;
  /** What else is to be asked for: the agreement, the country. */
  readonly requests: readonly string[];
  /** What the answers would complete, for the business itself. */
  readonly missing: readonly string[];
}

/**
 * A questionnaire for every vendor in use: those of the policy, of its systems and apps, and, where a scan is known, of
 * the apps it found.
 */
export function vendorQuestionnaires(
  policy: Policy,
  inventory: Inventory | null,
  asOf: string,
): readonly VendorQuestionnaire[] {
  // Without a list of vendors there is all the more to ask.
  const asked: Policy = {
    ...policy,
    missingSections: policy.missingSections.filter((one) => one !== 'vendors'),
  };
  const inUse = vendorsInUse({ policy: asked, inventory: inventory ?? { asOf, systems: [] } });
  const keys = new Set(inUse.map(({ entry }) => entry));
  const others = policy.vendors.filter((entry) => !keys.has(entry));
  return [
    ...inUse.map((vendor) => questionnaireOf(vendor.name, vendor.entry, usedFor(vendor), asOf)),
    ...others.map((entry) => questionnaireOf(entry.name, entry, allOf(entry.systems), asOf)),
  ].toSorted((one, other) => (one.vendor < other.vendor ? -1 : one.vendor > other.vendor ? 1 : 0));
}

function usedFor({ name, systems, apps }: VendorInUse): string {
  return allOf([...systems, ...apps.map((app) => (app === name ? 'its app' : `the app ${app}`))]);
}

function questionnaireOf(
  vendor: string,
  entry: PolicyVendor | null,
  usedForWords: string,
  asOf: string,
): VendorQuestionnaire {
  const questions = questionsTo(vendor, entry);
  const open = questions.filter(({ known }) => known === null).map(({ topic }) => topic);
  const askedOn = entry?.vetted ?? null;
  return {
    vendor,
    usedFor: usedForWords,
    questions,
    askedOn,
    againBy: nextAsked(entry),
    requests: [...agreementRequest(entry, asOf), ...countryRequest(entry)],
    missing: [
      ...(entry === null ? ['an entry under vendors: in the policy'] : []),
      ...(askedOn === null ? ['the day on which it was checked'] : []),
      ...(open.length === 0 ? [] : [`answers on ${allOf(open)}`]),
      ...((entry?.dpa?.signed ?? null) === null ? ['a data processing agreement'] : []),
      ...((entry?.country ?? null) === null ? ['the country'] : []),
    ],
  };
}

function nextAsked(entry: PolicyVendor | null): string | null {
  const { vetted = null, vetEvery = null } = entry ?? {};
  return vetted === null || vetEvery === null ? null : addTerm(vetted, vetEvery);
}

function agreementRequest(entry: PolicyVendor | null, asOf: string): string[] {
  const { signed = null, expires = null } = entry?.dpa ?? {};
  if (signed === null)
    return [
      'We have no data processing agreement with you on file. Please send us yours, or tell us where we can sign it.',
    ];
  if (expires !== null && expires < asOf)
    return [
      `Our data processing agreement with you ended on ${dayInWords(expires)}. Please send us the one that holds now.`,
    ];
  return [];
}

function countryRequest(entry: PolicyVendor | null): string[] {
  return (entry?.country ?? null) === null
    ? [
        'In which countries do you, and those who work for you, keep our data? If it leaves ours, on what grounds in law?',
      ]
    : [];
}

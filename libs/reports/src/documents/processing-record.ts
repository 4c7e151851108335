import { sensitivityOf, titleOf } from '#connectors/contract/category.js';
import type { Policy, PolicyData, PolicyVendor } from '#rules/policy/policy.js';
import { systemTitle, toolTitle } from '../model/tool-words.js';
import { isVague } from '../model/vague-purpose.js';
import { howLongInWords } from './policy-sections/how-long.js';
import { allOf, basisInWords } from './policy-sections/policy-words.js';
import { countryName } from './policy-sections/who-we-are.js';

/** One line of the record of processing: what the business does with customer data, and for what (GDPR Art. 30(1)). */
export interface ProcessingActivity {
  /** The purpose as the policy names it; "" for data that is kept for no purpose that it says. */
  readonly activity: string;
  readonly purpose: string;
  readonly basis: string;
  readonly subjects: string;
  readonly categories: readonly string[];
  readonly sensitive: readonly string[];
  readonly systems: readonly string[];
  readonly access: string;
  readonly recipients: readonly string[];
  readonly transfers: string;
  readonly limits: string;
  readonly security: string;
  /** What the law asks for here and the policy does not say, each with the place to add it. */
  readonly missing: readonly string[];
}

/** Every purpose of the policy as an activity, and last what is kept for none. */
export function processingActivities(policy: Policy): readonly ProcessingActivity[] {
  const named = [...policy.purposes].map(([activity, { why, basis }]) => {
    const data = policy.data.filter(({ purposes }) => purposes.includes(activity));
    const missing = [
      ...(isVague(why) ? [`a purpose that says what is done (purposes: ${activity}: why:)`] : []),
      ...(basis === null ? [`what allows it in law (purposes: ${activity}: basis:)`] : []),
      ...(data.length === 0 ? [`the data that is used for it (data: for:)`] : []),
    ];
    return activityOf(policy, { activity, purpose: why, basis, data, missing });
  });
  const withoutPurpose = policy.data.filter(({ purposes }) => purposes.length === 0);
  if (withoutPurpose.length === 0) return named;
  const missing = ['what it is used for (data: for:)'];
  return [
    ...named,
    activityOf(policy, { activity: '', purpose: '', basis: null, data: withoutPurpose, missing }),
  ];
}

interface Named {
  readonly activity: string;
  readonly purpose: string;
  readonly basis: string | null;
  readonly data: readonly PolicyData[];
  readonly missing: readonly string[];
}

function activityOf(policy: Policy, { activity, purpose, basis, data, missing }: Named): ProcessingActivity {
  const systems = [...policy.systems.keys()].filter(
    (system) => data.some((entry) => entry.systems.includes(system)) && isFor(policy, system, activity),
  );
  const vendors = vendorsOf(policy, systems);
  const titles = (which: (sensitivity: string) => boolean) =>
    data.filter(({ category }) => which(sensitivityOf(category))).map(({ category }) => titleOf(category));
  return {
    activity,
    purpose,
    basis: basis === null ? '' : basisInWords(basis),
    subjects: allOf(policy.subjects),
    categories: titles((sensitivity) => sensitivity !== 'sensitive'),
    sensitive: titles((sensitivity) => sensitivity === 'sensitive'),
    systems: systems.map((system) => systemTitle(system, policy.systems.get(system)?.connector ?? null)),
    access: rolesWith(policy, systems),
    recipients: vendors.map(recipientInWords),
    transfers: transfersInWords(policy, vendors),
    limits: howLongInWords(policy).join(' '),
    security: allOf(policy.security),
    missing: [...missing, ...missingEverywhere(policy, systems, vendors)],
  };
}

/** A system that says what it is used for is used for nothing else. */
function isFor({ systems }: Policy, system: string, activity: string): boolean {
  const purposes = systems.get(system)?.purposes ?? null;
  return activity === '' || purposes === null || purposes.includes(activity);
}

/** A company that gets to see the data: one the policy names, or else the maker of a tool it names. */
type Recipient = Pick<PolicyVendor, 'name' | 'country' | 'transfer' | 'dpa'> & { readonly isNamed: boolean };

function vendorsOf(policy: Policy, systems: readonly string[]): readonly Recipient[] {
  const apps = policy.apps.filter((app) => app.systems.some((system) => systems.includes(system)));
  const named = policy.vendors.filter(
    (vendor) =>
      vendor.systems.some((system) => systems.includes(system)) ||
      apps.some((app) => (app.vendor ?? app.name) === vendor.name),
  );
  const covered = new Set(named.flatMap((vendor) => vendor.systems));
  const tools = systems.flatMap((system) => {
    const connector = policy.systems.get(system)?.connector ?? 'exports';
    return covered.has(system) || connector === 'exports' ? [] : [toolTitle(connector)];
  });
  return [
    ...named.map((vendor): Recipient => ({ ...vendor, isNamed: true })),
    ...[...new Set(tools)].map((name): Recipient => ({
      name,
      country: null,
      transfer: null,
      dpa: null,
      isNamed: false,
    })),
  ];
}

function recipientInWords({ name, country }: Recipient): string {
  return country === null ? name : `${name} (${countryName(country)})`;
}

function rolesWith({ access, people }: Policy, systems: readonly string[]): string {
  const roles = access
    .filter((entry) => [...entry.systems.keys()].some((system) => systems.includes(system)))
    .map(({ role }) => (role === 'everyone' ? `everyone (${people.length} people)` : role));
  return allOf([...new Set(roles)]);
}

/** Where the data leaves the country of the business, and on what grounds. */
function transfersInWords({ country }: Policy, vendors: readonly Recipient[]): string {
  const abroad = vendors.filter((vendor) => vendor.country !== null && vendor.country !== country);
  if (abroad.length > 0) {
    return abroad
      .map(
        ({ name, country: to, transfer }) =>
          `${name}: ${countryName(to ?? '')}, ${transfer ?? 'grounds not said'}`,
      )
      .join('; ');
  }
  const unknown = vendors.filter((vendor) => vendor.country === null);
  return unknown.length > 0 ? '' : 'none';
}

function missingEverywhere(
  policy: Policy,
  systems: readonly string[],
  vendors: readonly Recipient[],
): string[] {
  const { controller, subjects, retention, security, country } = policy;
  const nowhere = vendors.filter((vendor) => vendor.country === null).map(({ name }) => name);
  const groundless = vendors.filter(
    (vendor) => vendor.country !== null && vendor.country !== country && vendor.transfer === null,
  );
  const unnamed = vendors.filter(({ isNamed }) => !isNamed).map(({ name }) => name);
  const withoutAgreement = vendors.filter(
    ({ isNamed, dpa }) => isNamed && (dpa === null || dpa.signed === null),
  );
  return [
    ...(controller === null ? ['who answers in law for the data (controller:)'] : []),
    ...(controller !== null && controller.email === null
      ? ['where to reach who answers for it (controller: email:)']
      : []),
    ...(subjects.length === 0 ? ['whose data it is (subjects:)'] : []),
    ...(systems.length === 0 ? ['where it is kept (data: in:)'] : []),
    ...(unnamed.length === 0 ? [] : [`the vendors ${allOf(unnamed)} (vendors:)`]),
    ...(nowhere.length === 0 ? [] : [`the country of ${allOf(nowhere)} (vendors: country:)`]),
    ...(groundless.length === 0
      ? []
      : [`what allows the transfer to ${allOf(groundless.map(({ name }) => name))} (vendors: transfer:)`]),
    ...(withoutAgreement.length === 0
      ? []
      : [`the agreement with ${allOf(withoutAgreement.map(({ name }) => name))} (vendors: dpa:)`]),
    ...(retention.length === 0 ? ['for how long it is kept (retention:)'] : []),
    ...(security.length === 0 ? ['how it is kept safe (security:)'] : []),
  ];
}

import type { SystemInventory } from '../../engine/inventory.js';
import type { ReadFrom, RuleInput, Violation } from '../../engine/rule.js';
import { comparableName } from '../../policy/comparable-name.js';
import type { PolicyVendor } from '../../policy/policy.js';
import { vendorNamed, type Vendor } from '../../vendors/known-vendor.js';
import { toolOf } from '../../vendors/tools.js';
import { appGrants, isOurName } from '../app/grants.js';
import { wholeResource } from '../reading.js';
import { sortedOnce } from '../wording.js';
import { vendorOfAppNamed, vendorOfDeclared } from './app-vendor.js';
import { recordOf } from './vendor-record.js';

/** Why a vendor is in use: it runs a system, made an app, or stands in the policy's own list. */
interface Proof {
  readonly vendor: Vendor;
  readonly entry: PolicyVendor | null;
  readonly system: string | null;
  readonly app: string | null;
  /** A grant that works now: a connection, or an app that was found. An exported file is a snapshot, not a grant. */
  readonly isLive: boolean;
  /** Null where the proof rests on the policy alone. */
  readonly readFrom: ReadFrom | null;
}

/** A vendor that is judged, once, with all its proofs (E6, E18). */
export interface VendorInUse {
  readonly key: string;
  readonly name: string;
  readonly entry: PolicyVendor | null;
  readonly systems: readonly string[];
  readonly apps: readonly string[];
  readonly isLive: boolean;
  readonly readFrom: readonly ReadFrom[];
}

type Input = Pick<RuleInput, 'policy' | 'inventory'>;

/**
 * Connected systems, apps and catalogue matches only (E18): a flour supplier is not a software vendor. None where
 * the policy has no list of vendors to compare with (E36).
 */
export function vendorsInUse(input: Input): readonly VendorInUse[] {
  if (input.policy.missingSections.includes('vendors')) return [];
  const proofs = [
    ...ofSystems(input),
    ...ofEntriesNamingSystems(input),
    ...ofDeclaredApps(input),
    ...ofFoundApps(input),
    ...ofKnownEntries(input),
  ];
  return [...Map.groupBy(proofs, ({ entry, vendor }) => entry ?? vendor.key).values()]
    .map(judgedTogether)
    .toSorted((left, right) => (left.key < right.key ? -1 : 1));
}

/** Everything of a finding about a vendor but its words. */
export function aboutVendor(vendor: VendorInUse): Omit<Violation, 'title' | 'message' | 'remedy'> {
  return {
    system: null,
    connector: null,
    account: null,
    objectType: 'vendor',
    objectId: vendor.key,
    subject: vendor.name,
    readFrom: vendor.readFrom,
    evidence: { systems: vendor.systems, apps: vendor.apps },
    content: {},
  };
}

/** The vendor's own name, unless one entry speaks for several (Intuit for QuickBooks and Mailchimp). */
function judgedTogether(proofs: readonly Proof[]): VendorInUse {
  const entry = proofs.find((proof) => proof.entry)?.entry ?? null;
  const vendors = new Map(proofs.map(({ vendor }) => [vendor.key, vendor]));
  const known = [...vendors.values()].filter(({ isKnown }) => isKnown);
  const own = known.length === 1 ? known[0] : vendors.size === 1 ? [...vendors.values()][0] : undefined;
  const vendor = own ?? vendorNamed(entry?.name ?? '');
  return {
    key: vendor.key,
    name: entry?.name ?? vendor.name,
    entry,
    systems: sortedOnce(proofs.flatMap(({ system }) => (system === null ? [] : [system]))),
    apps: eachAppOnce(proofs.flatMap(({ app }) => (app === null ? [] : [app]))),
    isLive: proofs.some((proof) => proof.isLive),
    // Also where the policy alone would do: silence about an app must not make the finding look milder.
    readFrom: sortedOnce(proofs.flatMap(({ readFrom }) => (readFrom ? [readFrom.system] : []))).map(
      (system) => wholeResource(system, 'apps'),
    ),
  };
}

/** The policy may write an app in other letters than the tool does. */
function eachAppOnce(names: readonly string[]): readonly string[] {
  const spellings = Map.groupBy(sortedOnce(names), comparableName);
  return [...spellings.values()].flatMap(([first]) => first ?? []);
}

/** The vendors of the tools that the policy's systems run on; files of any origin have none (E33). */
function ofSystems({ policy, inventory }: Input): readonly Proof[] {
  return [...policy.systems].flatMap(([system, { connector }]) => {
    const name = toolOf(connector).vendor;
    if (name === null) return [];
    const vendor = vendorNamed(name);
    const entry = recordOf(policy, vendor, [system]);
    return [
      { vendor, entry, system, app: null, isLive: isConnected(system, inventory.systems), readFrom: null },
    ];
  });
}

function ofEntriesNamingSystems({ policy, inventory }: Input): readonly Proof[] {
  return policy.vendors.flatMap((named) => {
    const vendor = vendorNamed(named.name);
    const entry = recordOf(policy, vendor, []);
    return named.systems
      .filter((system) => policy.systems.has(system))
      .map((system) => ({
        vendor,
        entry,
        system,
        app: null,
        isLive: isConnected(system, inventory.systems),
        readFrom: null,
      }));
  });
}

function ofDeclaredApps({ policy }: Input): readonly Proof[] {
  return policy.apps
    .filter(({ name }) => !isOurName(name))
    .map((app) => {
      const vendor = vendorOfDeclared(app);
      const entry = recordOf(policy, vendor, []);
      return { vendor, entry, system: null, app: app.name, isLive: false, readFrom: null };
    });
}

/** Apps with a grant; where neither policy nor catalogue tells whose an app is, it stands for its maker (E33). */
function ofFoundApps({ policy, inventory }: Input): readonly Proof[] {
  const ofMakers = appGrants({ policy, inventory }).filter(({ app }) => app.isOwnKey !== true);
  return ofMakers.map(({ system, app, declared }) => {
    const vendor = declared ? vendorOfDeclared(declared) : vendorOfAppNamed(app.name);
    const entry = recordOf(policy, vendor, []);
    const readFrom = wholeResource(system.system, 'apps');
    return { vendor, entry, system: null, app: app.name, isLive: true, readFrom };
  });
}

/** An entry for a vendor that the catalogue knows is about software, whether or not it is connected. */
function ofKnownEntries({ policy }: Input): readonly Proof[] {
  return policy.vendors
    .map(({ name }) => vendorNamed(name))
    .filter(({ isKnown }) => isKnown)
    .map((vendor) => ({
      vendor,
      entry: recordOf(policy, vendor, []),
      system: null,
      app: null,
      isLive: false,
      readFrom: null,
    }));
}

function isConnected(name: string, systems: readonly SystemInventory[]): boolean {
  return systems.some(({ system, account }) => system === name && !account.startsWith('exports'));
}

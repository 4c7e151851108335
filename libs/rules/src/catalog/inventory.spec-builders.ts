import { sensitivityOf, type FieldCategory } from '#connectors/contract/category.js';
import type {
  Inventory,
  InventoryApp,
  InventoryField,
  InventoryNotes,
  InventoryPerson,
  InventoryReceipt,
  NoteKind,
  SystemInventory,
} from '../engine/inventory.js';
import type { Rule, RuleInput, Violation } from '../engine/rule.js';
import { emptyPolicy } from '../policy/policy.spec-builders.js';
import type { Policy, PolicyData, PolicySystem, PolicyVendor } from '../policy/policy.js';

/** The day of every test scan. */
export const AS_OF = '2026-11-24';

export function aField(
  name: string,
  category: FieldCategory,
  given: Partial<InventoryField> = {},
): InventoryField {
  return {
    object: 'contact',
    list: null,
    name,
    label: name,
    type: 'string',
    custom: true,
    category,
    sensitivity: sensitivityOf(category),
    confidence: 0.9,
    reason: 'The name says so.',
    records: 100,
    filled: 40,
    ...given,
  };
}

/** A column of a hundred notes, one more with each set of kinds: records 1, 2 ... */
export function aNotesColumn(...sets: readonly (readonly NoteKind[])[]): InventoryNotes {
  return {
    read: 100,
    found: sets.map((kinds) => ({ kinds, notes: 1 })),
    sample: sets.map((kinds, at) => ({ record: String(at + 1), kinds })),
  };
}

export function aPerson(identifier: string, given: Partial<InventoryPerson> = {}): InventoryPerson {
  return {
    identifier,
    role: 'Member',
    level: 'member',
    state: 'active',
    lastLogin: null,
    daysSinceLogin: null,
    secondFactor: null,
    ...given,
  };
}

export function anApp(name: string, given: Partial<InventoryApp> = {}): InventoryApp {
  return { name, clientId: null, scopes: ['calendar'], users: 1, access: 'unknown', ...given };
}

export function aReceipt(
  capability: InventoryReceipt['capability'],
  given: Partial<InventoryReceipt> = {},
): InventoryReceipt {
  const object = capability === 'fields' || capability === 'records' ? 'contact' : null;
  return {
    resource: object === null ? capability : `${object}.${capability}`,
    capability,
    object,
    list: null,
    status: 'complete',
    reason: null,
    read: 100,
    window: null,
    parts: [],
    ...given,
  };
}

/** A system read to the end, with a receipt for everything it holds; `crm` on HubSpot unless the test says otherwise. */
export function aSystem(given: Partial<SystemInventory> = {}): SystemInventory {
  const { fields = [], people = [], apps = [] } = given;
  const objects = Map.groupBy(fields, ({ object, list }) => JSON.stringify([object, list]));
  return {
    system: 'crm',
    connector: 'hubspot',
    account: 'exports',
    receipts: [
      ...[...objects.values()].flatMap(([field]) => {
        const { object = 'contact', list = null, records = 0 } = field ?? {};
        return [aReceipt('fields', { object, list }), aReceipt('records', { object, list, read: records })];
      }),
      ...(people.length > 0 ? [aReceipt('people')] : []),
      ...(apps.length > 0 ? [aReceipt('apps')] : []),
    ],
    fields,
    people,
    apps,
    ...given,
  };
}

export function anOffice(given: Partial<SystemInventory> = {}): SystemInventory {
  return aSystem({ system: 'office', connector: 'google-workspace', ...given });
}

export function inventoryOf(...systems: readonly SystemInventory[]): Inventory {
  return { asOf: AS_OF, systems };
}

/** A policy that says nothing but what the test gives it. */
export function aPolicy(given: Partial<Policy> = {}): Policy {
  return { ...emptyPolicy, ...given };
}

export function declared(
  category: PolicyData['category'],
  systems: readonly string[],
  given: Partial<PolicyData> = {},
): PolicyData {
  return { category, purposes: [], systems, fields: new Map(), ...given };
}

export function systemsOf(
  systems: Readonly<Record<string, Partial<PolicySystem> & Pick<PolicySystem, 'connector'>>>,
): Policy['systems'] {
  return new Map(
    Object.entries(systems).map(([name, system]) => [
      name,
      { purposes: null, files: [], connection: null, ...system },
    ]),
  );
}

export function aVendor(
  name: string,
  given: Partial<Omit<PolicyVendor, 'answers'>> & {
    readonly answers?: Partial<PolicyVendor['answers']>;
  } = {},
): PolicyVendor {
  return {
    name,
    systems: [],
    vetted: '2026-06-01',
    vetEvery: null,
    evidence: null,
    dpa: { signed: '2026-06-01', expires: null },
    country: null,
    transfer: null,
    ...given,
    answers: {
      data_stays_ours: true,
      trains_shared_ai: false,
      opted_out_on: null,
      shares_aggregated_data: false,
      deletion_on_request: true,
      ...given.answers,
    },
  };
}

/** What a rule says, all of it. */
export function judge(
  rule: Rule,
  input: Partial<RuleInput> & Pick<RuleInput, 'inventory'>,
): readonly Violation[] {
  return [...rule.evaluate({ policy: aPolicy(), baseline: null, ...input })];
}

/** What a rule found, by system and subject: enough for most tests. */
export function found(...given: Parameters<typeof judge>): readonly string[] {
  return judge(...given)
    .map(({ system, subject }) => (system === null ? subject : `${system}: ${subject}`))
    .toSorted();
}

import { titleOf } from '#connectors/contract/category.js';
import type { Inventory, InventoryApp, InventoryField, SystemInventory } from '#rules/engine/inventory.js';
import { comparableName } from '#rules/policy/comparable-name.js';
import { isDeclaredIn } from '#rules/policy/coverage.js';
import type { Policy } from '#rules/policy/policy.js';
import { systemTitle } from '../../model/tool-words.js';
import { counted, dayInWords } from '../../model/words.js';

/** Software or a field that was not there at the beginning of the quarter. */
export interface Newcomer {
  readonly what: 'System' | 'App' | 'Field';
  readonly name: string;
  readonly where: string;
  readonly isVetted: boolean;
  /** "In the policy; its vendor was checked on 11 May 2026." */
  readonly how: string;
}

/** Below this a verdict on a field is a question, not a finding. */
const SURE_ENOUGH = 0.5;

/** What came, in the order of the policy. Fields are those with personal data in them. */
export function newcomersBetween(start: Inventory, now: Inventory, policy: Policy): readonly Newcomer[] {
  const before = new Map(start.systems.map((system) => [system.system, system]));
  return now.systems.flatMap((system) => {
    const earlier = before.get(system.system);
    return [
      ...(earlier === undefined ? [newSystem(system, policy)] : []),
      ...system.apps
        .filter((app) => !earlier?.apps.some((known) => keyOfApp(known) === keyOfApp(app)))
        .map((app) => newApp(app, system, policy)),
      ...(earlier === undefined ? [] : fieldsNewIn(system, earlier, policy)),
    ];
  });
}

function keyOfApp({ clientId, name }: InventoryApp): string {
  return clientId ?? comparableName(name);
}

function newSystem({ system, connector }: SystemInventory, policy: Policy): Newcomer {
  const vendor = policy.vendors.find(({ systems }) => systems.includes(system));
  const isExport = connector === 'exports';
  return {
    what: 'System',
    name: systemTitle(system, connector),
    where: '',
    isVetted: policy.systems.has(system) && (isExport || (vendor?.vetted ?? null) !== null),
    how: inPolicy(policy.systems.has(system), isExport ? 'files' : (vendor?.vetted ?? null)),
  };
}

function newApp(app: InventoryApp, { system, connector }: SystemInventory, policy: Policy): Newcomer {
  const declared = policy.apps.find(
    ({ name, clientId, systems }) =>
      systems.includes(system) &&
      (clientId !== null && app.clientId !== null
        ? clientId === app.clientId
        : comparableName(name) === comparableName(app.name)),
  );
  const maker = declared?.vendor ?? declared?.name;
  const vetted = policy.vendors.find(({ name }) => name === maker)?.vetted ?? null;
  return {
    what: 'App',
    name: app.name,
    where: systemTitle(system, connector),
    isVetted: declared !== undefined && vetted !== null,
    how: inPolicy(declared !== undefined, vetted),
  };
}

function inPolicy(isNamed: boolean, vetted: string | null): string {
  if (!isNamed) return 'Not in the policy';
  if (vetted === 'files') return 'In the policy';
  return vetted === null
    ? 'In the policy; nobody has checked its vendor'
    : `In the policy; its vendor was checked on ${dayInWords(vetted)}`;
}

function fieldsNewIn(system: SystemInventory, earlier: SystemInventory, policy: Policy): readonly Newcomer[] {
  const known = new Set(earlier.fields.filter(({ filled }) => filled > 0).map(keyOfField));
  return system.fields
    .filter(
      (field) =>
        field.category !== 'none' &&
        field.confidence >= SURE_ENOUGH &&
        field.filled > 0 &&
        !known.has(keyOfField(field)),
    )
    .map((field): Newcomer => {
      const names = [field.name, field.label];
      const isVetted = isDeclaredIn(policy, system.system, field.category, names) === 'declared';
      const title = titleOf(field.category);
      return {
        what: 'Field',
        name: `${title}: ${field.label === '' ? field.name : field.label}`,
        where: systemTitle(system.system, system.connector),
        isVetted,
        how: `${isVetted ? 'In the policy' : 'Not in the policy'}; ${counted(field.filled, 'record')} with a value`,
      };
    });
}

function keyOfField({ object, list, name }: InventoryField): string {
  return JSON.stringify([object, list, name]);
}

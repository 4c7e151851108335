import { titleOf } from '#connectors/contract/category.js';
import { isFullyRead } from '#rules/catalog/reading.js';
import type { Inventory, InventoryApp } from '#rules/engine/inventory.js';
import { comparableName } from '#rules/policy/comparable-name.js';
import { declarationsOf } from '#rules/policy/coverage.js';
import type { Policy, PolicyApp } from '#rules/policy/policy.js';
import { aiAppNamed } from '#rules/vendors/ai-catalogue.js';
import { appsWithBreaks } from './broken-apps.js';
import { type DataMapCell, type DataMapState, dataMapOf } from './data-map.js';

/** What data is used for, what it is, where it lies, and which apps reach it there. */
export interface DataFlow {
  readonly purposes: readonly FlowPlace[];
  /** What an entry of the policy covers goes by that entry. */
  readonly categories: readonly FlowPlace[];
  readonly systems: readonly FlowPlace[];
  readonly apps: readonly (FlowPlace & { readonly ai: boolean })[];
  readonly links: readonly FlowLink[];
}

export interface FlowPlace {
  readonly id: string;
  readonly title: string;
}

/** From a purpose to a category (what the policy says), to a system, to an app. */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly state: DataMapState;
}

/** The way of data through the business, as declared and as found. `inventory`: with the person's words applied. */
export function dataFlowOf(
  inventory: Inventory,
  policy: Policy | null,
  baseline: Inventory | null = null,
): DataFlow {
  const kept = dataMapOf(inventory, policy, baseline).map((cell) => ({
    ...cell,
    category: entryOf(cell, policy),
  }));
  const apps = [
    ...grants(inventory, policy, baseline),
    ...(policy === null ? [] : notGranted(inventory, policy)),
  ];
  const links = [
    ...(policy === null ? [] : usesIn(policy)),
    ...kept.map((cell) => link(categoryId(cell.category), systemId(cell.system), cell.state)),
    ...apps.map(({ name, system, state }) => link(systemId(system), appId(name), state)),
  ];
  const named = new Set(links.flatMap(({ from, to }) => [from, to]));
  return {
    purposes: [...(policy?.purposes ?? [])].map(([name, { why }]) => ({ id: purposeId(name), title: why })),
    categories: places(kept.map(({ category }) => ({ id: categoryId(category), title: titleOf(category) }))),
    systems: places(
      [...inventory.systems.map(({ system }) => system), ...(policy?.systems.keys() ?? [])].map((system) => ({
        id: systemId(system),
        title: system,
      })),
    ).filter(({ id }) => named.has(id)),
    apps: places(apps.map(({ name }) => ({ id: appId(name), title: name }))).map((app) => ({
      ...app,
      ai: aiAppNamed(app.title) !== null,
    })),
    links: gravestOfEach(links),
  };
}

/** The closest entry of the policy that covers a kind of data, anywhere; else the kind itself. */
function entryOf({ category }: DataMapCell, policy: Policy | null): DataMapCell['category'] {
  if (policy === null) return category;
  const closest = declarationsOf(policy, category).toSorted(
    (a, b) => b.category.length - a.category.length,
  )[0];
  return closest?.category ?? category;
}

function usesIn({ data, purposes }: Policy): readonly FlowLink[] {
  return data.flatMap(({ category, purposes: named }) =>
    named
      .filter((name) => purposes.has(name))
      .map((name) => link(purposeId(name), categoryId(category), 'agrees')),
  );
}

interface Reach {
  readonly name: string;
  readonly system: string;
  readonly state: DataMapState;
}

/** What reaches something; an app for signing in only, or one that is blocked, reaches nothing (E16). */
function grants(inventory: Inventory, policy: Policy | null, baseline: Inventory | null): readonly Reach[] {
  if (policy === null) {
    return inventory.systems.flatMap(({ system, apps }) =>
      apps.map(({ name }) => ({ name, system, state: 'found' })),
    );
  }
  return appsWithBreaks(inventory, policy, baseline).map(({ grant: { app, system }, breaks }) => ({
    name: app.name,
    system: system.system,
    state: breaks.length === 0 ? 'agrees' : 'differs',
  }));
}

function notGranted(inventory: Inventory, { apps }: Policy): readonly Reach[] {
  return apps.flatMap((app) =>
    app.systems.flatMap((name): Reach[] => {
      const system = inventory.systems.find((one) => one.system === name);
      if (system?.apps.some((one) => isThatOf(app, one)) === true) return [];
      const isRead = system !== undefined && isFullyRead(system, 'apps');
      return [{ name: app.name, system: name, state: isRead ? 'not found' : 'not known' }];
    }),
  );
}

function isThatOf({ name, clientId }: PolicyApp, found: InventoryApp): boolean {
  return clientId !== null && found.clientId !== null
    ? clientId === found.clientId
    : comparableName(name) === comparableName(found.name);
}

/** Several cells may make one link: it is as grave as the gravest of them. */
function gravestOfEach(links: readonly FlowLink[]): readonly FlowLink[] {
  const order: readonly DataMapState[] = ['differs', 'agrees', 'found', 'not known', 'not found'];
  const byEnds = Map.groupBy(links, ({ from, to }) => JSON.stringify([from, to]));
  return [...byEnds.values()].flatMap((same) =>
    same.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)).slice(0, 1),
  );
}

function places(all: readonly FlowPlace[]): readonly FlowPlace[] {
  return [...new Map(all.map((place) => [place.id, place])).values()];
}

const link = (from: string, to: string, state: DataMapState): FlowLink => ({ from, to, state });
const purposeId = (name: string) => `purpose:${name}`;
const categoryId = (name: string) => `category:${name}`;
const systemId = (name: string) => `system:${name}`;
const appId = (name: string) => `app:${comparableName(name)}`;

import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { HubspotApi } from './hubspot-api.js';
import type { CrmType } from './paths.js';
import type { FoundProperty, PropertyState } from './property-plan.js';
import { PropertyList } from './property.schema.js';

/** HubSpot tells of sensitive properties only who asks for them, and of archived ones likewise. */
const QUERIES: Readonly<Record<PropertyState, Readonly<Record<string, string | boolean>>>> = {
  non_sensitive: { dataSensitivity: 'non_sensitive' },
  sensitive: { dataSensitivity: 'sensitive' },
  highly_sensitive: { dataSensitivity: 'highly_sensitive' },
  archived: { archived: true },
};

export interface FoundProperties {
  /** Each name once: those in use before archived ones. */
  readonly found: readonly FoundProperty[];
  /** Why it is not all of them. */
  readonly shortfall: Refusal | null;
}

/** Every property of a type. Throws a ReadRefusedError if not even the plain ones can be read. */
export async function readProperties(api: HubspotApi, type: CrmType): Promise<FoundProperties> {
  const [plain, ...others] = await Promise.all([
    propertiesThatAre('non_sensitive', api, type),
    ...(['sensitive', 'highly_sensitive', 'archived'] as const).map(async (state) =>
      orShortfall(propertiesThatAre(state, api, type)),
    ),
  ]);
  const byName = new Map<string, FoundProperty>();
  for (const found of [plain, ...others.map((other) => other.found)].flat()) {
    if (!byName.has(found.property.name)) byName.set(found.property.name, found);
  }
  const shortfall = others.find((other) => other.shortfall !== null)?.shortfall ?? null;
  return { found: [...byName.values()], shortfall };
}

async function propertiesThatAre(
  state: PropertyState,
  api: HubspotApi,
  { propertiesPath: path, scope }: CrmType,
): Promise<readonly FoundProperty[]> {
  const { results } = await api.get(PropertyList, { path, scope, query: QUERIES[state] });
  return results.map((property): FoundProperty => ({ property, state }));
}

async function orShortfall(reading: Promise<readonly FoundProperty[]>): Promise<FoundProperties> {
  try {
    return { found: await reading, shortfall: null };
  } catch (error) {
    if (!(error instanceof ReadRefusedError)) throw error;
    return { found: [], shortfall: { ...error.refusal, status: 'partial' } };
  }
}

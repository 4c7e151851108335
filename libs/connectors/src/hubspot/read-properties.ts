import type { HubspotApi } from './hubspot-api.js';
import type { CrmType } from './paths.js';
import { type Property, PropertyList } from './property.schema.js';
import type { FoundProperty, PropertyState } from './property-plan.js';

/** HubSpot tells of sensitive properties only who asks for them, and of archived ones likewise. */
const CALLS: readonly (readonly [PropertyState, Readonly<Record<string, string | boolean>>])[] = [
  ['non_sensitive', { dataSensitivity: 'non_sensitive' }],
  ['sensitive', { dataSensitivity: 'sensitive' }],
  ['highly_sensitive', { dataSensitivity: 'highly_sensitive' }],
  ['archived', { archived: true }],
];

/** Every property of a type, each once: those in use before archived ones of the same name. Throws a ReadRefusedError. */
export async function readProperties(api: HubspotApi, type: CrmType): Promise<readonly FoundProperty[]> {
  const { propertiesPath: path, scope } = type;
  const lists = await Promise.all(
    CALLS.map(async ([state, query]) => {
      const { results } = await api.get(PropertyList, { path, scope, query });
      return results.map((property): FoundProperty => ({ property, state }));
    }),
  );
  const byName = new Map<Property['name'], FoundProperty>();
  for (const found of lists.flat()) {
    if (!byName.has(found.property.name)) byName.set(found.property.name, found);
  }
  return [...byName.values()];
}

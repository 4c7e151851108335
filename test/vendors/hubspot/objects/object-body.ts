import type { PropertyDefinition } from '../properties/property.js';
import type { CrmObjectType, CrmRecord } from './crm-object.js';

/** A record as the objects API gives it. */
export interface ObjectBody {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly archivedAt?: string;
}

/** Whose sensitive values may be read with these scopes; definitions may be read by everybody. */
export function readableProperties(
  type: CrmObjectType,
  scopes: readonly string[],
): ReadonlyMap<string, PropertyDefinition> {
  const holds = (scope: string): boolean =>
    scopes.includes(`crm.objects.${type.name}.${scope}`) ||
    scopes.includes(`crm.objects.${type.name}.${scope}.v2`);
  return new Map(
    type
      .properties()
      .filter(({ archived, dataSensitivity }) => {
        if (archived) return false;
        return dataSensitivity === 'non_sensitive' || holds(`${dataSensitivity}.read`);
      })
      .map((property) => [property.name, property]),
  );
}

/** The names to give: those asked for that exist, and a few always; the usual ones if none was asked for. */
export function givenNames(
  type: CrmObjectType,
  asked: readonly string[],
  readable: ReadonlyMap<string, PropertyDefinition>,
): readonly string[] {
  if (asked.length === 0) return type.defaultProperties;
  const always = type.defaultProperties.filter(
    (name) => name === 'hs_object_id' || name === 'createdate' || name.endsWith('lastmodifieddate'),
  );
  return [...new Set([...always, ...asked.filter((name) => readable.has(name))])];
}

export function objectBody(record: CrmRecord, names: readonly string[]): ObjectBody {
  return {
    id: record.id,
    properties: Object.fromEntries(names.map((name) => [name, record.value(name)])),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: record.archivedAt !== null,
    ...(record.archivedAt === null ? {} : { archivedAt: record.archivedAt }),
  };
}

import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { HubspotApi } from './hubspot-api.js';
import type { CrmType } from './paths.js';
import type { FoundProperty } from './property-plan.js';
import { RecordPage } from './record.schema.js';
import { SENSITIVE_SCOPES } from './sheet.js';
import { isNotForThisLogin } from './verdicts.js';

/** Properties whose values may not be read; their definitions may. */
export interface Unreadable {
  readonly names: ReadonlySet<string>;
  /** What to say of it; null if everything can be read. */
  readonly refusal: Refusal | null;
}

/**
 * Tries on one record which sensitive properties can be read: HubSpot leaves the others out without a word, and of keys it
 * does not tell what they may. Of companies and deals none is tried: no right to them is asked for.
 */
export async function unreadableValues(
  api: HubspotApi,
  type: CrmType,
  found: readonly FoundProperty[],
): Promise<Unreadable> {
  const sensitive = found.filter(({ state }) => state === 'sensitive' || state === 'highly_sensitive');
  if (!type.isOfPeople || sensitive.length === 0) {
    return { names: new Set(sensitive.map(({ property }) => property.name)), refusal: null };
  }
  const given = await namesGiven(
    api,
    type,
    sensitive.map(({ property }) => property.name),
  );
  const hidden = given === null ? [] : sensitive.filter(({ property }) => !given.has(property.name));
  const [first] = hidden;
  return {
    names: new Set(hidden.map(({ property }) => property.name)),
    refusal:
      first === undefined
        ? null
        : notReadable(first.state === 'sensitive' ? 'sensitive' : 'highly_sensitive'),
  };
}

/** Of the names those that come with a record; null where there is no record. */
async function namesGiven(
  api: HubspotApi,
  { objectsPath: path, scope }: CrmType,
  properties: readonly string[],
): Promise<ReadonlySet<string> | null> {
  try {
    const { items } = await api.get(RecordPage, {
      path,
      scope,
      query: { limit: 1, archived: false, properties },
    });
    const [record] = items;
    return record === undefined ? null : new Set(Object.keys(record.properties));
  } catch (error) {
    if (error instanceof ReadRefusedError && isNotForThisLogin(error.refusal)) return new Set();
    throw error;
  }
}

/** A right that may be refused: a known limit, and no failure. */
function notReadable(level: keyof typeof SENSITIVE_SCOPES): Refusal {
  const scope = SENSITIVE_SCOPES[level];
  return {
    status: 'unsupported',
    reason: 'properties marked as sensitive are known by name only',
    actor: 'user',
    step: `To have them counted too, add the permission ${scope} (Enterprise) to the key, or connect again and allow it.`,
    scope,
  };
}

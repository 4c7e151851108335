import { z } from 'zod';
import type { LogMemory } from '../contract/vendor-access.js';
import { comparable } from '../kit/field-plan.js';
import { tellingName } from '../kit/list-name.js';
import type { Audience } from './audience.schema.js';

const Memory = z.object({ lists: z.record(z.string(), z.string().nullable()) });
const NOTHING: z.infer<typeof Memory> = { lists: {} };

/** An audience, and the list that its findings are known by; null: by their system. */
export interface NamedAudience {
  readonly audience: Audience;
  readonly list: string | null;
}

export interface NamedAudiences {
  /** The oldest first. */
  readonly named: readonly NamedAudience[];
  /** Lists of audiences that there are no more. */
  readonly gone: readonly (string | null)[];
  /** For the next scan. */
  readonly lists: Readonly<Record<string, string | null>>;
}

/**
 * By what name the findings of each audience are known (E20). Mailchimp's exports have no name of their own, and what has
 * no name is known by its system: that is the oldest audience, mostly the only one; all others go by their names. A name
 * that was given once stays, so that no finding comes or goes because an audience was added, renamed or deleted.
 */
export function nameAudiences(
  audiences: readonly Audience[],
  { before }: Pick<LogMemory, 'before'>,
): NamedAudiences {
  const known = Memory.catch(NOTHING).parse(before).lists;
  const names = new Map(Object.entries(known));
  const named = audiences.toSorted(byAge).map((audience) => {
    const list = names.get(audience.id) ?? (names.has(audience.id) ? null : newName(audience, names));
    names.set(audience.id, list);
    return { audience, list };
  });
  const present = new Set(audiences.map(({ id }) => id));
  const gone = [...names].filter(([id]) => !present.has(id));
  return {
    named,
    gone: gone.map(([, list]) => list),
    // Whoever has no name keeps that place, or the next oldest would take over its findings.
    lists: Object.fromEntries([...names].filter(([id, list]) => present.has(id) || list === null)),
  };
}

function newName(
  { name, web_id: number }: Audience,
  names: ReadonlyMap<string, string | null>,
): string | null {
  const taken = new Set(names.values());
  if (!taken.has(null)) return null;
  const whole = comparable(name);
  const candidates = [tellingName(name), whole === '' ? null : whole];
  return candidates.find((one) => one !== null && !taken.has(one)) ?? `${whole} (${number})`.trim();
}

function byAge(left: Audience, right: Audience): number {
  return left.date_created.localeCompare(right.date_created) || left.web_id - right.web_id;
}

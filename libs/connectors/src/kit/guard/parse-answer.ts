import type { z } from 'zod';

/** What an answer holds, or where it is not as it should be. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'not JSON' }
  /** `field` names the place without any value of it: `results[].properties`. */
  | { readonly ok: false; readonly why: 'another shape'; readonly field: string };

/** Reads an answer as JSON of the shape that is expected; keeps nothing of what it does not understand (law 1). */
export function parseAnswer<T>(body: string, shape: z.ZodType<T>): Parsed<T> {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { ok: false, why: 'not JSON' };
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, why: 'another shape', field: placeOf(parsed.error.issues[0]?.path ?? []) };
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((part) => (typeof part === 'number' ? '[]' : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '');
  return place === '' ? 'the whole answer' : place.slice(0, 120);
}

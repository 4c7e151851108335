import type { FieldFact, Source } from '../contract/fact.js';
import type { Asked, HubspotApi } from './hubspot-api.js';

export const SOURCE: Source = { system: 'crm', connector: 'hubspot', account: '45310278' };

/** Answers as the given function does; remembers what was asked. */
export function scriptedApi(
  answer: (asked: Asked, body: unknown) => unknown,
): HubspotApi & { readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const given = async (request: Asked, body: unknown) => {
    asked.push(request);
    return Promise.resolve(answer(request, body));
  };
  return {
    asked,
    get: async (shape, request) => shape.parse(await given(request, null)),
    readByPost: async (shape, request, body) => shape.parse(await given(request, body)),
  };
}

interface Numbered {
  readonly id: string;
}

/** Pages of items in the order of their ids, as HubSpot gives them: the cursor is the next id. */
export function pageOf(items: readonly Numbered[], { query = {} }: Asked): object {
  const limit = Number(query['limit']);
  const start = Number(query['after'] ?? 0);
  const rest = items.filter(({ id }) => Number(id) >= start);
  const next = rest[limit];
  return {
    results: rest.slice(0, limit),
    ...(next !== undefined && { paging: { next: { after: next.id } } }),
  };
}

/** Records 1 to `count`, each with these values. */
export function numbered(
  count: number,
  properties: Readonly<Record<string, string | null>> = {},
): readonly { readonly id: string; readonly properties: Readonly<Record<string, string | null>> }[] {
  return Array.from({ length: count }, (_, at) => ({ id: String(at + 1), properties }));
}

export function fieldFact(name: string, more: Partial<FieldFact> = {}): FieldFact {
  return {
    kind: 'field',
    source: SOURCE,
    object: 'contact',
    name,
    label: name,
    type: 'string',
    custom: false,
    ...more,
  };
}

/** What a generator yields, and what it returns. */
export async function drained<Item, End>(
  items: AsyncGenerator<Item, End>,
): Promise<{ readonly items: readonly Item[]; readonly end: End }> {
  const seen: Item[] = [];
  for (;;) {
    const next = await items.next();
    if (next.done === true) return { items: seen, end: next.value };
    seen.push(next.value);
  }
}

import { type CustomField, valueOf } from './company.schema.js';
import type { QuickbooksApi } from './quickbooks-api.js';
import { comparable } from '../kit/field-plan.js';
import { Customer } from './record.schema.js';

/** So many customers are asked whether the company has such fields at all. */
const FIRST_LOOK = 40;
/** And so many if it has: half a minute at QuickBooks' limit. */
const MOST_LOOKED_AT = 300;

/** Custom fields of customers, which only some plans have, of the customers that were changed last. */
export interface EnhancedFields {
  /** As the business calls them, each once. */
  readonly names: readonly string[];
  /** How many customers were looked at. */
  readonly looked: number;
  readonly isOfAll: boolean;
  /** The value of a field by its comparable name; null for customers that were not looked at. */
  of(id: string): ReadonlyMap<string, string> | null;
}

/** They come with one customer at a time, so it is some of them in a large company. Throws a ReadRefusedError. */
export async function readEnhancedFields(api: QuickbooksApi): Promise<EnhancedFields> {
  const latest = await api.page('Customer', Customer, {
    start: 1,
    size: MOST_LOOKED_AT,
    isLatestFirst: true,
  });
  const ids = latest.map(({ Id }) => Id);
  const first = await fieldsOf(api, ids.slice(0, FIRST_LOOK));
  const isUsed = [...first.values()].some((fields) => fields.length > 0);
  const all = isUsed ? new Map([...first, ...(await fieldsOf(api, ids.slice(FIRST_LOOK)))]) : first;
  const labels = new Map(
    [...all.values()].flat().map(({ Name }): [string, string] => [comparable(Name), Name]),
  );
  return {
    names: [...labels.values()].toSorted(),
    looked: all.size,
    isOfAll: !isUsed || ids.length < MOST_LOOKED_AT,
    of(id) {
      const fields = all.get(id);
      return fields === undefined
        ? null
        : new Map(fields.map((field): [string, string] => [comparable(field.Name), valueOf(field)]));
    },
  };
}

async function fieldsOf(
  api: QuickbooksApi,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly CustomField[]>> {
  // As many at once as the guard lets through.
  const read = await Promise.all(ids.map(async (id) => api.enhancedFields(id)));
  return new Map(read.map(({ Customer: { Id, CustomField } }) => [Id, CustomField]));
}

import { z } from 'zod';

/** Values by property: text, or null where it is unset. Checked cell by cell when a row is made: that costs less. */
const Values = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const CrmRecord = z.object({ id: z.string(), properties: Values, archivedAt: z.string().nullish() });
export type CrmRecord = z.infer<typeof CrmRecord>;

export const Paging = z
  .object({ next: z.object({ after: z.string() }).nullish() })
  .nullish()
  .transform((paging) => paging?.next?.after ?? null);

/** GET /crm/objects/{version}/{type}. */
export const RecordPage = z
  .object({ results: z.array(CrmRecord), paging: Paging })
  .transform(({ results, paging }) => ({ items: results, next: paging }));

/** POST …/batch/read; 207 where some of the ids are no longer there. */
export const RecordBatch = z.object({ results: z.array(CrmRecord) });

/** POST …/search, for the number of all records that are not archived. */
export const RecordTotal = z.object({ total: z.number() });

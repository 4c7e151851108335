import type { ColumnRole, FieldFact, RecordsFact, Source } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { HubspotApi } from './hubspot-api.js';
import { CONTACTS } from './paths.js';
import { listPages, PAGE_SIZE } from './record-pages.js';
import { Rows } from './rows.js';
import { LEFT_OUT } from './shortfalls.js';

/** No property, hence the dot: HubSpot's own word beside every record. */
export const ARCHIVED_FIELD = 'record.archived';

/** What HubSpot says beside every record, as a field of its own: whoever was deleted is kept as archived for 90 days. */
export function archivedField(source: Source): FieldFact {
  return {
    kind: 'field',
    source,
    object: CONTACTS.object,
    name: ARCHIVED_FIELD,
    label: 'Archived',
    type: 'bool',
    custom: false,
    category: 'none',
    role: 'status',
  };
}

/** Of somebody who was deleted only what tells who that was. */
const TELLS_WHO: ReadonlySet<ColumnRole | undefined> = new Set(['record_id', 'email', 'phone']);

/**
 * Contacts that were deleted, as tombstones (E13). HubSpot does not count them, so a list of several pages is read twice,
 * in pages of another size; gives what is wrong if the two differ by more than was deleted since `startedAt`.
 */
export async function* readTombstones(
  api: HubspotApi,
  fields: readonly FieldFact[],
  factOf: (batch: Pick<RecordsFact, 'fields' | 'rows' | 'tombstones'>) => RecordsFact,
  startedAt: Date,
): AsyncGenerator<RecordsFact, Refusal | null> {
  const telling = fields.filter(({ role, unread }) => TELLS_WHO.has(role) && unread !== true);
  const marks = fields.filter(({ name }) => name === ARCHIVED_FIELD);
  const rows = new Rows(telling);
  const columns = [...telling, ...marks];
  const seen = new Set<string>();
  for await (const page of listPages(api, CONTACTS, { names: rows.names, archived: true })) {
    const fresh = page.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    const batch = fresh.map((record) => [...rows.of(record), ...marks.map(() => 'archived')]);
    if (batch.length > 0) yield factOf({ fields: columns, rows: batch, tombstones: true });
  }
  if (seen.size >= PAGE_SIZE && !(await isSameAgain(api, seen, startedAt))) return LEFT_OUT;
  return rows.shortfall;
}

async function isSameAgain(api: HubspotApi, seen: ReadonlySet<string>, startedAt: Date): Promise<boolean> {
  const again = new Set<string>();
  for await (const page of listPages(api, CONTACTS, { names: [], archived: true, limit: PAGE_SIZE - 1 })) {
    for (const { id, archivedAt } of page) {
      again.add(id);
      const isLater =
        archivedAt !== undefined && archivedAt !== null && Date.parse(archivedAt) >= startedAt.getTime();
      if (!seen.has(id) && !isLater) return false;
    }
  }
  return [...seen].every((id) => again.has(id));
}

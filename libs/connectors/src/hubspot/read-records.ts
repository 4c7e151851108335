import type { FieldFact, RecordsFact, Source } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import type { HubspotApi } from './hubspot-api.js';
import type { CrmType } from './paths.js';
import type { CrmRecord } from './record.schema.js';
import { countRecords, recordPages } from './record-pages.js';
import { Rows } from './rows.js';
import { LEFT_OUT } from './shortfalls.js';
import { ARCHIVED_FIELD, readTombstones } from './tombstones.js';

export interface RecordsToRead {
  readonly api: HubspotApi;
  readonly source: Source;
  readonly session: VendorSession;
  readonly type: CrmType;
  /** All that were announced. */
  readonly fields: readonly FieldFact[];
}

/** Every record of a type, each once, in batches; archived contacts after those in use. Throws a ReadRefusedError. */
export async function* readRecords(toRead: RecordsToRead): AsyncGenerator<RecordsFact, ResourceEnd> {
  const { api, session, type, fields } = toRead;
  const rows = new Rows(fields.filter(isReadFromRecords));
  // Of things nobody counts what nobody asks about.
  if (rows.fields.every(({ role }) => role === 'record_id')) return {};
  const shortfalls = [
    yield* readInUse(toRead, rows),
    ...(type.isOfPeople
      ? [yield* readTombstones(api, fields, (batch) => factOf(toRead, batch), session.now())]
      : []),
    rows.shortfall,
  ];
  const shortfall = shortfalls.find((one) => one !== null);
  return {
    ...(shortfall && { shortfall }),
    // What HubSpot tells of activity, it tells up to now (E11).
    ...(type.isOfPeople && { window: { from: null, to: session.now().toISOString().slice(0, 10) } }),
  };
}

/** Gives what is wrong if fewer came than HubSpot counted both before and after: then a page was left out. */
async function* readInUse(toRead: RecordsToRead, rows: Rows): AsyncGenerator<RecordsFact, Refusal | null> {
  const { api, session, type } = toRead;
  const seen = new Set<string>();
  const before = await countRecords(api, type);
  for await (const page of recordPages(api, type, rows.names)) {
    const batch = page.filter((record) => isNew(record, seen)).map((record) => rows.of(record));
    if (batch.length === 0) continue;
    yield factOf(toRead, { fields: rows.fields, rows: batch });
    session.progress?.({ what: `HubSpot ${type.plural}`, records: seen.size, bytes: 0, totalBytes: 0 });
  }
  const after = await countRecords(api, type);
  return seen.size < Math.min(before, after) ? LEFT_OUT : null;
}

function isNew({ id }: CrmRecord, seen: Set<string>): boolean {
  const { size } = seen;
  return seen.add(id).size > size;
}

function factOf(
  { source, type }: RecordsToRead,
  batch: Pick<RecordsFact, 'fields' | 'rows' | 'tombstones'>,
): RecordsFact {
  const { object, isOfPeople } = type;
  return { kind: 'records', source, object, ...batch, ...(!isOfPeople && { notPeople: true as const }) };
}

function isReadFromRecords({ unread, name }: FieldFact): boolean {
  return unread !== true && name !== ARCHIVED_FIELD;
}

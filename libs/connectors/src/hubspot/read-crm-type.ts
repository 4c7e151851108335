import type { FieldFact, RecordsFact, Source } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { readResource, type ResourceEnd, unreadReceipt } from '../kit/read-resource.js';
import type { HubspotApi } from './hubspot-api.js';
import { namedFields } from './named-fields.js';
import type { CrmType } from './paths.js';
import { type FoundProperty, fieldOf } from './property-plan.js';
import { readProperties } from './read-properties.js';
import { readRecords } from './read-records.js';
import { type Unreadable, unreadableValues } from './sensitive-values.js';
import { archivedField } from './tombstones.js';

export interface AccountReading {
  readonly api: HubspotApi;
  readonly source: Source;
  readonly session: VendorSession;
}

type CrmItem = FieldFact | RecordsFact | (Receipt & { readonly capability: 'fields' | 'records' });

/** The properties of one type of record, then its records; a receipt of each. */
export async function* readCrmType(account: AccountReading, type: CrmType): AsyncGenerator<CrmItem, void> {
  const { source, session } = account;
  const { object, isOfPeople } = type;
  const fields: FieldFact[] = [];
  let unreadable: Unreadable | null = null;
  let whyNot: Receipt | null = null;

  const announced = announceFields(account, type, (found) => (unreadable = found));
  for await (const item of readResource(
    { source, capability: 'fields', object },
    announced,
    session.signal,
  )) {
    if (item.kind === 'field') fields.push(item);
    else if (item.status !== 'complete' && item.status !== 'partial') whyNot = item;
    yield item;
  }
  yield* sensitiveReceipt(source, type, unreadable);
  const mark = isOfPeople ? {} : { notPeople: true as const };
  if (whyNot !== null) {
    yield { ...asRecords(whyNot), ...mark };
    return;
  }
  const records = readRecords({ ...account, type, fields });
  for await (const item of readResource({ source, capability: 'records', object }, records, session.signal)) {
    yield item.kind === 'receipt' ? { ...item, ...mark } : item;
  }
}

async function* announceFields(
  { api, source, session }: AccountReading,
  type: CrmType,
  tell: (unreadable: Unreadable) => void,
): AsyncGenerator<FieldFact, ResourceEnd> {
  const { found, shortfall } = await readProperties(api, type);
  const unreadable = await unreadableValues(api, type, found);
  tell(unreadable);
  const isAskedFor = namedFields(session.alsoRead);
  for (const one of found) yield withoutValues(fieldOf(one, type, source, isAskedFor), one, unreadable);
  if (type.isOfPeople) yield archivedField(source);
  return shortfall === null ? {} : { shortfall };
}

function withoutValues(field: FieldFact, { property }: FoundProperty, { names }: Unreadable): FieldFact {
  return names.has(property.name) ? { ...field, unread: true } : field;
}

/** Values behind a right of their own, as a resource of their own: nothing else waits for them. */
function* sensitiveReceipt(
  source: Source,
  { plural }: CrmType,
  unreadable: Unreadable | null,
): Generator<Receipt & { readonly capability: 'fields' }> {
  const refusal = unreadable?.refusal ?? null;
  if (refusal === null) return;
  yield unreadReceipt({ source, capability: 'fields', object: `sensitive values of ${plural}` }, refusal);
}

/** Without knowing its properties nobody can ask for their values. */
function asRecords(fields: Receipt): Receipt & { readonly capability: 'records' } {
  return { ...fields, capability: 'records', read: 0 };
}

import type { FieldFact, RecordsFact } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import { readResource, type ResourceEnd, unreadReceipt } from '../kit/read-resource.js';
import type { AccountReading } from './account-reading.js';
import { type AudiencePlan, OBJECT, planOf } from './audience-fields.js';
import type { NamedAudience } from './audience-names.js';
import { readAudienceParts } from './audience-parts.js';
import { readMembers } from './read-members.js';
import { fieldsUnread } from './shortfalls.js';

type AudienceItem = FieldFact | RecordsFact | (Receipt & { readonly capability: 'fields' | 'records' });

/** The fields of one audience, then everybody in it. */
export async function* readAudience(
  reading: AccountReading,
  named: NamedAudience,
): AsyncGenerator<AudienceItem, void> {
  const { source, session } = reading;
  const where = { source, object: OBJECT, ...(named.list !== null && { list: named.list }) };
  let plan: AudiencePlan | null = null;
  let told: Receipt | null = null;
  const fields = announced(reading, named, (made) => (plan = made));
  for await (const item of readResource({ ...where, capability: 'fields' }, fields, session.signal)) {
    if (item.kind === 'receipt') told = item;
    yield item;
  }
  if (plan === null) {
    // Without the fields nobody can say what stands in a member.
    yield unreadReceipt({ ...where, capability: 'records' }, fieldsUnread(told));
    return;
  }
  yield* readResource({ ...where, capability: 'records' }, readMembers(reading, named, plan), session.signal);
}

async function* announced(
  { api, source, session: { alsoRead } }: AccountReading,
  named: NamedAudience,
  keep: (plan: AudiencePlan) => void,
): AsyncGenerator<FieldFact, ResourceEnd> {
  const { parts, shortfall } = await readAudienceParts(api, named.audience);
  const plan = planOf(parts, named, { source, alsoRead });
  keep(plan);
  for (const { fact } of plan.columns) yield fact;
  return shortfall === null ? {} : { shortfall };
}

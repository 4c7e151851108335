import { ReadRefusedError } from '../contract/error.js';
import type { FieldFact, RecordsFact } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { isRead } from '../kit/field-plan.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import { type AudiencePlan, OBJECT } from './audience-fields.js';
import type { NamedAudience } from './audience-names.js';
import type { Member } from './member.schema.js';
import { memberList, type PageOfMembers, type Span } from './member-list.js';
import type { AccountReading } from './account-reading.js';
import { readSpan } from './read-span.js';
import { gravest, LEFT_OUT, notGiven } from './shortfalls.js';

/**
 * Every status, `archived` by name: without one Mailchimp leaves them out. In the order in which people move on, so that
 * whoever does so meanwhile is met again further down.
 */
const STATUSES = ['transactional', 'pending', 'subscribed', 'unsubscribed', 'cleaned', 'archived'] as const;

/** So far back a span is closed that nobody may come into any more, however wrong the clocks are. */
const CLOCKS_DIFFER_S = 15 * 60;

/**
 * Everybody in an audience, each once, in batches. First all who were changed before the scan began: out of that span
 * people only go. Then whoever was changed since, so that nobody is missed who was moved meanwhile. A status that can not
 * be read is said, and the others are read all the same.
 */
export async function* readMembers(
  reading: AccountReading,
  { audience, list }: NamedAudience,
  plan: AudiencePlan,
): AsyncGenerator<RecordsFact, ResourceEnd> {
  const { api, source, session } = reading;
  const startedAt = Math.floor(session.now().getTime() / 1000) - CLOCKS_DIFFER_S;
  const rows = new MemberRows(plan);
  const refusals: Refusal[] = [];
  for (const span of [
    { from: null, to: startedAt },
    { from: startedAt, to: null },
  ] satisfies readonly Span[]) {
    const lists = STATUSES.map((status) => {
      const members = memberList(api, { id: audience.id, status, fields: plan.asks });
      return { members, first: ahead(members.page(span, 0)) };
    });
    for (const { members, first } of lists) {
      const pages = readSpan(members, span, first);
      for (;;) {
        const next = await nextOf(pages, session.signal);
        if ('refusal' in next) {
          refusals.push(next.refusal);
          break;
        }
        if (next.done === true) {
          if (!next.value) refusals.push(LEFT_OUT);
          break;
        }
        const batch = rows.of(next.value);
        if (batch.length === 0) continue;
        const { fields } = rows;
        yield {
          kind: 'records',
          source,
          object: OBJECT,
          ...(list !== null && { list }),
          fields,
          rows: batch,
        };
        session.progress?.({ what: 'Mailchimp contacts', records: rows.count, bytes: 0, totalBytes: 0 });
      }
    }
  }
  const shortfall = gravest([...refusals, rows.shortfall]);
  return {
    ...(shortfall && { shortfall }),
    window: windowOf(session),
  };
}

/** The interface gives everything there is, up to now (E11). */
export function windowOf({ now }: VendorSession): NonNullable<Receipt['window']> {
  return { from: null, to: now().toISOString().slice(0, 10) };
}

/** Asked for before its turn: its failure must not bring the process down. */
function ahead(page: Promise<PageOfMembers>): Promise<PageOfMembers> {
  page.catch(() => undefined);
  return page;
}

async function nextOf<T>(
  pages: AsyncGenerator<T, boolean>,
  signal: AbortSignal,
): Promise<IteratorResult<T, boolean> | { readonly refusal: Refusal }> {
  try {
    return await pages.next();
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ReadRefusedError)) throw error;
    return { refusal: error.refusal };
  }
}

/** Makes rows of members that were not seen yet: one cell for each field, in their order. */
class MemberRows {
  readonly fields: readonly FieldFact[];
  private readonly values: readonly ((member: Member) => string)[];
  private readonly seen = new Set<string>();
  private readonly missing = new Set<string>();

  constructor(private readonly plan: AudiencePlan) {
    const columns = plan.columns.filter(isRead);
    this.fields = columns.map(({ fact }) => fact);
    this.values = columns.map(({ value }) => value);
  }

  get count(): number {
    return this.seen.size;
  }

  of(members: readonly Member[]): readonly (readonly string[])[] {
    const rows: string[][] = [];
    for (const member of members) {
      const { size } = this.seen;
      if (this.seen.add(member.contact_id).size === size) continue;
      for (const tag of this.plan.tags) if (!(tag in member.merge_fields)) this.missing.add(tag);
      rows.push(this.values.map((value) => value(member)));
    }
    return rows;
  }

  /** Merge fields that were not in the answers at all: an empty one comes as "". */
  get shortfall(): Refusal | null {
    return this.missing.size === 0 ? null : notGiven([...this.missing]);
  }
}

import { And, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { AuditedChange } from '#reports/documents/audit/quarter-facts.js';
import { newsFrom } from '#rules/engine/news.js';
import { todayIn } from '#rules/policy/term.js';
import { loadFindingsOf } from '../findings/finding-rows.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';

/** What became of findings between two instants, of each once: what came and went in between is no change (law 7). */
export async function changesWithin(
  records: OrganizationRecords,
  { from, until, timeZone }: { readonly from: Date; readonly until: Date; readonly timeZone: string },
): Promise<readonly AuditedChange[]> {
  const events = await records.some(FindingEventEntity, {
    where: { at: And(MoreThanOrEqual(from.toISOString()), LessThanOrEqual(until.toISOString())) },
    order: { sequence: 'ASC' },
  });
  const days = new Map(events.map(({ finding, at }) => [finding, todayIn(timeZone, new Date(at))]));
  const news = newsFrom(
    events.map(({ finding, change, cause, observation, detail }) => ({
      findingId: finding,
      change,
      cause,
      observation,
      detail,
    })),
  );
  const findings = await loadFindingsOf(
    records,
    news.map(({ findingId }) => findingId),
  );
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  return news.flatMap(({ findingId, change, cause }) => {
    const finding = known.get(findingId);
    if (finding === undefined) return [];
    const { id, rule, system, connector, subject } = finding;
    const day = days.get(findingId) ?? '';
    return [{ change, cause, day, finding: { id, rule, system, connector, subject } }];
  });
}

import { In, MoreThan } from 'typeorm';
import type { NewsItem } from '#rules/engine/news.js';
import { newsFrom } from '#rules/engine/news.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { ScanSummaryEntity } from '../storage/entities/scan-summary.entity.js';

/** More than a program wants to show; the API has all. */
const MOST_FINDINGS = 100;

/** What a webhook is told: ids, names of ours, and counts. Evidence and titles are for the API (law 1). */
export interface WebhookNews {
  readonly findings: readonly {
    readonly finding: string;
    readonly rule: string;
    readonly severity: string;
    readonly system: string | null;
    readonly change: NewsItem['change'];
    readonly cause: NewsItem['cause'];
  }[];
  /** How many changed, listed or not. */
  readonly changed: number;
  /** Drift after the latest scan, by severity; and of how many systems something could not be read (law 2). */
  readonly open: {
    readonly high: number;
    readonly medium: number;
    readonly low: number;
    readonly info: number;
  } | null;
  readonly systems_not_read: number | null;
}

/** What became of findings after an event; null: nothing. `last`: where to go on. */
export async function newsAfter(
  records: OrganizationRecords,
  event: number,
): Promise<{ readonly news: WebhookNews | null; readonly last: number }> {
  const rows = await records.some(FindingEventEntity, {
    where: { sequence: MoreThan(event) },
    order: { sequence: 'ASC' },
  });
  const last = rows.at(-1)?.sequence ?? event;
  const items = newsFrom(rows.map(({ finding, ...one }) => ({ ...one, findingId: finding })));
  if (items.length === 0) return { news: null, last };
  const latest = await records.first(ScanSummaryEntity, { order: { finishedAt: 'DESC', scan: 'DESC' } });
  return {
    last,
    news: {
      findings: await listed(records, items),
      changed: items.length,
      open: latest && { high: latest.high, medium: latest.medium, low: latest.low, info: latest.info },
      systems_not_read: latest?.systemsNotRead ?? null,
    },
  };
}

/** The gravest ones. */
async function listed(
  records: OrganizationRecords,
  items: readonly NewsItem[],
): Promise<WebhookNews['findings']> {
  const byId = new Map(items.map((item) => [item.findingId, item]));
  const findings: FindingEntity[] = [];
  const ids = [...byId.keys()];
  for (let start = 0; start < ids.length; start += 500) {
    const where = { id: In(ids.slice(start, start + 500)) };
    const select = {
      organization: true,
      id: true,
      rule: true,
      severity: true,
      severityRank: true,
      system: true,
    } as const;
    findings.push(...(await records.some(FindingEntity, { where, select })));
  }
  return findings
    .toSorted((a, b) => b.severityRank - a.severityRank || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_FINDINGS)
    .flatMap(({ id, rule, severity, system }) => {
      const item = byId.get(id);
      if (item === undefined) return [];
      const { change, cause } = item;
      return [{ finding: id, rule, severity, system, change, cause }];
    });
}

import type { NewsItem } from '#rules/engine/news.js';
import type { ReportedFinding } from './scan-outcome.js';

/** What a person should see beside a finding: what changed since the last report, and what people decided. */
export function tagsOf(reported: ReportedFinding, news: ReadonlyMap<string, NewsItem>): readonly string[] {
  const { finding } = reported;
  const change = news.get(finding.id)?.change;
  return [
    ...(change === 'new' ? ['new'] : []),
    ...(change === 'reopened' ? ['came back'] : []),
    ...(change === 'updated' ? ['changed'] : []),
    ...(finding.observation === 'not_observed' ? ['not seen this time'] : []),
    ...(finding.disposition.kind === 'acknowledged' ? ['acknowledged'] : []),
    ...(finding.disposition.kind === 'exception' && !reported.excepted ? ['exception ended'] : []),
  ];
}

/** News by finding; empty on the first report, where everything would be new. */
export function newsByFinding(news: {
  readonly since: unknown;
  readonly items: readonly NewsItem[];
}): ReadonlyMap<string, NewsItem> {
  return new Map(news.since === null ? [] : news.items.map((item) => [item.findingId, item]));
}

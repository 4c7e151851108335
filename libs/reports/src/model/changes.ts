import type { Cause } from '#rules/engine/finding.js';
import { inReportOrder } from './report-order.js';
import type { ReportedFinding, ScanOutcome } from './scan-outcome.js';

const KINDS = [
  'new',
  'reopened',
  'updated',
  'fixed',
  'gone_by_policy',
  'gone_by_rules',
  'gone_by_decision',
  'told_otherwise',
  'not_observed',
] as const;

/** What changed since the last report (law 7), apart by what a person would call it. */
export interface Changes {
  /** Day of the scan that was last reported. */
  readonly since: string;
  readonly groups: readonly ChangeGroup[];
}

export interface ChangeGroup {
  readonly kind: (typeof KINDS)[number];
  readonly count: number;
  /** Those of the count that this outcome still knows: what came and went long ago is a number only. */
  readonly findings: readonly ReportedFinding[];
}

/** Null on the first report: there is nothing to compare with. */
export function changesOf({
  news,
  findings,
  inventory,
}: Pick<ScanOutcome, 'news' | 'findings' | 'inventory'>): Changes | null {
  if (news.since === null) return null;
  const known = new Map(inReportOrder(findings, inventory).map((one) => [one.finding.id, one] as const));
  const groups = KINDS.flatMap((kind) => {
    const ids = new Set(news.items.filter((item) => kindOf(item) === kind).map(({ findingId }) => findingId));
    if (ids.size === 0) return [];
    return [
      { kind, count: ids.size, findings: [...known.values()].filter(({ finding }) => ids.has(finding.id)) },
    ];
  });
  return { since: news.since.asOf, groups };
}

const GONE_BY = {
  data: 'fixed',
  policy: 'gone_by_policy',
  rules: 'gone_by_rules',
  disposition: 'gone_by_decision',
} as const satisfies Record<Cause, ChangeGroup['kind']>;

/** Only what the data did is called fixed (E22), and not where another finding tells of the same thing now (E5, E35). */
function kindOf({ change, cause }: ScanOutcome['news']['items'][number]): ChangeGroup['kind'] {
  if (change !== 'fixed' && change !== 'gone') return change;
  if (change === 'gone' && cause === 'data') return 'told_otherwise';
  return GONE_BY[cause];
}

import { isDrift, isExcepted } from '#rules/engine/exception.js';
import type { NewsItem } from '#rules/engine/news.js';
import { type Changes, changesOf } from '../model/changes.js';
import type { Gap } from '../model/gap.js';
import { gapsOf } from '../model/gaps.js';
import { notJudgedBy } from '../model/not-judged.js';
import { inReportOrder } from '../model/report-order.js';
import type { ReportedFinding } from '../model/scan-outcome.js';
import { isAnythingRead } from '../model/unread.js';
import type { WeekFacts, WeekOutcome } from './week-facts.js';

/** What the sections are made from: the outcome as it stands on the day of the report. */
export interface Week {
  readonly facts: WeekFacts;
  /** As of the day of the report: an exception that has ended since the scan is over. */
  readonly outcome: WeekOutcome;
  /** Day of the scan. */
  readonly scannedOn: string;
  /** Null in the first report. */
  readonly changes: Changes | null;
  readonly newsOf: ReadonlyMap<string, NewsItem>;
  /** In the order of every report, without duties. */
  readonly drift: readonly ReportedFinding[];
  readonly duties: readonly ReportedFinding[];
  readonly gaps: readonly Gap[];
  /** Whether the scan could read anything at all. */
  readonly isRead: boolean;
  /** The policy says something that this version has no rule for. */
  readonly isPartUnchecked: boolean;
}

/** Sorts what a scan found into what the week has to tell. */
export function weekOf(facts: WeekFacts, scanned: WeekOutcome): Week {
  const outcome = onDay(scanned, facts.day);
  const changes = changesOf(outcome);
  const drift = inReportOrder(outcome.findings, outcome.inventory).filter(({ finding }) =>
    isDrift(finding, facts.day),
  );
  return {
    facts,
    outcome,
    scannedOn: scanned.scan.asOf,
    changes: changes && withoutAccepted(changes, facts.day),
    newsOf: new Map(outcome.news.items.map((item) => [item.findingId, item])),
    drift: drift.filter((one) => !isDuty(one)),
    duties: drift.filter(isDuty),
    gaps: gapsOf(outcome.inventory),
    isRead: isAnythingRead(outcome.inventory),
    isPartUnchecked: notJudgedBy(outcome.missingSections).notYetBuilt.length > 0,
  };
}

function onDay(outcome: WeekOutcome, day: string): WeekOutcome {
  return {
    ...outcome,
    scan: { ...outcome.scan, asOf: day },
    findings: outcome.findings.map((one) => ({
      ...one,
      excepted: isExcepted(one.finding.disposition, day),
    })),
  };
}

/** What came and was accepted at once asks for nothing: it stands among the exceptions. */
function withoutAccepted({ since, groups }: Changes, day: string): Changes {
  return {
    since,
    groups: groups.flatMap((group) => {
      const accepted = group.findings.filter(({ finding }) => isExcepted(finding.disposition, day));
      const isAbout = group.kind === 'new' || group.kind === 'reopened' || group.kind === 'updated';
      if (!isAbout || accepted.length === 0) return [group];
      const count = group.count - accepted.length;
      const findings = group.findings.filter((one) => !accepted.includes(one));
      return count === 0 ? [] : [{ ...group, count, findings }];
    }),
  };
}

function isDuty({ finding }: ReportedFinding): boolean {
  return finding.rule.startsWith('program.');
}

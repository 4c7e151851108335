import type { NewsItem } from '#rules/engine/news.js';
import { type Changes, changesOf } from './changes.js';
import { type DriftOfSeverity, driftOf } from './drift.js';
import { type ExceptionInForce, exceptionsInForce } from './exceptions.js';
import type { Gap } from './gap.js';
import { gapsOf } from './gaps.js';
import { type Headline, headlineOf } from './headline.js';
import { type NotJudged, notJudgedBy } from './not-judged.js';
import { type Question, questionsOf } from './questions.js';
import type { ScanFacts, ScanOutcome } from './scan-outcome.js';
import { newsByFinding } from './tags.js';
import { isAnythingRead } from './unread.js';

/** What a report for people says, in the order in which it says it. */
export interface Report {
  readonly scan: ScanFacts;
  readonly headline: Headline;
  /** What could not be read, before what is fine (law 2). */
  readonly gaps: readonly Gap[];
  readonly notJudged: NotJudged;
  readonly drift: readonly DriftOfSeverity[];
  readonly questions: readonly Question[];
  readonly changes: Changes | null;
  readonly exceptions: readonly ExceptionInForce[];
  readonly baseline: ScanOutcome['baseline'];
  /** For marking findings: what changed about each since the last report. */
  readonly news: ReadonlyMap<string, NewsItem>;
}

/** Everything a report for people is made of, whatever it is rendered to. */
export function reportOf(outcome: ScanOutcome): Report {
  const gaps = gapsOf(outcome.inventory);
  const drift = driftOf(outcome);
  const changes = changesOf(outcome);
  const notJudged = notJudgedBy(outcome.missingSections);
  return {
    scan: outcome.scan,
    headline: headlineOf({
      isAnythingRead: isAnythingRead(outcome.inventory),
      gaps,
      isPartUnchecked: notJudged.notYetBuilt.length > 0,
      drift,
      changes,
    }),
    gaps,
    notJudged,
    drift,
    questions: questionsOf(outcome.inventory),
    changes,
    exceptions: exceptionsInForce(outcome),
    baseline: outcome.baseline,
    news: newsByFinding(outcome.news),
  };
}

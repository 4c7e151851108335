import type { Finding } from '#rules/engine/finding.js';
import { daysBetween } from '#rules/policy/term.js';
import type { ReportedFinding } from '../model/scan-outcome.js';
import { counted, dayInWords } from '../model/words.js';
import { itemsOf } from './items.js';
import type { Week } from './week.js';
import type { WeeklySection } from './weekly-report.js';

/** Findings that are listed; the rest is counted. A mail of more than about 100 KB is cut off by Gmail. */
const MOST_NEW = 30;
const MOST_OPEN = 30;

/** What came, came back or changed since the last report; null if nothing did, and in the first report, where all is open. */
export function newSection(week: Week): WeeklySection | null {
  const { changes, drift } = week;
  const news = drift.filter((one) => isNews(week, one));
  if (changes === null || news.length === 0) return null;
  return {
    kind: 'new',
    heading: `New or changed since the report of ${dayInWords(changes.since)}`,
    items: itemsOf(news, {
      remarksOf: (finding) => [...changeInWords(week, finding), ...ownerOf(week, finding)],
      most: MOST_NEW,
      mostOfAKind: () => 8,
      told: 'in full',
    }),
  };
}

/** What was there before and still is, gravest first, with its age and who looks after it. */
export function openSection(week: Week): WeeklySection | null {
  const open = week.drift.filter((one) => week.changes === null || !isNews(week, one));
  if (open.length === 0) return null;
  return {
    kind: 'open',
    heading: week.changes === null ? 'Open' : 'Still open',
    // It was told in full when it was new: by now it is a list to work through.
    items: itemsOf(open, {
      remarksOf: (finding) => [
        ...(finding.observation === 'not_observed' ? ['not seen this time'] : []),
        ageOf(finding, week.facts.day),
        ...(finding.disposition.kind === 'acknowledged' ? ['acknowledged'] : []),
        ...ownerOf(week, finding),
      ],
      most: MOST_OPEN,
      mostOfAKind: (severity) => (severity === 'high' ? 4 : 2),
      told: 'in short',
    }),
  };
}

const NEWS_WORDS: Readonly<Record<string, string>> = {
  new: '',
  reopened: 'came back',
  updated: 'changed',
};

function isNews({ newsOf }: Week, { finding }: ReportedFinding): boolean {
  return NEWS_WORDS[newsOf.get(finding.id)?.change ?? ''] !== undefined;
}

function changeInWords({ newsOf }: Week, { id }: Finding): readonly string[] {
  const item = newsOf.get(id);
  if (item?.change === 'reopened' && item.cause === 'disposition') return ['your exception has ended'];
  const words = NEWS_WORDS[item?.change ?? ''] ?? '';
  return words === '' ? [] : [words];
}

/** "with Tom"; where nobody looks after anything, nothing is said of it. */
function ownerOf({ facts: { assignees } }: Week, { id }: Finding): readonly string[] {
  if (assignees.size === 0) return [];
  const name = assignees.get(id);
  return [name === undefined ? 'with nobody yet' : `with ${name}`];
}

/** "3 weeks", "since 3 March 2026"; the heading says that it is open. */
function ageOf({ firstSeen }: Finding, day: string): string {
  const days = Math.max(0, daysBetween(firstSeen, day));
  if (days === 0) return 'since today';
  if (days < 14) return counted(days, 'day');
  if (days < 60) return counted(Math.floor(days / 7), 'week');
  return `since ${dayInWords(firstSeen)}`;
}

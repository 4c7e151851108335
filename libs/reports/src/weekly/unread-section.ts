import type { Gap } from '../model/gap.js';
import { counted, dayInWords, numberInWords } from '../model/words.js';
import type { FailedScan } from './week-facts.js';
import type { Week } from './week.js';
import type { WeeklyItem, WeeklySection } from './weekly-report.js';

/** What could not be read and who must act, before anything else (law 2). */
export function unreadSection(week: Week): WeeklySection | null {
  const { facts, gaps } = week;
  const notSeen = notSeenIn(week);
  const items = [
    ...(facts.isScannedSince ? [] : [notScanned(week)]),
    ...(facts.failedScan === null ? [] : [failed(facts.failedScan)]),
    ...gaps.slice(0, MOST_GAPS).map(gapItem),
    ...(gaps.length <= MOST_GAPS ? [] : [furtherGaps(gaps.length - MOST_GAPS)]),
    ...(notSeen === 0 ? [] : [notSeenItem(notSeen)]),
  ];
  return items.length === 0 ? null : { kind: 'unread', heading: 'What could not be read', items };
}

/** Whether all was read that anybody could have read: what a tool tells nobody is the same every week. */
export function isAllRead(week: Week): boolean {
  const { isScannedSince, failedScan } = week.facts;
  const areKnownLimits = week.gaps.every(({ kind }) => kind === 'unsupported');
  return week.isRead && areKnownLimits && isScannedSince && failedScan === null && notSeenIn(week) === 0;
}

function notSeenIn({ drift, duties }: Week): number {
  return [...drift, ...duties].filter(({ finding }) => finding.observation === 'not_observed').length;
}

function notScanned({ scannedOn, facts }: Week): WeeklyItem {
  return said(
    `No scan has finished since ${dayInWords(scannedOn)}`,
    'What changed in your tools since then is not known.',
    facts.failedScan === null
      ? ['Start a scan, and see that one is planned: Plumbline must be running at that hour.']
      : [],
  );
}

function failed({ day, message, step }: FailedScan): WeeklyItem {
  return said(`The scan of ${dayInWords(day)} failed`, message, [step]);
}

const MOST_STEPS = 8;

/** More than this would push the news out of sight; the first are the gravest. */
const MOST_GAPS = 12;

function furtherGaps(count: number): WeeklyItem {
  return said(`${counted(count, 'further thing')} could not be read`, null, [
    'Solve the ones above first; the scan itself lists them all.',
  ]);
}

function gapItem({ what, steps }: Gap): WeeklyItem {
  const shown = steps.slice(0, MOST_STEPS);
  const more = steps.length - shown.length;
  return said(what, null, more === 0 ? shown : [...shown, `${numberInWords(more)} more of this kind.`]);
}

function notSeenItem(count: number): WeeklyItem {
  const them = count === 1 ? 'It stays' : 'They stay';
  return said(
    `${counted(count, 'known finding')} could not be looked at again`,
    `${them} open: what nobody could look at is not fixed.`,
    [],
  );
}

function said(what: string, why: string | null, steps: readonly string[]): WeeklyItem {
  return { severity: null, what, remarks: [], why, steps, lines: [], more: 0, finding: null };
}

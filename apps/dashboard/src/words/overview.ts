import type { OverviewAnswer } from '../api/shapes.js';
import { counted, listed } from './counted.js';
import { dayInWords, dueInWords, fromNow, instantInWords, weekDayInWords } from './dates.js';

type Read = Pick<OverviewAnswer['systems'][number], 'complete' | 'of' | 'untold'>;

export const overviewWords = {
  title: 'Overview',
  asOf: (day: string) => `As things stood on ${dayInWords(day)}`,
  scanNow: 'Scan now',
  watch: 'A scan is under way: watch it',
  scanFailed: 'The last scan failed. What you see here is older.',
  toScan: 'To that scan',
  drift: 'Open drift',
  driftLead: 'Where your tools and your policy differ, without what you have accepted for a while.',
  notObserved: (count: number) =>
    `${counted(count, 'of them was', 'of them were')} not looked at by the last scan, and may be gone or not.`,
  trend: 'How it went',
  trendBegins: 'The picture begins with the second scan.',
  trendLabel: 'Open drift by scan and how grave it is',
  asTable: 'As a table',
  scan: 'Scan',
  came: 'Came',
  fixed: 'Fixed',
  unreadTools: 'Tools that failed or refused',
  unread: 'What could not be read',
  unreadLead: 'Nothing here counts as fine, and nothing as fixed.',
  whatToDo: 'What to do',
  tools: 'Your tools',
  simulated: 'simulated',
  unclaimed: 'Files that no system claims',
  business: 'Your business',
  businessLead: 'Vendors and duties, whatever the tool',
  noDrift: 'Nothing differs',
  differs: (count: number) => counted(count, 'thing differs', 'things differ'),
  nothingKnown: 'Nothing can be said of it.',
  lastScan: (instant: string) => `Last scan ${fromNow(instant)}`,
  lastScanAt: (instant: string) => instantInWords(instant),
  nextScan: (instant: string | null) =>
    instant === null ? 'No scan is planned' : `Next scan ${dueInWords(instant)}`,
  coverage: {
    read: ({ untold }: Read) =>
      untold === 0
        ? 'All of it was read'
        : `Read, but for ${counted(untold, 'thing')} that it tells no program`,
    partial: ({ complete, of }: Read) => `${complete} of ${of} parts read in full`,
    'not read': () => 'Not read',
  },
  duties: 'Duties',
  dutiesLead: 'What your policy says that you do regularly.',
  noDuties: 'Nothing is due in the next 30 days, of what the last scan looked at.',
  ending: 'Accepted, and ending soon',
  endsOn: (day: string) => `until ${dayInWords(day)}`,
  policyMissing: 'There is no policy yet',
  policyMissingStep:
    'Write your one page first: “npx --no-install plumbline policy init” makes a draft with a comment on every line, and “policy import” brings it here.',
  neverScanned: 'Nothing has been scanned yet',
  neverScannedStep:
    'Try it with an invented bakery, drop the exports of your tools, or connect one. The first scan takes a minute or two.',
  begin: 'Begin',
};

/** The one sentence to read if one reads nothing else. Never better than what was read (law 2). */
export function headlineOf({
  scan,
  anything_read: isRead,
  since,
  gaps,
  drift,
  systems,
}: OverviewAnswer): string {
  if (scan === null) return overviewWords.neverScanned;
  if (!isRead) return 'Nothing could be read, so nothing can be said of your tools.';
  const unread = systems.filter(({ coverage }) => coverage !== 'read').length;
  const open = drift.high + drift.medium + drift.low + drift.info;
  if (open === 0 && gaps.length === 0 && unread === 0) return 'Your tools agree with your policy.';
  const first = since.scanned_before ? newsOf(since) : differing(open);
  if (unread > 0) return `${first}; ${counted(unread, 'tool could', 'tools could')} not be fully read.`;
  return gaps.length === 0
    ? `${first}.`
    : `${first}; ${counted(gaps.length, 'thing')} could not be looked at.`;
}

function newsOf({ day, appeared, fixed }: OverviewAnswer['since']): string {
  const news = [
    ...(appeared > 0 ? [counted(appeared, 'new thing')] : []),
    ...(fixed > 0 ? [`${counted(fixed, 'thing')} fixed`] : []),
  ];
  return `${news.length === 0 ? 'Nothing new' : listed(news)} since ${weekDayInWords(day)}`;
}

/** After the very first scan all of it is new, so that this is no news. */
const differing = (open: number): string =>
  open === 0
    ? 'Nothing that was read differs from your policy'
    : `${counted(open, 'thing differs', 'things differ')} from your policy`;

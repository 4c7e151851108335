import { counted } from '../model/words.js';
import { newSection } from './drift-sections.js';
import { unreadSection } from './unread-section.js';
import { type Week, weekOf } from './week.js';
import type { WeekFacts } from './week-facts.js';
import type { WeeklyReport } from './weekly-report.js';

const NEWS: ReadonlySet<string> = new Set(['new', 'reopened', 'updated']);

/**
 * What must be told at once: what came since the last alert and is grave, and what could not be read. Null: nothing of
 * the kind came, or nothing was remembered before. Pure.
 */
export function alertReportOf(facts: WeekFacts): WeeklyReport | null {
  const { organization, day, outcome } = facts;
  if (outcome === null) return null;
  const week = weekOf(facts, outcome);
  const grave = graveNewsOf(week);
  const news = newSection({ ...week, drift: grave });
  if (news === null) return null;
  const unread = unreadSection(week);
  const sections = [unread, { ...news, heading: 'New, and grave' }].filter((section) => section !== null);
  return {
    isAlert: true,
    organization,
    day,
    news: [
      `${counted(grave.length, 'grave finding')} ${grave.length === 1 ? 'is' : 'are'} new`,
      ...(unread === null ? [] : ['not everything could be read']),
    ].join(', '),
    tone: 'drift',
    summary: ['This came with the latest scan and should not wait for the weekly report.'],
    sections,
    trend: [],
    unlisted: news.items.reduce((sum, { more }) => sum + more, 0),
  };
}

function graveNewsOf({ drift, newsOf }: Week) {
  return drift.filter(
    ({ finding }) =>
      finding.severity === 'high' &&
      finding.observation === 'present' &&
      NEWS.has(newsOf.get(finding.id)?.change ?? ''),
  );
}

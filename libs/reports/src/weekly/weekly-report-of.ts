import { driftOf } from '../model/drift.js';
import { headlineOf } from '../model/headline.js';
import { dayInWords } from '../model/words.js';
import { newSection, openSection } from './drift-sections.js';
import { dutiesSection } from './duties-section.js';
import { exceptionsSection } from './exceptions-section.js';
import { fixedSection, goneSection } from './gone-sections.js';
import { newsInShort } from './news-in-short.js';
import { neverScanned } from './never-scanned.js';
import { quietWeek } from './quiet-week.js';
import { isAllRead, unreadSection } from './unread-section.js';
import { type Week, weekOf } from './week.js';
import type { WeekFacts } from './week-facts.js';
import type { WeeklyReport, WeeklySection } from './weekly-report.js';

/** The weekly report of an organization. Pure: the same facts give the same words. */
export function weeklyReportOf(facts: WeekFacts): WeeklyReport {
  const { organization, day, outcome, trend } = facts;
  if (outcome === null) return neverScanned(facts);
  const week = weekOf(facts, outcome);
  const told = sectionsOf(week);
  const isShort = told.length === 0 && isAllRead(week);
  const sections = isShort ? [] : [unreadSection(week), ...told].filter((section) => section !== null);
  return {
    organization,
    day,
    news: newsInShort(week),
    tone: toneOf(week),
    summary: isShort ? quietWeek(week) : summaryOf(week),
    sections,
    trend: trend.length < 2 || isShort ? [] : trend,
    unlisted: sections.flatMap(({ items }) => items).reduce((sum, { more }) => sum + more, 0),
  };
}

/** What is told beside what could not be read. */
function sectionsOf(week: Week): readonly WeeklySection[] {
  return [
    newSection(week),
    openSection(week),
    fixedSection(week),
    goneSection(week),
    exceptionsSection(week),
    dutiesSection(week),
  ].filter((section) => section !== null);
}

/** A week in which something is not known is not all clear, be it only what a tool never tells. */
function toneOf(week: Week): WeeklyReport['tone'] {
  if (week.drift.length + week.duties.length > 0) return 'drift';
  const isAllClear = week.gaps.length === 0 && !week.isPartUnchecked && isAllRead(week);
  return isAllClear ? 'quiet' : 'unsure';
}

function summaryOf(week: Week): readonly string[] {
  const { facts, outcome, changes, isRead, isPartUnchecked, gaps } = week;
  const headline = headlineOf({
    isAnythingRead: isRead,
    gaps,
    isPartUnchecked,
    drift: driftOf(outcome),
    changes,
  });
  if (facts.isScannedSince) return headline.sentences;
  const state = `No scan has finished since the last report, so this is how things stood on ${dayInWords(week.scannedOn)}: it is not a clean result.`;
  // Of tools that nobody has looked at nothing good is said.
  return headline.tone === 'drift' ? [state, ...headline.sentences] : [state];
}

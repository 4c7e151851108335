import type { Changes } from './changes.js';
import type { DriftOfSeverity } from './drift.js';
import type { Gap } from './gap.js';
import { counted, dayInWords, listed, numberInWords } from './words.js';

/** The news in a sentence or two. */
export interface Headline {
  /** `quiet` only if everything that was asked for was read and nothing differs. */
  readonly tone: 'quiet' | 'unsure' | 'drift';
  readonly sentences: readonly string[];
}

export interface HeadlineInput {
  readonly isAnythingRead: boolean;
  readonly gaps: readonly Gap[];
  readonly drift: readonly DriftOfSeverity[];
  readonly changes: Changes | null;
}

export function headlineOf({ isAnythingRead, gaps, drift, changes }: HeadlineInput): Headline {
  const counts = drift.filter(({ severity }) => severity !== 'info');
  const places = counts.reduce((sum, { count }) => sum + count, 0);
  const news = changes === null ? [] : [newsSentence(changes)];
  if (!isAnythingRead) {
    return {
      tone: 'unsure',
      sentences: [
        'Nothing could be read, so nothing can be said of your tools: this is not a clean result.',
        ...(places === 0 ? [] : [`The policy by itself has ${counted(places, 'open point')}.`]),
        ...news,
      ],
    };
  }
  const bySeverity = listed(counts.map(({ severity, count }) => `${numberInWords(count)} ${severity}`));
  const state =
    places > 0
      ? `Your tools and your policy differ in ${counted(places, 'place')}: ${bySeverity}.`
      : gaps.length > 0
        ? 'What was read agrees with your policy.'
        : 'Your tools agree with your policy.';
  return {
    tone: places > 0 ? 'drift' : gaps.length > 0 ? 'unsure' : 'quiet',
    sentences: [...news, state, ...unreadSentence(gaps)],
  };
}

function unreadSentence(gaps: readonly Gap[]): readonly string[] {
  const broken = gaps.filter(({ kind }) => kind === 'failed' || kind === 'denied').length;
  if (broken > 0) return [`Not everything could be read: ${counted(broken, 'problem')}, see below.`];
  return gaps.length > 0 ? ['Not everything was there to read: see below.'] : [];
}

function newsSentence({ since, groups }: Changes): string {
  const day = dayInWords(since);
  if (groups.length === 0) return `Nothing changed since the report of ${day}.`;
  const parts = groups.map(({ kind, count }) => `${numberInWords(count)} ${NEWS_WORDS[kind]}`);
  return `Since the report of ${day}: ${listed(parts, parts.length)}.`;
}

const NEWS_WORDS: Readonly<Record<Changes['groups'][number]['kind'], string>> = {
  new: 'new',
  reopened: 'came back',
  updated: 'changed',
  fixed: 'fixed',
  gone_by_policy: 'settled by the changed policy',
  gone_by_rules: 'dropped by changed rules',
  gone_by_decision: 'settled by the new baseline',
  not_observed: 'not seen this time',
};

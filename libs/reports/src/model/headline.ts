import type { Changes } from './changes.js';
import type { DriftOfSeverity } from './drift.js';
import { counted, dayInWords, listed, numberInWords } from './words.js';

/** The news in a sentence or two. */
export interface Headline {
  /** `quiet` only if everything that was asked for could be judged and nothing differs. */
  readonly tone: 'quiet' | 'unsure' | 'drift';
  readonly sentences: readonly string[];
}

export interface HeadlineInput {
  readonly isAnythingRead: boolean;
  readonly unread: number;
  readonly drift: readonly DriftOfSeverity[];
  readonly changes: Changes | null;
}

export function headlineOf({ isAnythingRead, unread, drift, changes }: HeadlineInput): Headline {
  const places = drift
    .filter(({ severity }) => severity !== 'info')
    .reduce((sum, { count }) => sum + count, 0);
  const news = changes && newsSentence(changes);
  if (!isAnythingRead) {
    const policyAlone = places === 0 ? [] : [`The policy by itself shows ${counted(places, 'open point')}.`];
    return {
      tone: 'unsure',
      sentences: [
        'Nothing could be read, so this report cannot say how your tools are doing.',
        ...policyAlone,
      ],
    };
  }
  const unreadSentence =
    unread === 0
      ? []
      : [`${counted(unread, 'thing')} could not be read or only in part; see the first list.`];
  const state =
    places === 0
      ? unread === 0
        ? 'Your tools agree with your policy.'
        : 'What could be read agrees with your policy.'
      : `Your tools and your policy differ in ${counted(places, 'place')}: ${bySeverity(drift)}.`;
  return {
    tone: places > 0 ? 'drift' : unread > 0 ? 'unsure' : 'quiet',
    sentences: [...(news === null ? [] : [news]), state, ...unreadSentence],
  };
}

function bySeverity(drift: readonly DriftOfSeverity[]): string {
  return listed(
    drift
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, count }) => `${numberInWords(count)} ${severity}`),
  );
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
  gone_by_decision: 'settled by a decision',
  not_observed: 'not seen this time',
};

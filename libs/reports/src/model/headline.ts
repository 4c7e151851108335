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
  /** The policy says something that this version has no rule for. */
  readonly isPartUnchecked: boolean;
  readonly drift: readonly DriftOfSeverity[];
  readonly changes: Changes | null;
}

export function headlineOf({
  isAnythingRead,
  gaps,
  isPartUnchecked,
  drift,
  changes,
}: HeadlineInput): Headline {
  const counts = drift.filter(({ severity }) => severity !== 'info');
  const places = counts.reduce((sum, { count }) => sum + count, 0);
  const notSeen = notSeenIn(counts);
  const news = changes === null ? [] : [newsSentence(changes)];
  if (!isAnythingRead) {
    return {
      tone: 'unsure',
      sentences: [
        'Nothing could be read, so nothing can be said of your tools: this is not a clean result.',
        ...(isAnyBroken(gaps) ? [] : ['Check that the folder is the right one.']),
        ...(places === notSeen
          ? []
          : [`The policy by itself has ${counted(places - notSeen, 'open point')}.`]),
        ...(notSeen === 0 ? [] : [`Still open from earlier scans: ${counted(notSeen, 'point')}.`]),
        ...news,
      ],
    };
  }
  const bySeverity = listed(counts.map(({ severity, count }) => `${numberInWords(count)} ${severity}`));
  if (places > 0) {
    const state = `Your tools and your policy differ in ${counted(places, 'place')}: ${bySeverity}.`;
    return { tone: 'drift', sentences: [...news, state, ...unreadSentence(gaps)] };
  }
  if (gaps.length > 0 || isPartUnchecked) {
    const state = 'What was read and checked agrees with your policy.';
    return { tone: 'unsure', sentences: [...news, state, ...unreadSentence(gaps)] };
  }
  return { tone: 'quiet', sentences: [...news, 'Your tools agree with your policy.'] };
}

/** Open findings that this scan could not see: they are not news of the policy or of the tools. */
function notSeenIn(drift: readonly DriftOfSeverity[]): number {
  const findings = drift.flatMap(({ groups }) => groups.flatMap((group) => group.findings));
  return findings.filter(({ finding }) => finding.observation === 'not_observed').length;
}

const isBroken = ({ kind }: Gap) => kind === 'failed' || kind === 'denied';
const isAnyBroken = (gaps: readonly Gap[]) => gaps.some(isBroken);

function unreadSentence(gaps: readonly Gap[]): readonly string[] {
  const broken = gaps.filter(isBroken).length;
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
  told_otherwise: 'reported as something else now',
  not_observed: 'not seen this time',
};

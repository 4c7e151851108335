import { numberInWords } from '../model/words.js';
import type { Week } from './week.js';

/** The news as a subject line begins: "2 new, 1 fixed", "Nothing new, 5 open", "Nothing could be read, 5 open". */
export function newsInShort(week: Week): string {
  const { drift, duties, changes, facts, isRead, gaps } = week;
  const open = drift.length + duties.length;
  const stillOpen = open === 0 ? [] : [`${numberInWords(open)} open`];
  if (!facts.isScannedSince) return ['No scan since the last report', ...stillOpen].join(', ');
  if (!isRead) return ['Nothing could be read', ...stillOpen].join(', ');
  const broken = gaps.filter(({ kind }) => kind === 'failed' || kind === 'denied').length;
  const unread = broken === 0 ? [] : ['not everything could be read'];
  if (changes === null)
    return [open === 0 ? 'Nothing open' : `${numberInWords(open)} open`, ...unread].join(', ');
  const count = (kinds: readonly string[]) =>
    changes.groups.filter(({ kind }) => kinds.includes(kind)).reduce((sum, group) => sum + group.count, 0);
  const parts = [
    { count: count(['new']), word: 'new' },
    { count: count(['reopened']), word: 'came back' },
    { count: count(['updated']), word: 'changed' },
    { count: count(['fixed']), word: 'fixed' },
    { count: count(['gone_by_policy', 'gone_by_rules', 'gone_by_decision', 'told_otherwise']), word: 'gone' },
  ].flatMap((part) => (part.count === 0 ? [] : [`${numberInWords(part.count)} ${part.word}`]));
  return [...(parts.length === 0 ? ['Nothing new', ...stillOpen] : parts), ...unread].join(', ');
}

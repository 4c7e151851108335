import type { Policy, PolicyRetention } from '#rules/policy/policy.js';
import { termInWords } from '#rules/policy/term.js';
import { gaps, list, type DocumentSection } from '../document-part.js';
import { sentenceStart } from './policy-words.js';

const SUBJECTS = { customers: 'people who bought something', leads: 'people who have not bought anything' };
const EVENTS = { last_purchase: 'their last purchase', last_activity: 'we last heard from them' };

/** After which time the data of whom is deleted. */
export function howLong({ retention }: Policy): DocumentSection {
  const said = new Set(retention.map(({ subjects }) => subjects));
  const open = (['customers', 'leads'] as const).filter((subjects) => !said.has(subjects));
  const whose = open.map((subjects) => SUBJECTS[subjects]).join(' and ');
  return {
    heading: 'For how long',
    column: 'right',
    parts: [
      ...list(retention.map(sentenceOf)),
      ...gaps([
        open.length === 0 ? null : `This policy does not say for how long it keeps the data of ${whose}.`,
      ]),
    ],
  };
}

/** "People who bought something: deleted 24 months after their last purchase …", a sentence for each. */
export function howLongInWords({ retention }: Policy): readonly string[] {
  return retention.map(sentenceOf);
}

function sentenceOf({ subjects, keep, after, longer }: PolicyRetention): string {
  const main = `${sentenceStart(SUBJECTS[subjects])}: deleted ${termInWords(keep)} after ${EVENTS[after]}`;
  const others = longer.map(
    (other) => `in ${other.system} after ${termInWords(other.keep)} (${other.because})`,
  );
  return `${[main, ...others].join('; ')}.`;
}

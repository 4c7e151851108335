import type { ChangeGroup } from '../model/changes.js';
import type { Report } from '../model/report.js';
import { countInWords } from '../model/evidence-words.js';
import { counted, dayInWords, listed, numberInWords } from '../model/words.js';
import { shortId } from './finding-line.js';
import type { Page } from './page.js';

/** Questions beyond these are in the JSON report: nobody answers fifty at once. */
const MOST_QUESTIONS = 8;

/** Parts of the policy that are not there: nothing was judged by them (E36). */
export function writeMissingSections(page: Page, { missingSections }: Report): void {
  if (missingSections.length === 0) return;
  page.gap();
  page.text('NOT JUDGED', { paint: page.paint.bold });
  const parts = missingSections.map(({ section, notJudged }) => `${notJudged} (${section}:)`);
  page.text(`The policy does not say, so nothing was judged by it: ${listed(parts, parts.length)}.`, {
    indent: 2,
    mark: '? ',
    paintMark: page.paint.yellow,
  });
  page.text('Add these parts to the policy when you are ready; each is optional.', {
    indent: 4,
    mark: '→ ',
    paintMark: page.paint.cyan,
  });
}

/** What only the owner can say. */
export function writeQuestions(page: Page, { questions }: Report): void {
  const [first] = questions;
  if (!first) return;
  const { paint } = page;
  page.gap();
  page.text('QUESTIONS TO YOU: is this personal data?', { paint: paint.bold });
  page.gap();
  for (const question of questions.slice(0, MOST_QUESTIONS)) {
    const { system, object, label, guess, reason, filled, records } = question;
    const count = countInWords({ count: filled, of: records }) ?? '';
    page.text(`${system}, ${object}: "${label}" may be ${guess.toLowerCase()}, ${count}. ${reason}`, {
      indent: 2,
      mark: '? ',
      paintMark: paint.yellow,
    });
  }
  const more = questions.length - MOST_QUESTIONS;
  if (more > 0) page.text(`and ${counted(more, 'more field')}; --format json lists them all.`, { indent: 4 });
  page.text('Answer under classify: in the policy, with "none" for no, or with the category; for example', {
    indent: 4,
    mark: '→ ',
    paintMark: paint.cyan,
  });
  page.text(
    `- { system: ${first.system}, object: ${quoted(first.object)}, field: ${quoted(first.field)}, category: none }`,
    { indent: 6 },
  );
}

/** YAML needs quotes around what is not a plain word. */
function quoted(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) ? text : JSON.stringify(text);
}

const CHANGES: Readonly<Record<ChangeGroup['kind'], string>> = {
  new: 'New',
  reopened: 'Came back',
  updated: 'Changed',
  fixed: 'Fixed',
  gone_by_policy: 'Settled, because the policy changed',
  gone_by_rules: 'Not reported any more, because the rules of Plumbline changed',
  gone_by_decision: 'Not reported any more, because a new baseline was approved',
  not_observed: 'Not seen this time, because what it was read from was not read in full; still open',
};

/** What changed since the last report; the first report has nothing to compare with. */
export function writeChanges(page: Page, { changes }: Report): void {
  if (changes === null || changes.groups.length === 0) return;
  const { paint } = page;
  page.gap();
  page.text(`CHANGED SINCE THE REPORT OF ${dayInWords(changes.since)}`, { paint: paint.bold });
  for (const { kind, count, findings } of changes.groups) {
    page.gap();
    page.text(`${CHANGES[kind]}: ${numberInWords(count)}`, {
      indent: 2,
      paint: kind === 'fixed' ? paint.green : (text) => text,
    });
    for (const reported of findings) {
      page.text(reported.finding.title, {
        indent: 4,
        mark: '• ',
        right: shortId(reported),
        paintRight: paint.dim,
      });
    }
  }
}

/** What people accepted for a while, and what of it ends soon (law 5). */
export function writeExceptions(page: Page, { exceptions }: Report): void {
  if (exceptions.length === 0) return;
  const { paint } = page;
  page.gap();
  page.text(`ACCEPTED FOR A WHILE: ${numberInWords(exceptions.length)}`, { paint: paint.bold });
  for (const { finding, disposition, daysLeft, endsSoon } of exceptions) {
    page.gap();
    page.text(finding.title, {
      indent: 2,
      mark: endsSoon ? '! ' : '• ',
      paintMark: endsSoon ? paint.yellow : (text) => text,
      right: shortId({ finding }),
      paintRight: paint.dim,
    });
    const end = daysLeft === 0 ? 'today' : `in ${counted(daysLeft, 'day')}`;
    const until = `until ${dayInWords(disposition.until)}${endsSoon ? `, which is ${end}` : ''}`;
    page.text(`Accepted by ${disposition.approver} ${until}: ${disposition.reason}`, {
      indent: 4,
      paint: endsSoon ? paint.yellow : paint.dim,
    });
  }
}

/** The approved state, in one line. */
export function writeBaseline(page: Page, { baseline }: Report): void {
  page.gap();
  if (baseline === null) {
    page.text('No baseline yet: once you know this state, approve it with "plumbline baseline approve".', {
      paint: page.paint.dim,
    });
    return;
  }
  const { approvedBy, approvedOn, appeared, vanished } = baseline;
  const since =
    appeared.length + vanished.length === 0
      ? 'nothing came or went since'
      : `since then ${numberInWords(appeared.length)} came and ${numberInWords(vanished.length)} went`;
  page.text(`Baseline approved by ${approvedBy} on ${dayInWords(approvedOn)}: ${since}.`, {
    paint: page.paint.dim,
  });
}

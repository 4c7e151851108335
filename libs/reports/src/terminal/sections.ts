import type { ChangeGroup } from '../model/changes.js';
import type { Question } from '../model/questions.js';
import type { Report } from '../model/report.js';
import { counted, dayInWords, numberInWords } from '../model/words.js';
import { idCell, stepCell } from './marks.js';
import type { Page } from './page.js';

/** Questions beyond these are in the JSON report: nobody answers fifty at once. */
const MOST_QUESTIONS = 8;

/** Fields of which only the owner can say what they hold. */
export function writeQuestions(page: Page, { questions }: Report): void {
  const [first] = questions;
  if (!first) return;
  const { paint } = page;
  page.heading('QUESTIONS TO YOU: IS THIS PERSONAL DATA?');
  page.gap();
  for (const { system, object, label, guess, reason, filled, records } of questions.slice(
    0,
    MOST_QUESTIONS,
  )) {
    page.text(`"${label}" of ${object} in ${system} may be: ${guess}. ${reason}`, {
      indent: 2,
      left: [{ text: '? ', paint: paint.yellow }],
      right: [{ text: `${numberInWords(filled)} of ${counted(records, 'record')}` }],
    });
  }
  const more = questions.length - MOST_QUESTIONS;
  if (more > 0)
    page.text(`... and ${counted(more, 'more field')}, all of them in --format json.`, { indent: 4 });
  page.text('Answer under classify: in the policy, with the kind of data or with none. For example:', {
    indent: 4,
    left: [stepCell(page)],
  });
  page.text(answerTo(first), { indent: 6 });
}

/** A line of the policy. */
function answerTo({ system, object, field }: Question): string {
  return `- { system: ${quoted(system)}, object: ${quoted(object)}, field: ${quoted(field)}, category: none }`;
}

/** YAML needs quotes around what is not a plain word. */
function quoted(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) ? text : JSON.stringify(text);
}

/** Changes of a kind beyond these are counted only: what is still open stands above, marked. */
const MOST_CHANGES = 10;

const CHANGES: Readonly<Record<ChangeGroup['kind'], string>> = {
  new: 'New',
  reopened: 'Came back',
  updated: 'Changed',
  fixed: 'Fixed',
  gone_by_policy: 'Settled, because the policy changed',
  gone_by_rules: 'Not reported any more, because the rules of Plumbline changed',
  gone_by_decision: 'Settled, because a new baseline was approved',
  told_otherwise: 'Not fixed: reported as another finding now',
  not_observed: 'Not seen, because what it stands in was not read in full; still open',
};

/** What changed since the last report; the first one has nothing to compare with. */
export function writeChanges(page: Page, { changes }: Report): void {
  if (changes === null || changes.groups.length === 0) return;
  const { paint } = page;
  page.heading(`CHANGED SINCE THE REPORT OF ${dayInWords(changes.since).toUpperCase()}`);
  page.gap();
  for (const { kind, count, findings } of changes.groups) {
    const isGood = kind === 'fixed';
    page.text(`${CHANGES[kind]}: ${numberInWords(count)}`, {
      indent: 2,
      ...(isGood && { paint: paint.green }),
    });
    const shown = findings.slice(0, MOST_CHANGES);
    for (const { finding } of shown) {
      page.text(finding.title, { indent: 4, left: [{ text: '• ' }], right: [idCell(page, finding)] });
    }
    if (count > shown.length) page.text(`... and ${numberInWords(count - shown.length)} more`, { indent: 4 });
  }
}

/** What people accepted for a while, and what of it ends soon (law 5). */
export function writeExceptions(page: Page, { exceptions }: Report): void {
  if (exceptions.length === 0) return;
  const { paint } = page;
  page.heading(`ACCEPTED FOR A WHILE: ${numberInWords(exceptions.length)}`);
  page.gap();
  for (const { finding, disposition, daysLeft, endsSoon } of exceptions) {
    const end = daysLeft === 0 ? 'ends today' : `ends in ${counted(daysLeft, 'day')}`;
    page.text(finding.title, {
      indent: 2,
      left: [endsSoon ? { text: '! ', paint: paint.yellow } : { text: '• ' }],
      right: [{ text: endsSoon ? end : '', paint: paint.yellow }, idCell(page, finding)],
    });
    const { approver, until, reason } = disposition;
    page.text(`Until ${dayInWords(until)}, by ${approver}: ${reason}`, { indent: 4, paint: paint.dim });
  }
}

/** Where to read on, and the approved state in one line. */
export function writeEnd(page: Page, { drift, baseline }: Report): void {
  const { dim } = page.paint;
  page.gap();
  if (drift.length > 0) {
    page.text(`To read one in full, give the code at its right: ${page.command('findings CODE')}`, {
      paint: dim,
    });
  }
  page.text(baseline === null ? noBaseline(page) : sinceApproval(baseline), { paint: dim });
}

/** What approving does stands beside it: the word alone sounds like accepting what was found. */
function noBaseline(page: Page): string {
  return `No baseline yet. To be told from now on what is new, approve this scan; its findings stay open: ${page.command('baseline approve')}`;
}

function sinceApproval({
  approvedBy,
  approvedOn,
  appeared,
  vanished,
}: NonNullable<Report['baseline']>): string {
  const since =
    appeared.length + vanished.length === 0
      ? 'nothing came or went since'
      : `since then ${numberInWords(appeared.length)} came and ${numberInWords(vanished.length)} went`;
  return `Baseline approved by ${approvedBy} on ${dayInWords(approvedOn)}: ${since}.`;
}

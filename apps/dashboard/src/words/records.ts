import { counted } from './counted.js';
import { inFigures, instantInWords } from './dates.js';

/** What is listed, by the rule that found it. */
export type ListableRule =
  | 'retention.overdue'
  | 'retention.undated'
  | 'retention.not-propagated'
  | 'consent.missing'
  | 'consent.conflict'
  | 'field.free-text';

const TITLES: Readonly<Record<ListableRule, string>> = {
  'retention.overdue': 'Kept for longer than your policy says',
  'retention.undated': 'Without a date to count from',
  'retention.not-propagated': 'Deleted, and still there',
  'consent.missing': 'Written to without proof of consent',
  'consent.conflict': 'Written to, although they said no elsewhere',
  'field.free-text': 'Notes that hold what does not belong there',
};

export const isListable = (rule: string | null): rule is ListableRule =>
  rule !== null && Object.hasOwn(TITLES, rule);

const SUBJECTS: Readonly<Record<string, string>> = {
  customers: 'people who bought something',
  leads: 'people who never bought anything',
};

export const recordsWords = {
  show: 'Show the records once',
  showOf: (what: string) => `Show the records once: ${what}`,
  which: 'Which records are these?',
  whichLead:
    'Plumbline keeps the numbers of a few of them at most. It can read your tools once more and show an owner the numbers of all of them, so that they can be opened and put right there.',
  ownersOnly: 'Only an owner of this business may see which records these are.',
  title: (rule: ListableRule) => TITLES[rule],
  where: (system: string, subject: string | null) =>
    subject === null ? `in ${system}` : `in ${system}: ${SUBJECTS[subject] ?? subject}`,
  noSuchList: 'There is no such list',
  noSuchListStep: 'Begin at a finding, or at the page on retention and consent.',
  how: 'How this works',
  steps: [
    'Plumbline reads your tools and waiting exports once more. That takes about as long as a scan.',
    'It shows you the number of each record here, and forgets them when you leave this page. The list is stored nowhere.',
    'Open each record in the tool, by its link or by looking its number up there, and delete or correct it there. Plumbline changes nothing in your tools.',
    'Scan again: what you have put right is gone from the findings.',
  ],
  audit: 'The audit log keeps that you asked for this list and how long it was, not what was in it.',
  begin: 'Show the records once',
  again: 'Read them again',
  stop: 'Stop',
  beginning: 'It begins to read …',
  reading: (resource: string, system: string | null, read: number) =>
    `Reading ${resource}${system === null ? '' : ` of ${system}`}: ${inFigures(read)} so far`,
  waitingFor: (what: string, until: string | null) =>
    `Waiting for ${what}${until === null ? '' : `, until ${instantInWords(until)} at the latest`}`,
  notYet: 'Still being read: there may be more.',
  isAll: (records: number) =>
    records === 0 ? 'There are no such records any more.' : `That is all: ${counted(records, 'record')}.`,
  isAllStep: 'A scan now brings the findings up to date.',
  notComplete: 'This list is not complete',
  notCompleteLead: (records: number) =>
    records === 0
      ? 'No record could be told. That does not mean that there are none.'
      : `Shown: ${counted(records, 'record')}. There may be more:`,
  brokenOff: 'The connection to Plumbline broke off.',
  stopped: 'You stopped it.',
  askAgain: 'Ask for the list again.',
  found: (found: number, of: 'people' | 'notes', records: number) =>
    `${of === 'notes' ? counted(found, 'note') : counted(found, 'person', 'people')}, ${counted(records, 'record')}`,
  subject: (subject: string) => {
    const known = SUBJECTS[subject];
    return known === undefined ? subject : `${known.charAt(0).toUpperCase()}${known.slice(1)}`;
  },
  tableLabel: (subject: string) => `Records: ${SUBJECTS[subject] ?? subject}`,
  system: 'System',
  record: 'Record',
  day: 'Last seen on',
  page: 'In the tool',
  open: 'Open',
  openNamed: (record: string) => `Open record ${record} in the tool`,
  noDay: 'not known',
  more: (count: number) => `Show ${inFigures(count)} more`,
  shownOf: (shown: number, all: number) => `${inFigures(shown)} of ${inFigures(all)} are shown here.`,
  copy: 'Copy the numbers',
  copied: 'Copied',
  download: 'Download as CSV',
  file: (rule: ListableRule, system: string) =>
    `plumbline-${rule}-${system.replaceAll(/[^\w-]+/gu, '-')}.csv`,
  fileNote: 'The file is made in your browser. Delete it when you are done: it is not for keeping.',
};

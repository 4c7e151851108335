import type { ScanJob, ScanJobWithReceipts } from '../api/shapes.js';
import { dayInWords, inFigures, instantInWords } from './dates.js';

type Receipt = NonNullable<ScanJobWithReceipts['systems']>[number]['receipts'][number];

export const scansWords = {
  title: 'Scans',
  lead: 'Each scan reads what it may of your tools, and changes nothing there.',
  none: 'Nobody has asked for a scan yet',
  noneStep: 'A scan takes a minute or two. It reads your tools, or the exports in your folder.',
  older: 'Older scans',
  states: {
    waiting: 'Waits',
    running: 'Under way',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  } satisfies Record<ScanJob['state'], string>,
  askedBy: ({ cause, asked_by: by }: ScanJob) =>
    by ?? (cause === 'schedule' ? 'by the schedule' : 'on the command line'),
  took: (words: string) => `took ${words}`,
  scanOf: (instant: string) => `Scan of ${instantInWords(instant)}`,
  back: 'All scans',
  cancel: 'Cancel this scan',
  cancelling: 'It is being cancelled.',
  cancelWhy: 'Nothing of it is kept. What the scan before found stays as it is.',
  waitsUntil: (instant: string) => `It begins at ${instantInWords(instant)} at the earliest.`,
  waits: 'It waits for its turn.',
  attempt: (attempt: number) => `Begun for the ${inFigures(attempt)}. time: it was interrupted before.`,
  live: 'What it is at',
  beginning: 'It begins to read …',
  waitingFor: (what: string) => `Waiting for ${what}`,
  until: (instant: string) => `until ${instantInWords(instant)} at the latest`,
  storing: 'All is read. It is judged and stored …',
  files: 'exports',
  read: (count: number) => `${inFigures(count)} read`,
  rate: (perSecond: number) => `${inFigures(perSecond)} a second`,
  lost: 'The picture stopped. It is drawn again as soon as Plumbline answers.',
  actors: {
    user: 'You can put it right',
    vendor: 'The tool must put it right; it is tried again',
    us: 'This is a mistake of Plumbline',
  },
  receipts: 'What could be read',
  receiptsLead: 'One line for each list that was asked for. What was not read in full closes no finding.',
  noReceipts: 'What this scan read is not kept any more.',
  status: ({ status, reason }: Receipt) =>
    reason === 'not supplied' ? 'Not supplied' : (STATUSES[status] ?? status),
  window: ({ from, to }: NonNullable<Receipt['window']>) =>
    from === null ? `up to ${dayOf(to)}` : `${dayOf(from)} to ${dayOf(to)}`,
  findings: 'What it found is under Findings.',
};

const STATUSES: Readonly<Record<string, string>> = {
  complete: 'Read in full',
  partial: 'Read in part',
  denied: 'Not allowed to read',
  unsupported: 'Told to no program',
  failed: 'Failed',
};

/** Tools tell a window in days or, some, to the second. */
const dayOf = (dayOrInstant: string): string => dayInWords(dayOrInstant.slice(0, 10));

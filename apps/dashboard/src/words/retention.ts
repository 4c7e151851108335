import type { Standing } from '../parts/standing-mark.js';
import { counted, listed } from './counted.js';
import { dayInWords } from './dates.js';

const months = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' });

export const monthInWords = (month: string): string => months.format(new Date(`${month}-01T00:00:00Z`));

const people = (count: number) => counted(count, 'person', 'people');

const SOME = 5;

/** The first of many, and how many more. */
const someOf = (names: readonly string[]) =>
  listed(names.length > SOME ? [...names.slice(0, SOME), counted(names.length - SOME, 'other file')] : names);

export const retentionWords = {
  title: 'Retention and consent',
  lead: 'Whose data you keep for longer than you said, and whom you write to without being allowed to.',
  terms: 'How old what you keep is',
  termsLead: (asOf: string) =>
    `As found on ${dayInWords(asOf)}, against the terms of your policy. A person in two tools is counted in both.`,
  overdueIn: (systems: readonly string[]) =>
    systems.length === 0
      ? 'Nobody is kept for longer than your policy says, as far as could be judged.'
      : `People are kept for longer than your policy says in ${listed(systems)}.`,
  noTerms: 'Your policy names no term',
  noTermsStep:
    'Write into your policy under retention: for how long you keep customers, and people who only asked.',
  notJoined: 'Nothing can be said of ages and consent',
  notJoinedStep:
    'The last scan read no records of customers. Look at the overview for what could not be read.',
  notJudged: 'Nobody’s age may be judged',
  judgedUntil: (day: string) => `Purchases and signs of life were read up to ${dayInWords(day)}.`,
  subjects: {
    customers: 'People who bought something',
    leads: 'People who never bought anything',
  } as Readonly<Record<string, string>>,
  after: { last_purchase: 'their last purchase', last_activity: 'the last sign of life' } as Readonly<
    Record<string, string>
  >,
  term: (keep: string, after: string, because: string | null) =>
    `Kept ${keep} after ${after}${because === null ? '' : ` (${because})`}`,
  held: (count: number) => `${people(count)} here`,
  nobodyHere: 'Nobody here',
  overdue: (count: number) => `${people(count)} overdue`,
  undated: (count: number) => `${people(count)} without a date to count from`,
  unjudged: (count: number) => `Nothing can be said of ${people(count)}: not everything was read`,
  inTime: 'Nobody is overdue',
  notKnown: 'Not known: not everything was read',
  picture: (overdue: number, held: number) =>
    `How old: ${people(overdue)} of ${counted(held, 'person', 'people')} are older than the term`,
  asTable: 'By year',
  year: 'Last in',
  count: 'People',
  limit: (day: string) => `Overdue if before ${dayInWords(day)}`,
  consent: 'Whom you write to',
  consentLead: 'People who get marketing mail from a list, and what your policy asks for before.',
  noConsent: 'Your policy asks for no proof of consent, so nothing is compared.',
  list: 'List',
  marketed: 'Written to',
  missing: 'Without proof',
  conflicts: 'Said no elsewhere',
  requires: {
    opt_in_timestamp: 'no time at which they agreed',
    double_opt_in: 'did not confirm by e-mail',
    legal_basis: 'no legal basis on record',
  } as Readonly<Record<string, string>>,
  optedOutIn: (systems: readonly string[]) => `in ${listed(systems)}`,
  none: 'Nobody',
  nobodyInRead: 'Nobody, in what was read',
  notKnownHere: 'Not known',
  heldNotKnown: 'Who is here is not known: nothing was read',
  unclaimed: (paths: readonly string[]) =>
    paths.length === 1
      ? `No term reaches ${listed(paths)}: it holds people, but no system of your policy claims the file, so nobody judges how old they are. Delete it if you do not need it; if you do, name it under files: of a system in your policy.`
      : `No term reaches ${someOf(paths)}: they hold people, but no system of your policy claims these files, so nobody judges how old they are. Delete those that you do not need, and name the others under files: of a system in your policy.`,
  toUnclaimed: 'What was found about them',
  deletions: 'Who asked to be deleted, or was deleted elsewhere',
  deletionsLead: 'And is still there, in one of your tools.',
  deletionsLabel: 'Deleted people by system',
  system: 'System',
  requested: 'Asked to be deleted',
  requestsUnread: 'No list was read',
  noRequests:
    'Plumbline read no list of people who asked to be deleted, so it can not tell whether they are gone. Keep one as a CSV file with the columns email and date, name it in your policy (erasures: erasures.csv), and hand it over under Exports.',
  deletedElsewhere: 'Deleted elsewhere',
  stateLabel: 'State',
  states: {
    agrees: 'As your policy says',
    differs: 'Differs from your policy',
    'not found': 'Not found',
    'not known': 'Not known: not everything was read',
    found: 'Found',
  } satisfies Record<Standing, string>,
  whichStep:
    'Plumbline keeps the numbers of a few of them at most. The buttons above read your tools once more and show you the numbers of all, for you to open and put right in the tool.',
  toFindings: 'What to do about it',
};

import type { Standing } from '../parts/standing-mark.js';
import { counted } from './counted.js';
import { dayInWords } from './dates.js';

const months = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export const accessWords = {
  title: 'Access',
  lead: 'Who can log in to which tool, and which apps reach into it, beside what your policy gives them.',
  people: 'People',
  peopleLabel: 'People by system',
  peopleLead: (asOf: string) =>
    `As found on ${dayInWords(asOf)}. Press one to see the login and what your policy says.`,
  differing: (count: number) =>
    count === 0
      ? 'Nobody can do more than your policy says, in what was read.'
      : `${counted(count, 'person has', 'people have')} access that differs from your policy.`,
  noPeople: 'Your policy names nobody, and no list of logins was read.',
  noPeopleStep: 'Connect your tools, or hand over the lists of users that they export, then scan.',
  person: 'Person',
  stranger: 'not in your policy',
  situations: {
    agrees: 'As your policy says',
    differs: 'Differs from your policy',
    'not found': 'May, but has no login',
    suspended: 'Suspended: can not get in',
    'not known': 'Not known: the list of logins was not fully read',
    'role unknown': 'Not known: the tool does not tell what this role may do',
    found: 'Has a login',
  } satisfies Record<Standing | 'suspended' | 'role unknown', string>,
  nothing: 'no access',
  nothingKnown: 'not known: the list of logins was not fully read',
  noSuchList: 'a file: it has no logins',
  levels: { viewer: 'viewer', member: 'member', admin: 'admin', unknown: 'rights not told' } as Readonly<
    Record<string, string>
  >,
  suspended: 'suspended',
  invited: 'invited',
  noLogin: 'no login',
  loginNotKnown: 'not known',
  never: 'never logged in',
  lastLogin: (month: string) => `last login ${monthInWords(month)}`,
  noSecondFactor: 'no second step',
  details: (who: string, system: string) => `${who} in ${system}`,
  policyGives: (level: string | null) =>
    level === null ? 'Your policy gives no access here.' : `Your policy gives: ${level}.`,
  login: 'Login',
  roleThere: 'Role there',
  last: 'Last login',
  second: 'Second step',
  yes: 'Yes',
  no: 'No',
  notTold: 'The tool does not say',
  /** The tool's own word for a role, and what it comes to. */
  roleOf: (role: string, level: string): string => {
    const rights =
      level === 'unknown' ? 'the tool does not tell what it may do' : (accessWords.levels[level] ?? level);
    return role === '' ? (level === 'unknown' ? accessWords.notTold : rights) : `${role} (${rights})`;
  },
  whatToDo: {
    agrees: 'Nothing to do.',
    differs: '',
    'not found': 'Nothing to do, unless the person needs a login. If not, take it out of your policy.',
    suspended: 'Nothing to do. A login that is not needed again is best removed for good.',
    'not known': 'Look at the overview for what could not be read, and why.',
    'role unknown': 'Look in the tool yourself what this role may do.',
    found: 'Write into your policy who may do what, and it will be compared.',
  } satisfies Record<Standing | 'suspended' | 'role unknown', string>,
  close: 'Close',
  apps: 'Apps',
  appsLead: 'What somebody connected to your tools. An app can go on reading long after nobody uses it.',
  appsDiffering: (count: number) =>
    count === 0
      ? 'The apps are as your policy says, in what was read.'
      : `${counted(count, 'app differs', 'apps differ')} from what your policy says.`,
  noApps: 'No app was found in what was read.',
  appsUnread: (systems: string) =>
    `Which apps reach ${systems} could not be read, so nothing is said of them.`,
  ai: 'AI app',
  aiLead: (name: string, vendor: string) =>
    `Goes by the name of ${name} (${vendor}). What it reads is sent to an AI model. The name is a likeness, not proof.`,
  ownKey: 'a key that you made yourself',
  may: 'It may',
  mayUnknown: 'The tool does not say what it may do.',
  otherRight: 'Something that Plumbline has no words for',
  reads: 'It really read',
  readsNothing: 'Nothing that is in the log',
  readsUnknown: 'The tool keeps no log of that',
  readLine: (size: string, service: string, day: string) =>
    `${size} from ${service}, last on ${dayInWords(day)}`,
  usedBy: (count: number) => `Let in by ${counted(count, 'person', 'people')}`,
  lastSeen: (day: string) => `last seen on ${dayInWords(day)}`,
  blocked: 'Blocked: it reaches nothing',
  signInOnly: 'Only signs people in: it reaches nothing',
  appStates: {
    agrees: 'As your policy says',
    differs: 'Differs from your policy',
    'not found': 'Not found',
    'not known': 'Not known',
    found: 'Found',
  } satisfies Record<Standing, string>,
};

/** "Nov 2026" for YYYY-MM. */
function monthInWords(month: string): string {
  return months.format(new Date(`${month}-01T00:00:00Z`));
}

/** When somebody logged in last, as far as a tool says. */
export function lastLoginInWords(month: string | null): string | null {
  if (month === null) return null;
  return month === 'never' ? accessWords.never : accessWords.lastLogin(month);
}

/** "1.2 GB": in steps of a thousand. */
export function sizeInWords(bytes: number): string {
  const step = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const unit = BYTE_UNITS[step] ?? 'byte';
  const short = new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: bytes / 1000 ** step < 10 ? 1 : 0,
  });
  return short.format(bytes / 1000 ** step);
}

/** `DRIVE` is "Drive". */
export function serviceInWords(service: string): string {
  const words = service.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { Connection } from '../api/shapes.js';
import { counted, listed } from './counted.js';
import { dayInWords, fromNow, instantInWords } from './dates.js';

export const connectionsWords = {
  title: 'Connections',
  lead: 'The tools that Plumbline logs in to, to look and never to change anything. Your customers’ data stays in them.',
  connected: 'Connected',
  none: 'No tool is connected yet',
  noneStep:
    'Connect one below: it takes about ten minutes, and each step says what to press where. You can take it back at any time.',
  canConnect: 'Connect a tool',
  canConnectLead:
    'Every other tool is read from the files that it exports. Whatever you connect, you see first what would be read, and why.',
  connect: (title: string) => `Connect ${title}`,
  another: 'Connect another',
  anotherNamed: (title: string) => `Connect another ${title} account`,
  simulated: 'simulated',
  viewerOnly: 'You may look at everything here. Connecting is for admins and owners.',
  health: {
    works: 'Works',
    untried: 'Not tried yet',
    'reconnect needed': 'Connect it again',
    'help needed': 'Needs your help',
  } satisfies Readonly<Record<Connection['health']['state'], string>>,
  account: 'Account',
  accountUnknown: 'not known yet',
  connectedAt: 'Connected',
  lastUsed: 'Last read',
  neverUsed: 'never',
  loginEnds: 'The login ends',
  when: (instant: string) => `${instantInWords(instant)} (${fromNow(instant)})`,
  lastRead: (instant: string | null) =>
    instant === null ? 'Never read yet' : `Last read ${fromNow(instant)}`,
  /** What the policy calls it; its own name too where that tells two accounts of a tool apart. */
  readAs: ({ name, connector, systems }: Connection) =>
    [
      ...(systems === null || systems.length === 0 ? [] : [`Your policy calls it ${listed(systems)}`]),
      ...(name === connector ? [] : [name]),
    ].join(' · ') || 'Not in your policy yet',
  missingShort: (count: number) => `${counted(count, 'right is', 'rights are')} missing`,
  back: 'All connections',

  /** One connection. */
  read: (systems: readonly string[]) => `Scans read it as ${listed(systems)}, as your policy says.`,
  notRead: 'No system of your policy reads with it yet, so scans pass it by.',
  notReadStep: (connector: string, name: string) =>
    `Name it in the policy under systems, for example: crm: { connector: ${connector}, connection: ${name} }`,
  noPolicy: 'There is no policy yet, so no scan reads it.',
  test: 'Test it',
  testedWell: 'It works: the account could be read just now.',
  reconnect: 'Connect again',
  disconnect: 'Disconnect',
  problem: 'What is wrong',
  granted: 'What it may read',
  grantedLead: 'Rights that were granted, in the words of why Plumbline asks for them.',
  grantedUntold: (title: string) =>
    `${title} does not tell which rights this login has. Where one is missing, the scan says what it could not read.`,
  missing: 'What it may not read',
  missingLead:
    'These rights were not granted. Scans go on without them, and say each time what could not be read.',
  missingStep: 'To grant them, connect again and tick them.',
  cannotRead: 'What no program is told',
  cannotReadLead: (title: string) => `${title} tells this to people only. So you can fill the gap:`,
  disconnectTitle: (title: string) => `Disconnect ${title}?`,
  disconnectLead:
    'The login is deleted here, at once and for good. What was found stays, but scans can not read this tool any more, and say so.',
  keep: 'Keep it',
  disconnected: (title: string) => `${title} is disconnected`,
  revocation: {
    done: 'The login was ended at the tool too. Nothing of it is left here.',
    failed:
      'Nothing of the login is left here, but the tool did not confirm that it ended it. End it there yourself:',
    'not possible':
      'Nothing of the login is left here. The tool lets no program end it, so end it there yourself:',
  },

  /** Connecting one. */
  steps: (step: number, of: number) => `Step ${step} of ${of}`,
  whatTitle: (title: string) => `What Plumbline reads in ${title}`,
  whatLead: 'Nothing is connected yet. Look through this first; the next page shows how.',
  promise:
    'While a scan runs, your customers’ data is in memory, and it is kept nowhere. Kept are names of fields, counts, and who has access.',
  reads: {
    fields: 'Fields',
    records: 'Records',
    people: 'Who can log in',
    apps: 'Other apps',
    files: 'Shared files',
    payees: 'Whom you pay',
  } as Readonly<Record<string, string>>,
  noReadOnly: 'Good to know',
  rights: 'Rights it asks for, and why',
  rightsLead: 'Every one of them only looks, unless it says otherwise. What you untick is not asked for.',
  noRights: (title: string) => `${title} has no rights to choose from.`,
  necessary: 'Necessary',
  without: 'Without it:',
  conditions: (title: string) => `What ${title} asks of you`,
  source: 'source',
  seen: (day: string) => `seen on ${dayInWords(day)}`,
  toHow: 'Go on',
  toWhat: 'Back to what is read',
  howTitle: (title: string) => `Connect ${title}`,
  ways: 'How do you want to connect?',
  wayElsewhere: 'Not here: it needs Plumbline at an https address of its own.',
  guide: 'Do this first',
  copy: 'Copy',
  copied: 'Copied',
  type: 'Then fill in what you copied',
  secretHint: 'Kept encrypted on this computer, and shown to nobody again.',
  name: 'How you want to call it',
  nameHint: 'May be left empty. Small letters, digits and dashes: for a second account of the same tool.',
  page: 'A page of your own web site',
  pageHint: 'It begins with https://. The guide above then shows it where it belongs.',
  connectNow: 'Connect',
  signIn: (title: string) => `Go to ${title} and sign in`,
  open: (title: string) => `1. Open ${title} in a new window, sign in and allow it`,
  landed: '2. The address that you ended at',
  landedHint: 'Copy the whole line from the top of that window, also if the page shows an error.',
  finish: 'Finish',
  begin: 'Go on',
  unknownTool: 'Plumbline can not connect to a tool of that name.',
  gone: 'There is no connection of that name any more.',
};

import { listed } from './counted.js';
import { dayInWords, dueInWords } from './dates.js';

export const settingsWords = {
  title: 'Settings',
  lead: 'What belongs to this organization as a whole.',
  organization: 'The organization',
  name: 'Name',
  nameHint: 'As it stands in your policy. It stays so.',
  zone: 'Time zone',
  zoneHint: 'Your policy says it: change it there.',
  reports: 'Reports by mail',
  reportsLead: 'What goes out by itself, and to whom.',
  next: (instant: string | null) =>
    instant === null ? 'No weekly mail is planned.' : `The next weekly mail: ${dueInWords(instant)}.`,
  pausedUntil: (instant: string) => `Paused until ${dayInWords(instant.slice(0, 10))}.`,
  recipients: (names: readonly string[]) =>
    names.length === 0
      ? 'Nobody gets it. Choose a role that somebody has, or add an address.'
      : `It is for ${listed(names)}.`,
  byFile:
    'No mail reaches anybody yet: this installation has no mail server, so each mail is written to a file in the data directory. Whoever runs Plumbline sets one with PLUMBLINE_SMTP_HOST.',
  bySmtp: (from: string) => `Mails come from ${from}.`,
  weekly: 'Send the weekly report',
  day: 'On',
  at: 'At',
  atHint: (zone: string) => `In ${zone}, up to 20 minutes later`,
  pause: 'Pause it until',
  pauseHint: 'Such as for holidays. Empty: it is not paused.',
  alerts: 'Tell what is new and grave at once',
  roles: 'Who gets them',
  roleNames: { owner: 'Owners', admin: 'Admins', viewer: 'Viewers' },
  addresses: 'And at these addresses',
  addressesHint: 'Several with a comma between, such as the bookkeeper’s',
  save: 'Save',
  saved: 'Saved.',
  unsubscribed: 'Who wants no mails',
  unsubscribedLead: 'They clicked the link in a mail that stops it. Only send again if they ask you to.',
  subscribe: 'Send again',
};

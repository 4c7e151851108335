import type { ReportMail } from '#reports/email/report-mail.js';
import type { Person } from '../people/persons.js';
import type { SignInChange } from '../people/sign-in-change.js';
import { plainMail } from './plain-mail.js';

interface Told {
  /** What became of what: the subject, and the beginning of the first sentence. */
  readonly happened: string;
  /** Who can have done it. */
  readonly by: string;
  readonly also?: string;
}

const IN_A_BROWSER = 'It was done in a browser in which you are signed in.';
const WITH_A_LINK =
  'It was done with a link that an owner, or whoever runs Plumbline, had made for you. The link is used up now.';
const SIGNED_OUT = 'Every browser in which you were signed in before was signed out.';

const CHANGES: Readonly<Record<SignInChange['what'], Told>> = {
  'password changed': {
    happened: 'your password was changed',
    by: 'It was done by somebody who knew the password of before.',
    also: SIGNED_OUT,
  },
  'password set by a link': {
    happened: 'a new password was set for you',
    by: WITH_A_LINK,
    also: SIGNED_OUT,
  },
  'password set by a link and second step taken off': {
    happened: 'a new password was set for you, and your second step was taken off',
    by: WITH_A_LINK,
    also: `${SIGNED_OUT} Set up a second step again, under People.`,
  },
  'link to new password made': {
    happened: 'a link was made by which a new password can be set for you',
    by: 'Whoever has the link can use it, once, for a day.',
  },
  'link to new password and second step made': {
    happened: 'a link was made by which a new password can be set for you and your second step is taken off',
    by: 'Whoever has the link can use it, once, for a day.',
  },
  'second step switched on': {
    happened: 'a second step was switched on for your sign-in',
    by: IN_A_BROWSER,
    also: 'From now on, signing in asks for a code from an app, too. Your other browsers were signed out.',
  },
  'second step switched off': {
    happened: 'the second step of your sign-in was switched off',
    by: IN_A_BROWSER,
    also: 'From now on, the password alone lets you in.',
  },
  'recovery codes renewed': {
    happened: 'new recovery codes were made for your sign-in',
    by: IN_A_BROWSER,
    also: 'Those of before are good no more.',
  },
  'sign-in service connected': {
    happened: 'your sign-in was connected to the sign-in service of your business',
    by: 'It was done by somebody who is signed in there.',
    also: 'Whoever can sign in there as you gets in here, too.',
  },
  'sign-in service disconnected': {
    happened: 'your sign-in was disconnected from the sign-in service of your business',
    by: IN_A_BROWSER,
    also: 'From now on you sign in with your password.',
  },
};

interface Notice {
  readonly person: Pick<Person, 'email'>;
  readonly change: SignInChange;
  /** Who can make her a link to a new password. */
  readonly owners: readonly string[];
  readonly now: Date;
}

/** Tells a person that her sign-in was changed: what, when, by whom, and what to do if it was not her. No links: a mail that asks to click is what thieves send. */
export function signInNotice({ person, change, owners, now }: Notice): ReportMail {
  const { happened, by, also } = CHANGES[change.what];
  const who = change.by === null ? by : `${change.by} did it. ${by}`;
  return plainMail(`Plumbline: ${happened}`, [
    `${inWords(now)}, ${happened}. This is about the sign-in of ${person.email} to Plumbline.`,
    also === undefined ? who : `${who} ${also}`,
    'If it was you, or if you know of it, there is nothing to do.',
    `If not, somebody else may get in as you. ${helpFrom(owners)} This mail asks you for nothing, and holds no link: do not trust one that does.`,
  ]);
}

function helpFrom(owners: readonly string[]): string {
  if (owners.length === 0)
    return 'Ask whoever runs Plumbline, on its computer, for a new start at once: “plumbline people reset-owner” signs everybody out who is in as you.';
  return `Tell ${owners.join(' or ')} at once, by telephone if you can: an owner makes you a link to a new password, and setting it signs everybody out who is in as you.`;
}

const instants = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** "On 23 November 2026 at 09:00 UTC". The service knows no time zone of a person. */
function inWords(now: Date): string {
  return `On ${instants.format(now)} UTC`;
}

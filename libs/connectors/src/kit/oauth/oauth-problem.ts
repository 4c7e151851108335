/** What can stand between a person and a connection, each with a next step of its own. */
export type OAuthProblem =
  | 'consent-denied'
  | 'blocked-by-admin'
  | 'rights-not-offered'
  | 'wrong-client'
  | 'wrong-redirect'
  | 'wrong-address'
  | 'code-spent'
  | 'attempt-unknown'
  | 'attempt-too-late'
  | 'other-browser'
  | 'account-not-told'
  | 'revoked'
  | 'ended-by-itself'
  | 'ended-in-testing'
  | 'clock-wrong'
  | 'key-not-taken'
  | 'not-a-service-account'
  | 'service-account-refused'
  | 'delegation-missing'
  | 'refused-without-reason';

export interface ProblemWords {
  /** What happened, a whole sentence. */
  readonly message: string;
  /** What to do, whole sentences for the owner. */
  readonly step: string;
}

/** The words for a problem with a vendor, whose name is `title`. */
export function wordsOf(problem: OAuthProblem, title: string): ProblemWords {
  return WORDS[problem](title);
}

/** Said of a connection that works, but not for long: the vendor gave it a week. */
export function testingWords(title: string): ProblemWords {
  return {
    message: `${title} gave this access for a week only.`,
    step: `That is so as long as the app stands at "Testing". Set its user type to Internal (or publish it), then connect ${title} again.`,
  };
}

/** `minutes`: by how much the clock of this computer is ahead; negative: behind. */
export function clockWords(minutes: number): ProblemWords {
  const by = `${Math.abs(minutes)} ${Math.abs(minutes) === 1 ? 'minute' : 'minutes'}`;
  return {
    message: `The clock of this computer is ${by} ${minutes > 0 ? 'ahead' : 'behind'}.`,
    step: 'Let the computer set its date and time by itself (Settings > Date and time).',
  };
}

const WORDS: Readonly<Record<OAuthProblem, (title: string) => ProblemWords>> = {
  'consent-denied': (title) => ({
    message: `Access was not allowed on the page of ${title}.`,
    step: `If that was a slip, connect again and choose "Allow". If you may not allow it, ask the person who administers your ${title}.`,
  }),
  'blocked-by-admin': (title) => ({
    message: `The administrator of your ${title} account blocks this app.`,
    step: `Ask your administrator to allow the app by its client id. In Google's Admin console: Security > Access and data control > API controls > Manage app access. Then connect again.`,
  }),
  'rights-not-offered': (title) => ({
    message: `${title} can not give the rights that were asked for.`,
    step: `Compare the rights ticked in your app at ${title} with the list of "plumbline connect", one by one. A right that your plan does not have can be left out with --without RIGHT.`,
  }),
  'wrong-client': (title) => ({
    message: `${title} does not know this app, or its secret is another one.`,
    step: `Copy client id and client secret once more from the page of your app at ${title}, without spaces, and connect again.`,
  }),
  'wrong-redirect': (title) => ({
    message: `The redirect address is not the one that your app at ${title} knows.`,
    step: `Paste the redirect address that "plumbline connect" shows into your app at ${title}, letter by letter, save it, and connect again.`,
  }),
  'wrong-address': (title) => ({
    message: 'That is not the address you landed on.',
    step: `After you allowed access at ${title}, copy the whole address from the address bar of the browser: it begins with your redirect address and has "code=" and "state=" in it.`,
  }),
  'code-spent': (title) => ({
    message: `The code from ${title} was used before, or is too old.`,
    step: 'Begin again: each sign-in gives a code that works once, and only for a few minutes.',
  }),
  'attempt-unknown': () => ({
    message: 'This sign-in was not begun here, or it was used before.',
    step: 'Begin again from the link that "plumbline connect" shows, and use each link once.',
  }),
  'attempt-too-late': () => ({
    message: 'The sign-in took longer than ten minutes.',
    step: 'Begin again; have the account at hand that you sign in with.',
  }),
  'other-browser': () => ({
    message: 'The sign-in ended in another browser than it began in.',
    step: 'Begin again, and stay in one browser from the first page to the last. It must accept cookies.',
  }),
  'account-not-told': (title) => ({
    message: `${title} did not say which account was connected.`,
    step: 'Begin again, and choose one account or company on the page where you allow access.',
  }),
  revoked: (title) => ({
    message: `${title} no longer accepts our login: the access was taken back or has ended.`,
    step: `Connect ${title} again.`,
  }),
  'ended-by-itself': (title) => ({
    message: `The access to ${title} has ended: ${title} gives it for a limited time.`,
    step: `Connect ${title} again.`,
  }),
  'ended-in-testing': (title) => ({
    message: `The access to ${title} has ended after seven days, because the app stands at "Testing".`,
    step: `Set the user type of the app to Internal (or publish it), then connect ${title} again.`,
  }),
  'clock-wrong': (title) => ({
    message: `The clock of this computer is wrong, so ${title} does not accept our signature.`,
    step: 'Let the computer set its date and time by itself (Settings > Date and time), then try again. The connection itself is kept.',
  }),
  'key-not-taken': (title) => ({
    message: `${title} does not accept this key.`,
    step: `Look in ${title} whether the key is still there. Copy it once more, or make a new one, and connect again.`,
  }),
  'not-a-service-account': () => ({
    message: 'That is not the key file of a service account.',
    step: 'Give the JSON file that was downloaded when the key was made: it has "client_email" and "private_key" in it.',
  }),
  'service-account-refused': (title) => ({
    message: `${title} does not accept the key of the service account, or does not know the person it acts for.`,
    step: `Check the address of the person, and that the key is still listed at the service account. If not, make a new key, and connect ${title} again.`,
  }),
  'delegation-missing': (title) => ({
    message: `${title} does not let the service account act for this person.`,
    step: `In the Admin console, Security > Access and data control > API controls > Domain-wide delegation: enter the numeric client id of the service account and the rights that are listed here. It can take a day until it counts; the person must be an administrator who has signed in once.`,
  }),
  'refused-without-reason': (title) => ({
    message: `${title} refused, and gave no reason that we know.`,
    step: 'Check that client id, client secret and redirect address are those of your app, and connect again.',
  }),
};

/** The pages before a sign-in. */
export const entryWords = {
  email: 'Your e-mail address',
  name: 'Your name',
  password: 'Your password',
  choosePassword: 'Choose a password',
  passwordHint: '12 characters or more. Four words that do not belong together are good.',
  goOn: 'Go on',
  setUp: {
    title: 'Make it yours',
    first: 'You will be the first owner. What Plumbline finds stays on this computer.',
    known: (names: string) => `You will be the owner of what was scanned here already: ${names}.`,
    business: 'The name of your business',
    businessHint: 'As it stands in your policy under organization.',
    begin: 'Begin',
  },
  signIn: {
    title: 'Sign in',
    button: 'Sign in',
    service: 'Sign in at your sign-in service',
    forgotten: 'Forgotten your password? An owner of your organization can make you a link to a new one.',
    code: 'The code from your app, or a recovery code',
    codeLead: 'Your password is right. Your sign-in asks for a second step.',
    /** By the word in the address: whoever writes a link puts no words of theirs on our page. */
    problems: {
      'not-invited':
        'Nobody has invited you under the address that your sign-in service told, or it has not verified that address. Ask an owner of your organization to invite exactly that one.',
      'connect-first':
        'Somebody with your address already signs in here with a password. Sign in with it, then connect your sign-in service in your profile.',
      'of-somebody-else':
        'That account of your sign-in service belongs to somebody else here. Sign out there, and connect your own.',
      'no-answer':
        'Your sign-in service did not answer, or could not be understood. Try again in a few minutes.',
    } as Readonly<Record<string, string>>,
    notLetIn: 'Your sign-in service did not let you in. Try again, or ask an owner of your organization.',
  },
  invitation: {
    title: 'You are invited',
    lead: (by: string, organization: string, role: string) =>
      `${by} invites you to ${organization}, as ${role}.`,
    signInFirst: 'You sign in here already. Sign in, then open the link again.',
    toSignIn: 'Sign in',
    accept: 'Accept',
  },
  newPassword: { title: 'A new password', set: 'Set it' },
  connected: {
    yes: 'Connected',
    yesLead: 'Plumbline can read that tool now.',
    no: 'Not connected',
    noLead:
      'The tool did not let Plumbline in, or the sign-in was not the one that you began. Nothing was stored. Begin it again.',
    vendorFailed: 'The tool did not answer. Nothing was stored. Try again in a few minutes.',
    look: 'See what it may read',
    again: 'To the connections',
  },
  signInByLink: {
    title: 'Welcome',
    lead: 'This link was made on the computer that Plumbline runs on. It signs you in once.',
    enter: 'Sign in',
  },
  noLink: 'This page is opened by a link.',
  noLinkStep: 'Open the whole link that you were given. A link is good once, and not for ever.',
};

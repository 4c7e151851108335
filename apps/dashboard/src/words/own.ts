import { dayInWords, fromNow } from './dates.js';

/** What a person sees of her own sign-in. */
export const ownWords = {
  title: 'Your own sign-in',
  lead: 'Only you see this, and it holds for every organization that you belong to.',
  secondStep: 'Second step',
  secondStepLead:
    'A code from an app on your phone beside the password, so that a stolen password alone opens nothing.',
  isOn: 'Your second step is on.',
  isOff: 'Your second step is off.',
  begin: 'Set up a second step',
  password: 'Your password',
  scan: 'On your phone, open an app for one-time codes (most that keep passwords have one), add an account, and type this in:',
  onThisPhone: 'Is the app on the device that you read this on?',
  openApp: 'Open in the app',
  code: 'The code that the app shows now',
  switchOn: 'Switch it on',
  switchOff: 'Switch it off',
  recovery: 'Keep these somewhere safe. Each lets you in once if you lose the phone.',
  changePassword: 'Password',
  changePasswordLead: 'Changing it signs out every other browser.',
  now: 'Your password until now',
  next: 'Your new password',
  change: 'Change the password',
  changed: 'It is changed. Every other browser has to sign in again.',
  browsers: 'Where you are signed in',
  browsersLead: 'Do you see one that is none of yours? Sign it out, and change your password.',
  thisOne: 'this one',
  used: (begun: string, used: string) =>
    `signed in on ${dayInWords(begun.slice(0, 10))}, last used ${fromNow(used)}`,
  signOut: 'Sign out',
  signOutOthers: 'Sign out all others',
};

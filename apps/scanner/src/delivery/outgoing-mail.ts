/**
 * Where a mail stands. `queued` waits for its time; `sending` is with a mail server now; `unconfirmed` was handed over, but
 * the server's answer was lost: it may have arrived. `refused`: for good; `given_up`: put off too often.
 */
export const mailStates = ['queued', 'sending', 'sent', 'unconfirmed', 'refused', 'given_up'] as const;
export type MailState = (typeof mailStates)[number];

/** What a mail is about: a report, something that somebody must know of Plumbline itself, or whether mails arrive. */
export const mailKinds = ['weekly', 'alert', 'notice', 'test'] as const;
export type MailKind = (typeof mailKinds)[number];

/** By what a mail left: a mail server, or as a file, where none is set. */
export type MailWay = 'smtp' | 'file';

/** Why a mail did not leave, and what a person can do; never an address, a password or what a server wrote. */
export interface MailProblem {
  readonly message: string;
  readonly step: string;
}

/** What became of one attempt. */
export type MailAnswer =
  | { readonly is: 'accepted'; readonly way: MailWay }
  /** Everything was handed over and no answer came. */
  | { readonly is: 'unknown' }
  | { readonly is: 'put off' | 'refused'; readonly problem: MailProblem };

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/**
 * Hands one mail, as it stands, to whatever takes mails. Never throws. `handingOver` is waited for right before the mail
 * itself leaves: until then it has certainly not arrived.
 */
export type SendMail = (
  envelope: Envelope,
  message: Uint8Array,
  handingOver?: () => Promise<void>,
) => Promise<MailAnswer>;

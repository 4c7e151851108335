import { printable } from '#reports/terminal/printable.js';
import type { MailState } from '../delivery/outgoing-mail.js';
import type { ListedMail } from '../delivery/sent-mails.js';

const STATES: Readonly<Record<MailState, string>> = {
  queued: 'waits',
  sending: 'is being sent',
  sent: 'sent',
  unconfirmed: 'may have arrived: the mail server did not say',
  refused: 'refused',
  given_up: 'given up',
};

/** What became of mails, one after another; nothing that was in a mail can steer the terminal. */
export function mailListAsText(mails: readonly ListedMail[]): string {
  if (mails.length === 0) return 'No mails yet. The weekly report is the first one.';
  return mails.map(oneAsText).join('\n\n');
}

function oneAsText({ id, subject, recipient, state, way, createdAt, nextAt, problem }: ListedMail): string {
  const again = nextAt === null || state === 'sending' ? '' : `, tried again after ${minuteOf(nextAt)}`;
  const words = state === 'sent' && way === 'file' ? 'written as a file' : STATES[state];
  const lines = [
    `${id.slice(0, 8)}  ${minuteOf(createdAt)}  ${recipient}`,
    `          ${subject}`,
    `          ${words}${again}`,
    ...(problem === null ? [] : [`          ${problem.message}`, `          What to do: ${problem.step}`]),
  ];
  return lines.map(printable).join('\n');
}

function minuteOf(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { MailMeans } from './mail-means.js';
import type { MailAnswer } from './outgoing-mail.js';
import { plainMail } from './plain-mail.js';

const TEXT = [
  'This is a test: Plumbline can send mails to you.',
  'If it lies among unwanted mails, tell your mail program that it is none; then the reports will arrive too.',
];

/** Hands a test mail over at once, and gives what the mail server said. */
export async function sendTestMail(
  { send, from }: MailMeans,
  { to, clock }: { readonly to: string; readonly clock: Clock },
): Promise<MailAnswer> {
  // Loaded with the first mail: the service starts without.
  const { mailTo } = await import('./mail-to.js');
  const { message } = await mailTo(to, plainMail('A test mail of Plumbline', TEXT), {
    organizationId: '',
    kind: 'test',
    occasion: randomUUID(),
    scan: null,
    from,
    publicUrl: null,
    now: clock(),
  });
  return send({ from, to }, Buffer.from(message, 'latin1'));
}

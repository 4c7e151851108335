import type { ReportMail } from '#reports/email/report-mail.js';
import { emlOf } from './eml.js';
import { type MailIdentity, mailKey, messageId } from './message-id.js';
import type { ComposedMail } from './outbox.js';
import { unsubscribeOffer } from './unsubscribe.js';

/** As whom mails come, beside the address. */
export const FROM_NAME = 'Plumbline';

interface Around extends Omit<MailIdentity, 'recipient'> {
  readonly scan: string | null;
  readonly from: string;
  readonly publicUrl: string | null;
  readonly now: Date;
}

/** A report as a mail to one recipient, ready to be queued. */
export async function mailTo(recipient: string, mail: ReportMail, around: Around): Promise<ComposedMail> {
  const { organizationId, kind, occasion, scan, from, publicUrl, now } = around;
  const id = mailKey({ organizationId, kind, occasion, recipient });
  // Who must know of Plumbline itself is not asked whether he wants to.
  const offer = kind === 'notice' || kind === 'test' ? null : unsubscribeOffer(publicUrl, from);
  const message = await emlOf(mail, {
    fromName: FROM_NAME,
    from,
    to: recipient,
    messageId: messageId(id, from),
    date: now,
    ...(offer !== null && { listHeaders: offer.headers }),
  });
  return {
    id,
    kind,
    occasion,
    sender: from,
    recipient,
    messageId: messageId(id, from),
    message: message.toString('latin1'),
    unsubscribeDigest: offer?.digest ?? null,
    scan,
  };
}

import MailComposer from 'nodemailer/lib/mail-composer';
import type { ReportMail } from '#reports/email/report-mail.js';

/** By which a mail program offers to stop these mails (RFC 2369, RFC 8058). */
export type ListHeaders = Readonly<Partial<Record<'List-Unsubscribe' | 'List-Unsubscribe-Post', string>>>;

/** Everything around a report that makes it a mail. */
export interface MailHead {
  readonly fromName: string;
  readonly from: string;
  readonly to: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly date: Date;
  readonly listHeaders?: ListHeaders;
}

/**
 * A report as the bytes of a mail (RFC 5322), all of them ASCII: the same bytes for the same report and head, whenever it
 * is made.
 */
export async function emlOf(mail: ReportMail, head: MailHead): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: head.fromName, address: head.from },
    to: { name: '', address: head.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: head.messageId,
    date: head.date,
    // By chance otherwise, and no two mails would be the same.
    baseBoundary: head.messageId.replaceAll(/[^0-9a-z]/gu, '').slice(0, 40),
    // So that no absence note answers a machine (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', ...head.listHeaders },
    attachments: [
      ...mail.images.map(({ contentId, fileName, contentType, bytes }) => ({
        cid: contentId,
        filename: fileName,
        contentType,
        content: Buffer.from(bytes),
        contentDisposition: 'inline' as const,
      })),
      ...mail.attachments.map(({ fileName, contentType, bytes }) => ({
        filename: fileName,
        contentType,
        content: Buffer.from(bytes),
      })),
    ],
    // A mail never reads a file or an address that stands in it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

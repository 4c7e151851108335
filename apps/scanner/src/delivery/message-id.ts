import { createHash } from 'node:crypto';
import type { MailKind } from './outgoing-mail.js';

/** What makes a mail the same mail, however often it is composed or sent. */
export interface MailIdentity {
  /** The organization's id, which says nothing of the business. */
  readonly organizationId: string;
  readonly kind: MailKind;
  /** Which of its kind: a week (`2026-W48`), an alert's scan. */
  readonly occasion: string;
  readonly recipient: string;
}

/** The same for the same mail in every process: a second attempt is seen as the same by whoever got the first. */
export function mailKey({ organizationId, kind, occasion, recipient }: MailIdentity): string {
  const parts = JSON.stringify([organizationId, kind, occasion, recipient.toLowerCase()]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 40);
}

/** The Message-ID of a mail, with its angle brackets (RFC 5322, 3.6.4), under the sender's domain. */
export function messageId(key: string, from: string): string {
  return `<${key}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

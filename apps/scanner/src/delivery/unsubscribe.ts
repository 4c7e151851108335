import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { OrganizationRecords } from '../findings/organization-records.js';
import { addAuditEntry } from '../audit/audit-log.js';
import { normalizedEmail } from '../people/normalized-email.js';
import { OutgoingMailEntity } from '../storage/entities/outgoing-mail.entity.js';
import { UnsubscribedEntity } from '../storage/entities/unsubscribed.entity.js';
import type { ListHeaders } from './eml.js';

/** Where a mail program posts to, before what only its mail has. */
export const UNSUBSCRIBE_PATH = '/api/v1/unsubscribe';

/** By which a mail offers to stop these mails, and what is kept of it. */
export interface UnsubscribeOffer {
  readonly headers: ListHeaders;
  /** Null: by mail to whoever is at the sender's address. */
  readonly digest: string | null;
}

/**
 * One click where there is a public address (RFC 8058), else a mail to the sender. What stands in the address is random, and
 * only its digest is kept: nobody can make one up, and it tells nothing.
 */
export function unsubscribeOffer(publicUrl: string | null, from: string): UnsubscribeOffer {
  if (publicUrl === null)
    return { headers: { 'List-Unsubscribe': `<mailto:${from}?subject=unsubscribe>` }, digest: null };
  const carried = randomBytes(32).toString('base64url');
  const headers = {
    'List-Unsubscribe': `<${publicUrl}${UNSUBSCRIBE_PATH}/${carried}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  return { headers, digest: digestOf(carried) };
}

/** Sends no more reports to whom the mail with that address went. Nothing happens where there is none, and nobody is told. */
export async function unsubscribe(manager: EntityManager, carried: string, now: Date): Promise<void> {
  const mail = await manager.findOneBy(OutgoingMailEntity, { unsubscribeDigest: digestOf(carried) });
  if (mail === null) return;
  const records = new OrganizationRecords(manager, mail.organization);
  const address = normalizedEmail(mail.recipient);
  if ((await records.first(UnsubscribedEntity, { where: { address } })) !== null) return;
  const since = now.toISOString();
  await records.insert(UnsubscribedEntity, [{ address, since }]);
  const actor = { kind: 'machine', id: '', name: address } as const;
  await addAuditEntry(records, { at: since, actor, action: 'reports.unsubscribed', target: address });
}

/** False: the address was not unsubscribed. */
export async function subscribeAgain(
  manager: EntityManager,
  organization: string,
  address: string,
): Promise<boolean> {
  const records = new OrganizationRecords(manager, organization);
  if ((await records.first(UnsubscribedEntity, { where: { address } })) === null) return false;
  await records.delete(UnsubscribedEntity, { address });
  return true;
}

function digestOf(carried: string): string {
  return createHash('sha256').update(carried, 'utf8').digest('hex');
}

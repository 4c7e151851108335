import { rm } from 'node:fs/promises';
import { type DataSource, In, LessThan } from 'typeorm';
import { organizationNames } from '../findings/choose-organization.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { MailBodyEntity } from '../storage/entities/mail-body.entity.js';
import { OutgoingMailEntity } from '../storage/entities/outgoing-mail.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { mailFile } from './write-mail-file.js';

/** Mails of which nothing is awaited any more. */
const OVER = ['sent', 'refused', 'given_up', 'unconfirmed'] as const;

interface Keeping {
  readonly months: number;
  readonly now: Date;
  readonly dataDirectory: string;
}

/** Forgets mails that are older than they need be kept, and their files. Gives how many. */
export async function forgetMails(dataSource: DataSource, keeping: Keeping): Promise<number> {
  const before = new Date(keeping.now);
  before.setUTCMonth(before.getUTCMonth() - keeping.months);
  let count = 0;
  for (const organization of await organizationNames(dataSource)) {
    const messages = await inTransaction(dataSource, async (manager) =>
      forgetIn(new OrganizationRecords(manager, organization), before.toISOString()),
    );
    count += messages.length;
    for (const message of messages) {
      await rm(mailFile(keeping.dataDirectory, Buffer.from(message, 'latin1')), { force: true });
    }
  }
  return count;
}

async function forgetIn(records: OrganizationRecords, before: string): Promise<readonly string[]> {
  const where = { createdAt: LessThan(before), state: In([...OVER]) };
  const old = await records.some(OutgoingMailEntity, { where });
  await records.delete(OutgoingMailEntity, where);
  await records.delete(MailBodyEntity, { createdAt: LessThan(before) });
  return old.map(({ message }) => message);
}

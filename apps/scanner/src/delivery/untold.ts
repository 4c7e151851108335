import { OrganizationRecords } from '../findings/organization-records.js';
import { OutgoingMailEntity } from '../storage/entities/outgoing-mail.entity.js';
import { ReportEntity } from '../storage/entities/report.entity.js';

const NEVER_ARRIVED: ReadonlySet<string> = new Set(['refused', 'given_up']);

/** Where no mail of an occasion reached anybody, what it told is news again (law 7): nobody was told. */
export async function takeBackUntold(
  records: OrganizationRecords,
  { kind, occasion, scan }: Pick<OutgoingMailEntity, 'kind' | 'occasion' | 'scan'>,
): Promise<void> {
  if (scan === null) return;
  const mails = await records.some(OutgoingMailEntity, {
    where: { kind, occasion },
    select: { organization: true, id: true, state: true, createdAt: true },
  });
  const [first] = mails;
  if (first === undefined || mails.some(({ state }) => !NEVER_ARRIVED.has(state))) return;
  // Only what these mails told: an earlier one may have told of the same scan.
  await records.delete(ReportEntity, { channel: kind, scan, at: first.createdAt });
}

import { auditDocument } from '#reports/documents/audit/audit-document.js';
import type { PlainDocument } from '#reports/documents/plain-document.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { documentStamp } from './document-stamp.js';
import type { PolicyInForce } from './policy-in-force.js';
import { quarterFacts } from './quarter-facts.js';

/** The audit pack of the quarter that ends at an instant. */
export async function composeAuditPack(
  records: OrganizationRecords,
  inForce: PolicyInForce,
  at: Date,
): Promise<PlainDocument> {
  return auditDocument(await quarterFacts(records, inForce, at), documentStamp(at, inForce));
}

import { ConnectionsAndSecrets } from './connections-and-secrets.js';
import { ExampleOrganizations } from './example-organizations.js';
import { FindingsByChange } from './findings-by-change.js';
import { FindingsForLists } from './findings-for-lists.js';
import { FindingsInWords } from './findings-in-words.js';
import { KindOfVendor } from './kind-of-vendor.js';
import { LedgerOfFindings } from './ledger-of-findings.js';
import { OrganizationIds } from './organization-ids.js';
import { OutgoingMails } from './outgoing-mails.js';
import { PeopleAndAudit } from './people-and-audit.js';
import { PolicyRevisions } from './policy-revisions.js';
import { ReportsAndWebhooks } from './reports-and-webhooks.js';
import { ScanJobsAndSchedules } from './scan-jobs-and-schedules.js';

/** Every step of the schema, oldest first. A step that was shipped is never changed. */
export const migrations = [
  LedgerOfFindings,
  ConnectionsAndSecrets,
  OrganizationIds,
  PeopleAndAudit,
  PolicyRevisions,
  ScanJobsAndSchedules,
  FindingsForLists,
  FindingsByChange,
  KindOfVendor,
  FindingsInWords,
  OutgoingMails,
  ReportsAndWebhooks,
  ExampleOrganizations,
];

import type { Policy } from '#rules/policy/policy.js';
import { csvTable } from '../exports/csv-table.js';
import { processingActivities } from './processing-record.js';

const COLUMNS = [
  'activity',
  'purpose',
  'legal_basis',
  'data_subjects',
  'data_categories',
  'sensitive_categories',
  'systems',
  'access',
  'recipients',
  'transfers',
  'time_limits',
  'security',
  'controller',
  'controller_address',
  'controller_email',
  'missing',
  'as_of',
];

/** The record of processing for a spreadsheet, a line for each purpose (GDPR Art. 30). `asOf`: the instant, UTC. */
export function processingRecordAsCsv(policy: Policy, asOf: string): string {
  const { controller } = policy;
  return csvTable(
    COLUMNS,
    processingActivities(policy).map((activity) => [
      activity.activity,
      activity.purpose,
      activity.basis,
      activity.subjects,
      activity.categories.join('; '),
      activity.sensitive.join('; '),
      activity.systems.join('; '),
      activity.access,
      activity.recipients.join('; '),
      activity.transfers,
      activity.limits,
      activity.security,
      controller?.name ?? '',
      controller?.address ?? '',
      controller?.email ?? '',
      activity.missing.join('; '),
      asOf,
    ]),
  );
}

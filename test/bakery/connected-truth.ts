import type { ExpectedFinding } from '#scanner/example/truth.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import type { Change } from '#rules/engine/finding.js';
import type { Severity } from '#rules/engine/rule.js';
import {
  BATCH_WEBHOOKS,
  LINKED_APPS,
  LINKED_SITES,
  WEBHOOKS,
} from '../vendors/mailchimp/account/integrations.js';

function line(
  rule: RuleId,
  severity: Severity,
  system: string | null,
  subject: string,
  change: Change = 'new',
): ExpectedFinding {
  return { rule, severity, system, subject, change, count: null };
}

/** What stands in the simulated tools and in no export: only a connection can find it. */
export const CONNECTIONS_ONLY: readonly ExpectedFinding[] = [
  // What is shared and who administers what stands in Google itself, not in its lists.
  line('access.excess-role', 'high', 'office', 'lena@sweetcrumb.example'),
  ...[
    '16DKLxFMGxHfp6hRaTuXg7Mxo67wqxuuT',
    '1E1VJv4Etg5xR7mwqZp081fzj2Rq61xHI',
    '1FFbCF9SCFxf7hI6e4NpaSl3pNohcux0W',
  ].map(fileOfAnybody),
  ...['1RhnnXUUpvSf3WjFzLndFcrAuZTAxBmDE', '1xlktzMe4ce67NbfmTHaIwpEXwL30OkxQ'].map(fileOfAnybody),
  line('app.ai', 'high', 'office', 'ChatGPT'),
  line('vendor.unvetted', 'high', null, 'OpenAI'),
  line('field.undeclared', 'medium', 'office', 'contact.favourite loaf'),
  line('field.wrong-system', 'high', 'office', 'contact.allergies'),
  // HubSpot's log of its own security.
  line('app.undeclared', 'medium', 'crm', 'HubSpot app 1903711'),
  line('app.undeclared', 'medium', 'crm', 'HubSpot app 2471190'),
  line('app.undeclared', 'medium', 'crm', 'Personal access key of tom@sweetcrumb.example'),
  line('app.undeclared', 'medium', 'crm', 'Private app 2280415'),
  line('app.undeclared', 'medium', 'crm', 'Service key 7700021'),
  line('field.unused', 'low', 'crm', 'contact.delivery_phone'),
  // Whom the business pays.
  line('vendor.undeclared-payee', 'medium', null, 'Calendly'),
  ...[...LINKED_APPS, ...LINKED_SITES, ...WEBHOOKS, ...BATCH_WEBHOOKS].flatMap(({ planted = [] }) =>
    planted.map(({ rule, severity, system, subject }) => line(rule, severity, system, subject)),
  ),
];

/** What the connection can not see: it stays as it was last seen. HubSpot tells of logins of the last 30 days. */
export const NOT_SEEN: readonly (readonly [RuleId, subject: string])[] = [
  ['access.inactive', 'jo@pixelpantry.example'],
  ['access.inactive', 'sam@sweetcrumb.example'],
];

/**
 * By what a connection calls the fields that HubSpot's exports name by their labels. The findings follow (E20); only what
 * they are called changes.
 */
export const CALLED_OTHERWISE: readonly (readonly [RuleId, byExport: string, byConnection: string])[] = [
  ['field.undeclared', 'contact.instagram handle', 'contact.instagram_handle'],
  ['field.unused', 'contact.second phone', 'contact.second_phone'],
  ['field.wrong-system', 'contact.dietary allergies', 'contact.dietary_allergies'],
];

function fileOfAnybody(id: string): ExpectedFinding {
  return line('access.public-file', 'high', 'office', `https://drive.google.com/open?id=${id}`);
}

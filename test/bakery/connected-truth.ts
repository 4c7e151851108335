import type { ExpectedFinding } from '#scanner/example/truth.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import type { Change } from '#rules/engine/finding.js';
import type { Severity } from '#rules/engine/rule.js';
import { BAKERY_SEED } from '../vendors/bakery/seeded-bakery.js';
import { officeFiles } from '../vendors/google/drive/office-files.js';
import { opaqueId } from '../vendors/google/google-ids.js';
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
  // Who administers Google stands in no export. The policy lets everybody be a member of the office, and the owner an
  // admin; Lena has neither role, and is one.
  line('access.excess-role', 'high', 'office', 'lena@sweetcrumb.example'),
  // Shared with outsiders, also as members of a group, and a list of people by their columns, or by their names where
  // these can not be read. Not here: what is harmless, empty or thrown away; "catering list 2023", whose name alone tells
  // of no customers; what is shared within the house; what Maria, who connected, does not find or may not see the sharing
  // of ("Catering orders", "Subscribers August"); what is not the bakery's.
  ...[
    'Customer list 2026',
    'weihnachtsmarkt-kunden.csv',
    'Newsletter drafts',
    'Wholesale contacts',
    'Wedding clients',
  ].map(fileOfAnybody),
  // The log of Google knows it; the policy names neither the app nor its vendor.
  line('app.ai', 'high', 'office', 'ChatGPT'),
  line('vendor.unvetted', 'high', null, 'OpenAI'),
  // Fields that people made in Google Contacts: of no category, and of one that the policy allows in catering alone.
  line('field.undeclared', 'medium', 'office', 'contact.favourite loaf'),
  line('field.wrong-system', 'high', 'office', 'contact.allergies'),
  // HubSpot's log of its own security names two apps, a private app, a service key and a personal key. The policy names no
  // app for the CRM at all.
  line('app.undeclared', 'medium', 'crm', 'HubSpot app 1903711'),
  line('app.undeclared', 'medium', 'crm', 'HubSpot app 2471190'),
  line('app.undeclared', 'medium', 'crm', 'Personal access key of tom@sweetcrumb.example'),
  line('app.undeclared', 'medium', 'crm', 'Private app 2280415'),
  line('app.undeclared', 'medium', 'crm', 'Service key 7700021'),
  // Whom the business pays: the only one who sells software and is not in the policy. Mailchimp and HubSpot are in it,
  // mills and carpenters are no tools, and the last one was never paid.
  line('vendor.undeclared-payee', 'medium', null, 'Calendly'),
  ...[...LINKED_APPS, ...LINKED_SITES, ...WEBHOOKS, ...BATCH_WEBHOOKS].flatMap(({ planted = [] }) =>
    planted.map(({ rule, severity, system, subject }) => line(rule, severity, system, subject)),
  ),
];

/**
 * What the connection can not see stays as it was last seen. HubSpot tells the last login in its exports only; its
 * interface has a log of 90 days. Sam's login is 91 days ago and Jo's 214: neither is in it, which is not never.
 */
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

function fileOfAnybody(name: string): ExpectedFinding {
  const place = officeFiles.findIndex((file) => file.name === name);
  const id = `1${opaqueId(BAKERY_SEED, `file ${place}`, 32)}`;
  return line('access.public-file', 'high', 'office', `https://drive.google.com/open?id=${id}`);
}

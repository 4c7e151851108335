import { z } from 'zod';
import { connectorIds } from '#connectors/contract/fact.js';
import { severities } from '../model/severity.js';

const day = z.iso.date().describe('A calendar day, YYYY-MM-DD');
const instant = z.iso.datetime().describe('An instant in UTC, ISO 8601');
const count = z.int().nonnegative();
const change = z.enum(['new', 'updated', 'unchanged', 'fixed', 'gone', 'reopened', 'not_observed']);
const cause = z.enum(['data', 'policy', 'rules', 'disposition']);

const scan = z
  .strictObject({
    id: z.string(),
    organization: z.string(),
    as_of: day,
    started_at: instant,
    finished_at: instant,
    policy_version: z.string().describe('SHA-256 of the policy that was judged by'),
    rules_version: z.string(),
    format: z.literal(1).describe('Version of this format; raised only when a reader would break'),
  })
  .describe('The scan that this report is about');

const resource = z.strictObject({
  resource: z.string().describe('What was asked for: contact.records, people, apps, files, payees ...'),
  status: z.enum(['complete', 'partial', 'denied', 'unsupported', 'failed']),
  reason: z.string().optional().describe('Why it is not complete'),
  actor: z.enum(['user', 'vendor', 'us']).optional().describe('Who must act'),
  step: z.string().optional().describe('What to do, or when it is tried again'),
  scope: z.string().optional().describe('The right that was not granted'),
  read: count.describe('Records, fields, people, apps, files or payees read'),
  window: z
    .strictObject({ from: day.nullable(), to: day })
    .optional()
    .describe('First and last day covered, where the resource says'),
});

const system = z.strictObject({
  system: z.string().describe("The policy's name; unclaimed for files that no system claims"),
  connector: z.enum(connectorIds),
  simulated: z.literal(true).optional().describe('Read from a simulated vendor, not from the real tool'),
  resources: z.array(resource),
});

const field = z.strictObject({
  system: z.string(),
  object: z.string(),
  name: z.string(),
  label: z.string(),
  category: z.string().describe('Kind of personal data, or none'),
  sensitivity: z.enum(['none', 'personal', 'sensitive']),
  confidence: z.number().min(0).max(1).describe('Below 0.5 it is a question to the owner, not a finding'),
  reason: z.string(),
  fill_rate: z.number().min(0).max(1).describe('Share of all records with a value; 0 where there are none'),
});

const disposition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('acknowledged'), by: z.string(), on: day }),
  z.strictObject({
    kind: z.literal('exception'),
    reason: z.string(),
    approver: z.string(),
    until: day.describe('The last day on which it holds'),
    on: day,
    in_force: z.boolean().describe('Whether it holds on the day of the scan: then the finding is no drift'),
  }),
]);

const finding = z.strictObject({
  id: z.string().describe('Public, never changes'),
  rule: z.string(),
  severity: z.enum(severities),
  system: z.string().nullable().describe('Null for vendor.* and program.*'),
  subject: z.string(),
  title: z.string(),
  message: z.string(),
  remedy: z.string(),
  evidence: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
    .describe("Names and counts; never a customer's value"),
  observation: z.enum(['present', 'absent', 'not_observed']),
  disposition,
  change: change.describe('What this scan did to it, against the previous scan of its system'),
});

const summary = z.strictObject({
  drift: z
    .strictObject({ high: count, medium: count, low: count, info: count })
    .describe('Findings that are there, or were not observed since, and are under no exception in force'),
  new: count,
  updated: count,
  fixed: count.describe('Gone because the data changed'),
  gone: count.describe('Gone because the policy, the rules or a decision changed'),
  reopened: count,
  not_observed: count,
  excepted: count.describe('Under an exception in force'),
  resources_not_complete: count,
  judged: z
    .strictObject({ missing_sections: z.array(z.string()) })
    .describe('Sections the policy does not have: nothing was judged by them'),
  baseline: z
    .strictObject({
      scan: z.string(),
      approved_by: z.string(),
      approved_on: day,
      appeared: z.array(z.string()),
      vanished: z.array(z.string()),
    })
    .nullable()
    .describe('The approved scan, and the ids of what came and went since; null before the first approval'),
  news: z
    .strictObject({
      since: z.strictObject({ scan: z.string(), as_of: day }).nullable(),
      items: z.array(z.strictObject({ finding: z.string(), change: change.exclude(['unchanged']), cause })),
    })
    .describe('What changed against the last report a person was given; since is null on the first report'),
});

/** The published shape of a scan's report for machines. */
const jsonReportSchema = z.strictObject({
  scan,
  systems: z.array(system),
  fields: z.array(field),
  findings: z.array(finding),
  summary,
});

export type JsonReport = z.infer<typeof jsonReportSchema>;

/** The same as a JSON Schema (draft 2020-12), as config/report.schema.json ships it. */
export function jsonSchemaOfReport(): Record<string, unknown> {
  return {
    title: 'Plumbline scan report',
    description: "What a scan read, what it found, and what changed. Holds no customer's value.",
    ...z.toJSONSchema(jsonReportSchema, { override: withoutPatterns }),
  };
}

/** A format says what a date is; Zod's pattern for it would only be noise to whoever reads the schema. */
function withoutPatterns({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}

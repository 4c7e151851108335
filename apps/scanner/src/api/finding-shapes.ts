import { z } from 'zod';
import { ruleIds } from '#rules/engine/rule-id.js';

export const Day = z.iso.date();
export const FindingId = z.string().regex(/^[0-9a-f]{16}$/u);
export const SeverityName = z.enum(['info', 'low', 'medium', 'high']);
export const RuleName = z.enum(ruleIds);

const observation = z.enum(['present', 'absent', 'not_observed']);

const disposition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('acknowledged'), by: z.string(), on: z.string() }),
  z.object({
    kind: z.literal('exception'),
    reason: z.string(),
    approver: z.string(),
    until: z.string(),
    on: z.string(),
  }),
]);

/** A finding as lists show it. */
export const FindingShown = z
  .object({
    id: z.string(),
    rule: z.string(),
    severity: SeverityName,
    system: z.string().nullable(),
    connector: z.string().nullable(),
    subject: z.string(),
    title: z.string(),
    observation: observation.meta({ description: 'not_observed: the last scan could not look at it' }),
    disposition,
    first_seen: z.string(),
    last_seen: z.string(),
  })
  .meta({ id: 'Finding' });

/** A page of findings; `total` is how many the whole list has, told with its first page. */
export const FindingsPage = z.object({
  items: z.array(
    FindingShown.extend({
      assignee: z.string().nullable().meta({ description: 'The address of who looks after it' }),
    }).meta({ id: 'ListedFinding' }),
  ),
  total: z.int().nullable(),
  next: z.string().nullable(),
});

/** A finding with everything that is known of it. */
export const FindingWhole = FindingShown.extend({
  listable: z.boolean().meta({ description: 'Whether an owner can be shown its records (POST lists)' }),
  heading: z.string().meta({ description: 'What findings of its rule share' }),
  why: z.string(),
  message: z.string(),
  remedy: z.string(),
  policy_says: z
    .array(z.string())
    .meta({ description: 'The sentences of the policy in force that it is about' }),
  evidence_in_words: z.array(z.object({ name: z.string(), value: z.string() })),
  evidence: z.record(z.string(), z.unknown()),
  policy_version: z.string(),
  assignee: z.object({ person: z.string(), name: z.string() }).nullable(),
  comments: z.array(z.object({ said_by: z.string(), said_at: z.string(), text: z.string() })),
  history: z.array(
    z.object({
      change: z.string(),
      cause: z.string(),
      observation,
      detail: z.string().nullable(),
      scan: z.string().nullable(),
      at: z.string(),
    }),
  ),
}).meta({ id: 'FindingWhole' });

export const EventShown = z
  .object({
    finding: z.string(),
    title: z.string(),
    change: z.string(),
    cause: z.string(),
    observation,
    detail: z.string().nullable(),
    scan: z.string().nullable(),
    at: z.string(),
  })
  .meta({ id: 'FindingEvent' });

/** Several lines, without what could steer a screen. */
const comment = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}]|\n|\u200D|\uFE0F)*$/u, 'Use letters, digits and signs.');

export const DecisionMade = z.strictObject({
  findings: z.array(FindingId).min(1).max(500),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('acknowledge') }),
    z.strictObject({ kind: z.literal('open') }),
    z.strictObject({
      kind: z.literal('accept'),
      reason: z.string().trim().min(1).max(500),
      until: Day.optional(),
    }),
    z.strictObject({ kind: z.literal('assign'), person: z.uuid().nullable() }),
    z.strictObject({ kind: z.literal('comment'), text: comment }),
  ]),
});

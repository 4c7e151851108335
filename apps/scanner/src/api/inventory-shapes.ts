import { z } from 'zod';

const listOf = <T extends z.ZodType>(item: T) => z.object({ as_of: z.string(), items: z.array(item) });

export const FieldsShown = listOf(
  z
    .object({
      system: z.string(),
      object: z.string(),
      list: z.string().nullable(),
      name: z.string(),
      label: z.string(),
      type: z.string(),
      custom: z.boolean(),
      category: z.string(),
      sensitivity: z.string(),
      confidence: z.number(),
      reason: z.string(),
      records: z.int(),
      filled: z.int(),
    })
    .meta({ id: 'Field' }),
).extend({ next: z.string().nullable() });

export const DataMapShown = listOf(
  z.object({
    category: z.string(),
    system: z.string(),
    declared: z.boolean(),
    records: z.int(),
    filled: z.int(),
    fields: z.array(
      z.object({
        object: z.string(),
        list: z.string().nullable(),
        name: z.string(),
        label: z.string(),
        custom: z.boolean(),
        filled: z.int(),
        records: z.int(),
      }),
    ),
  }),
);

export const AccessShown = listOf(
  z.object({
    system: z.string(),
    identifier: z.string(),
    person: z.string().nullable().meta({ description: 'Who of the policy that is; null: nobody' }),
    role: z.string(),
    level: z.string(),
    declared: z.string().nullable().meta({ description: 'What the policy gives; null: nothing' }),
    state: z.string(),
    last_login: z.string().nullable(),
    second_factor: z.boolean().nullable(),
  }),
);

export const AppsShown = listOf(
  z.object({
    system: z.string(),
    name: z.string(),
    client_id: z.string().nullable(),
    own_key: z.boolean(),
    scopes: z.array(z.string()),
    users: z.int().nullable(),
    access: z.string(),
    last_seen: z.string().nullable(),
  }),
);

const term = z.object({ years: z.int(), months: z.int(), weeks: z.int(), days: z.int() });

export const RetentionShown = listOf(
  z.object({
    system: z.string(),
    subjects: z.string(),
    after: z.string(),
    keep: term,
    held: z.int(),
    unjudged: z.int().meta({ description: 'Of these, how many nothing can be said about' }),
    overdue: z.int(),
    undated: z.int(),
  }),
).extend({
  judged: z.array(
    z.object({ trigger: z.string(), as_of: z.string().nullable(), reasons: z.array(z.string()) }),
  ),
});

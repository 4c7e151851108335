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

const stateShown = z.enum(['agrees', 'differs', 'not found', 'not known', 'found']).meta({
  description:
    'differs: it breaks a rule, or not all of it is in the policy; not known: not found, but not everything was read; found: there is no policy',
});

const systemShown = z
  .object({
    system: z.string(),
    title: z.string().meta({ description: 'The tool, as its maker calls it' }),
    simulated: z.boolean(),
    read: z.enum(['read', 'partial', 'not read', 'nothing to read']).meta({
      description: 'How much of what this page shows; nothing to read: a file has no logins and no apps',
    }),
  })
  .meta({ id: 'SystemRead' });

const ruleBroken = z
  .object({
    rule: z.string(),
    heading: z.string(),
    step: z.string(),
    system: z.string().nullable().meta({ description: 'With the subject: what the finding is about' }),
    subject: z.string(),
  })
  .meta({ id: 'RuleBroken' });

export const DataMapShown = listOf(
  z.object({
    category: z.string(),
    title: z.string(),
    sensitive: z.boolean(),
    system: z.string(),
    declared: z.boolean(),
    state: stateShown,
    breaks: z.array(ruleBroken),
    records: z.int(),
    filled: z.int().meta({ description: 'Of what breaks a rule, if anything does' }),
    fields: z.array(
      z.object({
        object: z.string(),
        list: z.string().nullable(),
        name: z.string(),
        label: z.string(),
        custom: z.boolean(),
        declared: z.boolean(),
        in_notes: z.boolean().meta({ description: 'It stands inside its notes, which are counted then' }),
        breaks: z.array(ruleBroken),
        filled: z.int(),
        records: z.int(),
      }),
    ),
  }),
).extend({
  policy: z.boolean().meta({ description: 'False: there is none to compare with' }),
  unsure: z
    .int()
    .meta({ description: 'Fields that may hold personal data, and are not shown: nobody is sure' }),
  systems: z.array(systemShown),
});

const placeShown = z.object({ id: z.string(), title: z.string() });

export const DataFlowShown = z.object({
  as_of: z.string(),
  policy: z.boolean(),
  purposes: z.array(placeShown),
  categories: z.array(placeShown),
  systems: z.array(placeShown),
  apps: z.array(placeShown.extend({ ai: z.boolean() })),
  links: z.array(z.object({ from: z.string(), to: z.string(), state: stateShown })),
});

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
    standing: stateShown.nullable().meta({
      description: 'Of this login alone; null: it lets nobody in, or another login of the person is judged',
    }),
    breaks: z.array(ruleBroken),
  }),
).extend({
  policy: z.boolean().meta({ description: 'False: there is none to compare with' }),
  systems: z.array(systemShown),
  people: z
    .array(
      z.object({
        who: z.string(),
        known: z.boolean().meta({ description: 'The policy names this person' }),
        roles: z.array(z.string()),
        systems: z.array(
          z.object({
            system: z.string(),
            declared: z.string().nullable(),
            state: stateShown,
            logins: z.array(z.string()),
          }),
        ),
      }),
    )
    .meta({ description: 'Those of the policy, then the logins of nobody whom it names' }),
});

export const AppsShown = listOf(
  z.object({
    system: z.string(),
    name: z.string(),
    client_id: z.string().nullable(),
    own_key: z.boolean(),
    scopes: z.array(z.string()),
    may: z
      .array(z.object({ scope: z.string(), words: z.string().nullable() }))
      .meta({ description: 'Its rights in words; null: nobody has put that one into words' }),
    reads: z
      .array(z.object({ service: z.string(), bytes: z.number(), last_day: z.string() }))
      .nullable()
      .meta({ description: 'What it really read; null: no log tells' }),
    ai: z
      .object({ name: z.string(), vendor: z.string() })
      .nullable()
      .meta({ description: 'The AI app that goes by that name: a likeness, not proof' }),
    users: z.int().nullable(),
    access: z.string(),
    last_seen: z.string().nullable(),
    standing: stateShown
      .nullable()
      .meta({ description: 'Null: it reaches nothing that the policy is about' }),
    breaks: z.array(ruleBroken).meta({ description: 'By it, or by its maker' }),
  }),
).extend({ policy: z.boolean(), systems: z.array(systemShown) });

const term = z.object({ years: z.int(), months: z.int(), weeks: z.int(), days: z.int() });

export const RetentionShown = listOf(
  z.object({
    system: z.string(),
    subjects: z.string(),
    after: z.string(),
    keep: term,
    keep_in_words: z.string(),
    because: z.string().nullable().meta({ description: 'Why it may be kept for longer here' }),
    held: z.int(),
    unjudged: z.int().meta({ description: 'Of these, how many nothing can be said about' }),
    overdue: z.int(),
    undated: z.int(),
    overdue_before: z.string().nullable().meta({ description: 'Null: nobody’s age may be judged' }),
    state: stateShown,
    months: z
      .array(z.object({ month: z.string().nullable(), people: z.int() }))
      .meta({ description: 'By the month of what the term counts from' }),
  }),
).extend({
  policy: z.boolean(),
  systems: z.array(systemShown),
  unclaimed: z
    .array(z.object({ path: z.string(), records: z.int() }))
    .meta({ description: 'Files with people in them that no system claims, so that no term reaches them' }),
  judged: z.array(
    z.object({ trigger: z.string(), as_of: z.string().nullable(), reasons: z.array(z.string()) }),
  ),
  consent: z
    .array(
      z.object({
        system: z.string(),
        name: z.string(),
        marketed: z.int(),
        missing: z.array(z.object({ requires: z.string(), people: z.int() })),
        conflicts: z.int(),
        opted_out_in: z.array(z.string()),
        state: stateShown,
      }),
    )
    .meta({ description: 'Lists that marketing goes to' }),
  deletions: z.array(
    z.object({
      system: z.string(),
      held: z.int(),
      unjudged: z.int(),
      requested: z
        .int()
        .nullable()
        .meta({ description: 'Null: no list of deletion requests was read, so nobody knows who asked' }),
      deleted_elsewhere: z.int(),
      deleted_in: z.array(z.string()),
      state: stateShown,
    }),
  ),
});

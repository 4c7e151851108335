import { z } from 'zod';
import { connectorIds } from '#connectors/contract/fact.js';

const notice = z.object({ message: z.string(), step: z.string() });

/** A connection, as it may be shown: nothing in it is secret. */
export const ConnectionShown = z
  .object({
    name: z.string(),
    connector: z.enum(connectorIds),
    title: z.string().meta({ description: 'The tool, as its vendor calls it' }),
    simulated: z.boolean().meta({ description: 'Made at a tool that is simulated on this computer' }),
    systems: z
      .array(z.string())
      .nullable()
      .meta({ description: 'The systems of the policy that are read with it; null: there is no policy' }),
    account: z.string().nullable(),
    way: z.string(),
    asked: z.array(z.string()),
    granted: z.array(z.string()).nullable(),
    health: z.object({
      state: z.enum(['works', 'untried', 'reconnect needed', 'help needed']),
      problem: notice.nullable(),
      notices: z.array(notice),
    }),
    missing: z
      .array(z.object({ scope: z.string(), costs: z.array(z.string()) }))
      .meta({ description: 'Rights that were not granted, and what is not read without each' }),
    connected_at: z.string(),
    last_used_at: z.string().nullable(),
    login_ends_at: z.string().nullable(),
  })
  .meta({ id: 'Connection' });

/** What is known of a tool before it is connected. */
export const ConnectorShown = z
  .object({
    id: z.enum(connectorIds),
    title: z.string(),
    reads: z.array(z.object({ what: z.string(), capability: z.string() })),
    rights: z.array(
      z.object({
        scope: z.string(),
        reasons: z.array(z.string()),
        costs: z.array(z.string()),
        optional: z.boolean(),
        only_if_chosen: z.boolean(),
      }),
    ),
    ways: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        works_here: z.boolean(),
        redirect_uri: z.string().nullable(),
        steps: z.array(z.object({ text: z.string(), copy: z.string().nullable() })),
        fields: z.array(z.object({ name: z.string(), label: z.string(), secret: z.boolean() })),
      }),
    ),
    no_read_only_right: z
      .string()
      .nullable()
      .meta({ description: 'Where the vendor has no right that only reads: the sentence that says so' }),
    conditions: z.array(z.object({ text: z.string(), source: z.string(), seen: z.string() })),
    cannot_read: z
      .array(z.object({ what: z.string(), step: z.string() }))
      .meta({ description: 'What the tool tells no program, and how that gap is filled' }),
    revoke_by_hand: z.string(),
  })
  .meta({ id: 'Connector' });

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/u)
  .nullable()
  .default(null);
const answer = z.string().max(20_000);
const scopes = z.array(z.string().max(300)).max(50).default([]);

/** What a person brings to connect a tool. */
export const ConnectionToMake = z.strictObject({
  connector: z.enum(connectorIds),
  way: z.enum(['key', 'oauth', 'paste-back', 'refresh-token', 'service-account']),
  name,
  answers: z
    .record(z.string().max(40), answer)
    .refine((given) => Object.keys(given).length <= 10, 'too many'),
  without: scopes,
  with: scopes,
  redirect_uri: z
    .url({ protocol: /^https$/u })
    .max(500)
    .nullable()
    .default(null)
    .meta({ description: 'For paste-back: a page of your own, https, where the browser lands' }),
});
export type ConnectionToMake = z.output<typeof ConnectionToMake>;

export const ConnectionName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/u);

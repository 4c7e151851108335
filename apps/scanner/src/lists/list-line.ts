import { z } from 'zod';

const text = (most: number) => z.string().max(most);

const ListedRecord = z.object({
  record: text(2_000).meta({ description: 'The id in the tool, else file and row' }),
  day: z.iso.date().nullable().meta({ description: 'The day that it is judged by, where it is one' }),
  page: z
    .url({ protocol: /^https$/u })
    .nullable()
    .meta({ description: 'Where the tool shows it' }),
});
export type ListedRecord = z.infer<typeof ListedRecord>;

const ListProgress = z.object({
  kind: z.literal('progress'),
  step: z.enum(['reading', 'waiting', 'storing']),
  system: text(300).nullable(),
  resource: text(300).nullable(),
  read: z.int().nonnegative().nullable(),
  waiting_for: text(300).nullable(),
  waiting_until: text(40).nullable(),
});

/** A finding's records follow. */
const ListBegins = z.object({
  kind: z.literal('list'),
  subject: text(20_000),
  found: z.int().nonnegative(),
  of: z.enum(['people', 'notes']),
  records: z.int().nonnegative(),
});

const ListEnd = z.object({
  kind: z.literal('end'),
  complete: z
    .boolean()
    .meta({ description: 'False: records may be missing, and `why` says for what reason' }),
  records: z.int().nonnegative(),
  why: z.array(z.object({ what: text(20_000), steps: z.array(text(20_000)) })),
});
export type ListEnd = z.infer<typeof ListEnd>;

/** A line of what is streamed. The last one is an `end`; without one the list is not complete. */
export const ListLine = z.discriminatedUnion('kind', [
  ListProgress,
  ListBegins,
  z.object({ kind: z.literal('records'), items: z.array(ListedRecord).max(1_000) }),
  /** Nothing new: web servers in between close a stream that is silent. */
  z.object({ kind: z.literal('still there') }),
  ListEnd,
]);
export type ListLine = z.infer<typeof ListLine>;

/** What the process that reads says before the first line: that it reads, or what somebody has to do first. */
const ListBeginning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun') }),
  z.object({
    kind: z.literal('refused'),
    isInTheWay: z.boolean(),
    message: text(2_000),
    step: text(20_000),
  }),
]);

export const ListMessage = z.union([ListBeginning, ListLine]);
export type ListMessage = z.infer<typeof ListMessage>;

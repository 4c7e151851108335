import { Readable } from 'node:stream';
import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { listableRules } from '#rules/engine/listable-rule.js';
import type { ListLine } from '../lists/list-line.js';
import { Lists } from '../lists/lists.js';
import { withSignOfLife } from '../lists/sign-of-life.js';
import type { AccessedOrganization } from '../people/caller.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';

/** No name of ours or of a tool steers a screen or a command line. */
const shortName = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u);

const ListAsked = z.strictObject({
  rule: z.enum(listableRules),
  system: shortName(100).meta({ description: 'A system of the policy' }),
  subject: shortName(1_000)
    .nullable()
    .meta({ description: 'Of one finding only: customers, leads, a mailing list or a field; null: of all' }),
});

/** Web servers in between close a stream that is silent for a minute, and so do we. */
const SIGN_OF_LIFE_MS = 20_000;

/** Which records a finding is about: read anew, shown to an owner once, and kept nowhere (law 1). */
@Controller('api/v1/organizations/:organization/lists')
export class ListsController {
  constructor(@Inject(Lists) private readonly lists: Lists) {}

  @Post()
  @Needs('owner')
  @Answers(
    'Lines of JSON (application/x-ndjson) as they are read: progress, list, records, and an end that says whether that was all',
    null,
    200,
  )
  async showList(
    @InOrganization() { organization: name, id: organization, caller: actor }: AccessedOrganization,
    @Body({ schema: ListAsked }) wanted: z.output<typeof ListAsked>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    const lines = await this.lists.begin({ ...wanted, organization, name, actor }, left.signal);
    void reply
      .status(200)
      .type('application/x-ndjson; charset=utf-8')
      // A web server in front must not wait until it has all of it.
      .header('x-accel-buffering', 'no');
    await reply.send(Readable.from(asText(withSignOfLife(lines, SIGN_OF_LIFE_MS, { kind: 'still there' }))));
  }
}

async function* asText(lines: AsyncIterable<ListLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { CLOCK, type Clock } from '../clock.js';
import { UNSUBSCRIBE_PATH, unsubscribe } from '../delivery/unsubscribe.js';
import {
  UNSUBSCRIBE_PAGE_POLICY,
  unsubscribedAnswer,
  unsubscribeQuestion,
} from '../delivery/unsubscribe-page.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { Anyone, FromElsewhere } from './access.js';
import { Answers } from './answers.js';

/** Any text: a made-up one is answered as a real one is. */
const Carried = z.string().max(200).meta({ description: 'What only the mail has' });

/** Where mail programs, and people, stop reports. No sign-in: who has the mail may. */
@Controller(UNSUBSCRIBE_PATH)
export class UnsubscribeController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':carried')
  @Anyone()
  @Answers('A page that asks whether to stop the reports', null, 200)
  async askWhetherToUnsubscribe(
    @Param('carried', { schema: Carried }) _carried: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await answer(reply, unsubscribeQuestion);
  }

  /** Mail providers post here for who clicked (RFC 8058). */
  @Post(':carried')
  @Anyone()
  @FromElsewhere()
  @Answers('A page that says so, whether there was something to stop or not', null, 200)
  async unsubscribe(
    @Param('carried', { schema: Carried }) carried: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await inTransaction(this.dataSource, (manager) => unsubscribe(manager, carried, this.clock()));
    await answer(reply, unsubscribedAnswer);
  }
}

async function answer(reply: FastifyReply, page: string): Promise<void> {
  await reply
    .status(200)
    .header('content-security-policy', UNSUBSCRIBE_PAGE_POLICY)
    .type('text/html; charset=utf-8')
    .send(page);
}

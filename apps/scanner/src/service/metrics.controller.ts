import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Anyone } from '../api/access.js';
import { notFound } from '../api/problem.js';
import type { Settings } from '../settings/settings.js';
import { Metrics } from './metrics.js';
import { SETTINGS_IN_FORCE } from './settings-in-force.js';

/** Figures for Prometheus, for who holds the token of the settings; to everybody else there is nothing here. */
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
  ) {}

  @Get()
  @Anyone()
  async read(
    @Headers('authorization') authorization: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const token = this.settings.PLUMBLINE_METRICS_TOKEN;
    if (token === undefined || !isSame(authorization ?? '', `Bearer ${token}`)) throw notFound();
    void reply.type(this.metrics.contentType);
    return this.metrics.text();
  }
}

/** In the same time whatever is given. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

import { Controller, Get, Inject, type MessageEvent, Param, Post, Query, Sse } from '@nestjs/common';
import {
  endWith,
  finalize,
  interval,
  map,
  merge,
  type Observable,
  share,
  takeUntil,
  ignoreElements,
} from 'rxjs';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { scanReceipts } from '../findings/scan-receipts.js';
import type { AccessedOrganization } from '../people/caller.js';
import { AskedScans } from '../queue/asked-scans.js';
import { LiveProgress } from '../queue/live-progress.js';
import { SCAN_QUEUE, type ScanQueue } from '../queue/scan-queue.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { cursorTo, PageAsked, pageOf, placeIn } from './page.js';
import { notFound, RequestProblem } from './problem.js';
import { JobId, jobShown, JobShown, JobWithReceipts, progressShown, receiptsShown } from './scan-shapes.js';

/** Web servers in between close a stream that is silent for a minute. */
const SIGN_OF_LIFE_MS = 20_000;
const MOST_WATCHERS = 50;

const Place = z.tuple([z.iso.datetime(), JobId]);

/** Scans that were asked for: by people, by the schedule, on the command line. */
@Controller('api/v1/organizations/:organization/scans')
export class ScansController {
  /** How many watch, by organization. */
  private readonly watchers = new Map<string, number>();

  constructor(
    @Inject(AskedScans) private readonly scans: AskedScans,
    @Inject(SCAN_QUEUE) private readonly queue: ScanQueue,
    @Inject(LiveProgress) private readonly progress: LiveProgress,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Needs('viewer')
  @Answers('The newest first', pageOf(JobShown))
  async listScans(
    @InOrganization() { organization }: AccessedOrganization,
    @Query({ schema: PageAsked }) { limit, cursor }: PageAsked,
  ) {
    const [askedAt, id] = cursor === undefined ? [] : placeIn(cursor, Place);
    const after = askedAt !== undefined && id !== undefined ? { askedAt, id } : undefined;
    const jobs = await this.queue.list(organization, limit + 1, after);
    const shown = jobs.slice(0, limit);
    const end = jobs.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map(jobShown), next: end === undefined ? null : cursorTo([end.askedAt, end.id]) };
  }

  @Post()
  @Needs('admin')
  @Answers('The scan that waits now; the one that waited already, if there is one', JobShown, 202)
  async startScan(@InOrganization() { organization, caller }: AccessedOrganization) {
    return jobShown(await this.scans.ask(organization, caller));
  }

  @Get(':job')
  @Needs('viewer')
  @Answers('One scan, with what could be read', JobWithReceipts)
  async getScan(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('job', { schema: JobId }) id: string,
  ) {
    const job = await this.queue.find(organization, id);
    if (job === null) throw notFound();
    const systems = job.scan === null ? null : await scanReceipts(this.dataSource, organization, job.scan);
    return { ...jobShown(job), systems: systems === null ? null : receiptsShown(systems) };
  }

  @Post(':job/cancel')
  @Needs('admin')
  @Answers('The scan: cancelled, or about to be; one that has ended stays as it is', JobShown)
  async cancelScan(
    @InOrganization() { organization, caller }: AccessedOrganization,
    @Param('job', { schema: JobId }) id: string,
  ) {
    const job = await this.scans.cancel(organization, id, caller);
    if (job === null) throw notFound();
    return jobShown(job);
  }

  @Sse(':job/progress')
  @Needs('viewer')
  @Answers('Server-sent events of type progress, from where the scan stands to its end', null, 200)
  async watchScan(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('job', { schema: JobId }) id: string,
  ): Promise<Observable<MessageEvent>> {
    if ((await this.queue.find(organization, id)) === null) throw notFound();
    const watching = this.watchers.get(organization) ?? 0;
    if (watching >= MOST_WATCHERS) {
      throw new RequestProblem(429, 'Too many watch the scans of this business.', 'Close some pages first.');
    }
    this.watchers.set(organization, watching + 1);
    const steps = this.progress.watch(organization, id).pipe(share());
    const over = steps.pipe(ignoreElements(), endWith(null));
    return merge(
      steps.pipe(map((step): MessageEvent => ({ type: 'progress', data: progressShown(step) }))),
      interval(SIGN_OF_LIFE_MS).pipe(
        takeUntil(over),
        map((): MessageEvent => ({ type: 'still there', data: {} })),
      ),
    ).pipe(finalize(() => this.watchers.set(organization, (this.watchers.get(organization) ?? 1) - 1)));
  }
}

import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '../clock.js';
import { SERVICE_LOG, type ServiceLog } from '../service/service-log.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { Alerts } from './alerts.js';
import { forgetMails } from './forget-mails.js';
import { MAIL_MEANS, type MailMeans } from './mail-means.js';
import { Outbox } from './outbox.js';
import { ReportJobs } from './report-jobs.js';
import { START_REPORT_PROCESS, type StartReportProcess } from './report-process.js';
import { ReportRunner } from './report-runner.js';
import { ReportSettings } from './report-settings.js';
import { sendDue } from './send-due.js';
import { WebhookSender } from './webhook-sender.js';
import { Webhooks } from './webhooks.js';

const LOOK_EVERY_MS = 15_000;
const RECKON_EVERY_MS = 600_000;
const A_DAY_MS = 86_400_000;

/** An attempt that is under way has so long to end when the service stops; else it is one whose answer is not known. */
const STOP_WITHIN_MS = 8_000;

/** Looks at the clock for reports: asks for what is due, has it composed, and sends what waits. */
@Injectable()
export class Delivery implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly outbox: Outbox;
  private readonly runner: ReportRunner;
  private composing: Promise<void> | null = null;
  private sending: Promise<void> | null = null;
  private calling: Promise<void> | null = null;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS_IN_FORCE) private readonly inForce: Settings,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(MAIL_MEANS) private readonly means: MailMeans,
    @Inject(START_REPORT_PROCESS) start: StartReportProcess,
    @Inject(ReportSettings) private readonly settings: ReportSettings,
    @Inject(Alerts) private readonly alerts: Alerts,
    @Inject(Webhooks) private readonly webhooks: Webhooks,
    @Inject(WebhookSender) private readonly webhookSender: WebhookSender,
  ) {
    this.outbox = new Outbox(dataSource, clock);
    this.runner = new ReportRunner(new ReportJobs(dataSource, clock), start, log);
  }

  onApplicationBootstrap(): void {
    this.reckonAnew();
    this.look();
    this.forget();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.runner.stop();
    const tooLong = Promise.withResolvers<void>();
    const timer = setTimeout(tooLong.resolve, STOP_WITHIN_MS);
    await Promise.race([Promise.all([this.composing, this.sending, this.calling]), tooLong.promise]);
    clearTimeout(timer);
  }

  @Interval(LOOK_EVERY_MS)
  look(): void {
    this.lookNow().catch((error: unknown) => this.log.failure(error));
  }

  @Interval(RECKON_EVERY_MS)
  reckonAnew(): void {
    this.settings.reckonAnew().catch((error: unknown) => this.log.failure(error));
  }

  @Interval(A_DAY_MS)
  forget(): void {
    this.forgetNow().catch((error: unknown) => this.log.failure(error));
  }

  /** Forgets mails and messages of webhooks that need not be kept any longer. */
  async forgetNow(): Promise<void> {
    const { PLUMBLINE_KEEP_MAILS_MONTHS: months, PLUMBLINE_DATA_DIR: dataDirectory } = this.inForce;
    const count = await forgetMails(this.dataSource, { months, now: this.clock(), dataDirectory });
    if (count > 0) this.log.info('old mails forgotten', { count });
    await this.webhooks.forget();
  }

  /** Resolves when all that is due now has been composed and tried to send. */
  async lookNow(): Promise<void> {
    this.calling ??= this.call().finally(() => {
      this.calling = null;
    });
    this.composing ??= this.compose().finally(() => {
      this.composing = null;
    });
    await Promise.all([this.composing, this.calling]);
    this.sending ??= this.send().finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  private async call(): Promise<void> {
    await this.webhooks.tellNews();
    await this.webhookSender.sendDue(this.stopping.signal);
  }

  private async compose(): Promise<void> {
    await this.settings.ensureAll();
    await this.settings.askForDue();
    await this.alerts.askForDue();
    await this.runner.composeDue(this.stopping.signal);
  }

  private async send(): Promise<void> {
    await sendDue(this.outbox, this.means.send, {
      signal: this.stopping.signal,
      told: ({ id, kind, attempts }, answer) => {
        const why = 'problem' in answer ? answer.problem.message : null;
        this.log.info('mail attempted', { mail: id, kind, attempts, answer: answer.is, why });
      },
    });
  }
}

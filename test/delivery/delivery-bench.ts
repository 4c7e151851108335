import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { DataSource, EntityManager } from 'typeorm';
import type { ReportMail } from '#reports/email/report-mail.js';
import { AuditLog } from '#scanner/audit/audit-log.js';
import { Alerts } from '#scanner/delivery/alerts.js';
import { Outbox } from '#scanner/delivery/outbox.js';
import type { MailAnswer } from '#scanner/delivery/outgoing-mail.js';
import { queueReport } from '#scanner/delivery/queue-report.js';
import { type ReportJob, ReportJobs } from '#scanner/delivery/report-jobs.js';
import { ReportSettings } from '#scanner/delivery/report-settings.js';
import { sendDue } from '#scanner/delivery/send-due.js';
import { addOrganization } from '#scanner/findings/add-organization.js';
import { Policies } from '#scanner/policies/policies.js';
import type { Role } from '#scanner/people/role.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { MembershipEntity } from '#scanner/storage/entities/membership.entity.js';
import { OrganizationEntity } from '#scanner/storage/entities/organization.entity.js';
import { PersonEntity } from '#scanner/storage/entities/person.entity.js';
import { writeRows } from '#scanner/storage/write-rows.js';

export const BAKERY = 'Sweet Crumb Bakery';
export const FROM = 'plumbline@sweetcrumb.example';
export const MARIA = 'maria@sweetcrumb.example';
const BAKERY_ID = '5c6bb5a5-0000-4000-8000-000000000001';

const SMALL_MAIL: ReportMail = {
  subject: 'Nothing new: Plumbline for Sweet Crumb Bakery',
  html: '<p>Nothing new.</p>',
  text: 'Nothing new.\n',
  images: [],
  attachments: [],
};

export interface LeftMail {
  readonly to: string;
  readonly at: Date;
  readonly mail: ParsedMail;
}

/** Delivery without a service around it: a data directory, a clock that the test moves, and mails that are caught. */
export class DeliveryBench implements AsyncDisposable {
  readonly left: LeftMail[] = [];
  readonly clock = () => new Date(this.now);
  readonly settings: ReportSettings;
  readonly alerts: Alerts;
  readonly jobs: ReportJobs;
  readonly outbox: Outbox;
  answer: MailAnswer = { is: 'accepted', way: 'smtp' };
  composed: ReportMail | null = SMALL_MAIL;
  scan: string | null = null;
  publicUrl: string | null = null;

  private constructor(
    readonly folder: string,
    readonly dataSource: DataSource,
    public now: number,
  ) {
    const policies = new Policies(dataSource, new AuditLog(this.clock), this.clock);
    this.settings = new ReportSettings(dataSource, policies, this.clock);
    this.alerts = new Alerts(dataSource, this.clock);
    this.jobs = new ReportJobs(dataSource, this.clock);
    this.outbox = new Outbox(dataSource, this.clock);
  }

  static async open(now: string): Promise<DeliveryBench> {
    const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-delivery-'));
    const dataSource = await openDataSource(folder);
    const bench = new DeliveryBench(folder, dataSource, Date.parse(now));
    await writeRows(dataSource.manager, OrganizationEntity, [{ name: BAKERY, id: BAKERY_ID }], 'fail');
    await addOrganization(dataSource.manager, 'Another Bakery');
    return bench;
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async addMember(email: string, role: Role): Promise<void> {
    const id = `person ${email}`;
    await this.manager.insert(PersonEntity, {
      id,
      email,
      name: email,
      passwordHash: null,
      secondStepSince: null,
      lastCodeStep: 0,
      issuer: null,
      subject: null,
      since: this.clock().toISOString(),
    });
    const since = this.clock().toISOString();
    await this.manager.insert(MembershipEntity, { organization: BAKERY, person: id, role, since });
  }

  /** As the service looks, every now and then. */
  async look(): Promise<void> {
    await this.settings.askForDue();
    await this.alerts.askForDue();
    for (let job = await this.jobs.begin(); job !== null; job = await this.jobs.begin())
      await this.compose(job);
    await this.send();
  }

  async compose(job: ReportJob): Promise<number | null> {
    const { dataSource, clock, publicUrl } = this;
    const means = { dataSource, clock, from: FROM, publicUrl };
    return queueReport(means, job, { mail: this.composed, scan: this.scan });
  }

  async send(): Promise<number> {
    return sendDue(this.outbox, async ({ to }, message) => {
      if (this.answer.is === 'accepted')
        this.left.push({ to, at: this.clock(), mail: await simpleParser(Buffer.from(message)) });
      return this.answer;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.dataSource.destroy();
    await rm(this.folder, { recursive: true });
  }
}

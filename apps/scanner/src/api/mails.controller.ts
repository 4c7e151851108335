import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AuditLog } from '../audit/audit-log.js';
import { CLOCK, type Clock } from '../clock.js';
import { Delivery } from '../delivery/delivery.js';
import { MAIL_MEANS, type MailMeans } from '../delivery/mail-means.js';
import { mailKinds, mailStates } from '../delivery/outgoing-mail.js';
import { membersWith } from '../delivery/recipients.js';
import { ReportSettings } from '../delivery/report-settings.js';
import { type ListedMail, SentMails } from '../delivery/sent-mails.js';
import { sendTestMail } from '../delivery/test-mail.js';
import type { AccessedOrganization } from '../people/caller.js';
import { normalizedEmail } from '../people/normalized-email.js';
import { roles } from '../people/role.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { cursorTo, PageAsked, pageOf, placeIn } from './page.js';
import { notFound, RequestProblem } from './problem.js';

const MailId = z
  .string()
  .regex(/^[0-9a-f]{40}$/u)
  .meta({ description: 'As the list of mails gives it' });

const MailProblemShown = z.object({ message: z.string(), step: z.string() });

const MailShown = z
  .object({
    id: z.string(),
    kind: z.enum(mailKinds),
    occasion: z.string().meta({ description: 'Which of its kind: a week (2026-W48), a scan' }),
    subject: z.string(),
    recipient: z.string(),
    state: z.enum(mailStates).meta({
      description:
        'unconfirmed: it was handed over and the answer was lost, so it may have arrived; given_up: put off too often',
    }),
    left_by: z.enum(['smtp', 'file']).nullable(),
    attempts: z.int(),
    created_at: z.string(),
    next_at: z.string().nullable().meta({ description: 'When it is tried again' }),
    sent_at: z.string().nullable(),
    problem: MailProblemShown.nullable(),
  })
  .meta({ id: 'Mail' });

const MailWhole = MailShown.extend({ message_id: z.string(), text: z.string() }).meta({ id: 'MailWhole' });

const TestAsked = z.strictObject({ to: z.email().max(254).transform(normalizedEmail) });

const TestAnswered = z.object({
  state: z.enum(['sent', 'unconfirmed', 'not sent']),
  left_by: z.enum(['smtp', 'file']).nullable(),
  problem: MailProblemShown.nullable(),
});

const Place = z.tuple([z.string(), z.string()]);

/** A mail as it came may hold its own style and pictures, and does nothing else. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

/** What was sent, what waits, and what did not arrive. */
@Controller('api/v1/organizations/:organization/mails')
export class MailsController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SentMails) private readonly mails: SentMails,
    @Inject(ReportSettings) private readonly settings: ReportSettings,
    @Inject(Delivery) private readonly delivery: Delivery,
    @Inject(MAIL_MEANS) private readonly means: MailMeans,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Needs('viewer')
  @Answers('The latest first', pageOf(MailShown))
  async listMails(
    @InOrganization() { organization }: AccessedOrganization,
    @Query({ schema: PageAsked }) { limit, cursor }: PageAsked,
  ) {
    const [createdAt, id] = cursor === undefined ? [null, ''] : placeIn(cursor, Place);
    const rows = await this.mails.list(
      organization,
      createdAt === null ? null : { createdAt, id },
      limit + 1,
    );
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map(shown),
      next: last === undefined ? null : cursorTo([last.createdAt, last.id]),
    };
  }

  @Get(':mail')
  @Needs('viewer')
  @Answers('One mail, as text', MailWhole)
  async getMail(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('mail', { schema: MailId }) id: string,
  ) {
    const whole = await this.mails.find(organization, id);
    if (whole === null) throw notFound();
    return { ...shown(whole.mail), message_id: whole.mail.messageId, text: whole.body?.text ?? '' };
  }

  @Get(':mail/html')
  @Needs('viewer')
  @Answers('One mail, as a page of its own', null, 200)
  async getMailPage(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('mail', { schema: MailId }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const whole = await this.mails.find(organization, id);
    if (whole === null || whole.body === null) throw notFound();
    await reply
      .status(200)
      .header('content-security-policy', MAIL_POLICY)
      .header('x-frame-options', 'SAMEORIGIN')
      .type('text/html; charset=utf-8')
      .send(whole.body.html);
  }

  @Post(':mail/resend')
  @Needs('admin')
  @Answers('It is sent again, as the same mail', null)
  async resendMail(
    @InOrganization() { organization, caller: actor }: AccessedOrganization,
    @Param('mail', { schema: MailId }) id: string,
  ): Promise<void> {
    if ((await this.mails.find(organization, id)) === null) throw notFound();
    const isQueued = await this.mails.resend(organization, id, (manager) =>
      this.auditLog.record(manager, { organization, actor, action: 'mail.resent', target: id }),
    );
    if (!isQueued)
      throw new RequestProblem(409, 'It is being sent just now.', 'Look again in a few minutes.');
    this.delivery.look();
  }

  @Post('test')
  @Needs('admin')
  @Answers('What came of it', TestAnswered)
  async sendTestMail(
    @InOrganization() { organization, caller: actor }: AccessedOrganization,
    @Body({ schema: TestAsked }) { to }: z.output<typeof TestAsked>,
  ) {
    if (!(await this.isKnown(organization, to)))
      throw new RequestProblem(
        422,
        'Test mails go only to people of this organization, and to addresses that get its reports.',
        'Choose one of those.',
      );
    await inTransaction(this.dataSource, (manager) =>
      this.auditLog.record(manager, { organization, actor, action: 'mail.tested', target: to }),
    );
    const answer = await sendTestMail(this.means, { to, clock: this.clock });
    return {
      state: STATES[answer.is],
      left_by: answer.is === 'accepted' ? answer.way : null,
      problem: 'problem' in answer ? answer.problem : null,
    };
  }

  /** Nobody sends mails to strangers through this. */
  private async isKnown(organization: string, address: string): Promise<boolean> {
    const { addresses } = await this.settings.of(organization);
    const members = await membersWith(this.dataSource.manager, organization, roles);
    return [...addresses, ...members].some((one) => normalizedEmail(one) === address);
  }
}

const STATES = {
  accepted: 'sent',
  unknown: 'unconfirmed',
  'put off': 'not sent',
  refused: 'not sent',
} as const;

function shown(mail: ListedMail) {
  const { id, kind, occasion, subject, recipient, state, way, attempts, problem } = mail;
  return {
    id,
    kind,
    occasion,
    subject,
    recipient,
    state,
    left_by: way,
    attempts,
    created_at: mail.createdAt,
    next_at: mail.nextAt,
    sent_at: mail.sentAt,
    problem,
  };
}

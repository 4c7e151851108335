import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../clock.js';
import { Vault } from '../connections/vault.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { SERVICE_LOG, type ServiceLog } from '../service/service-log.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { WebhookMessageEntity } from '../storage/entities/webhook-message.entity.js';
import { WebhookEntity } from '../storage/entities/webhook.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { MAIL_MEANS, type MailMeans } from './mail-means.js';
import { Outbox } from './outbox.js';
import { plainMail } from './plain-mail.js';
import { membersWith } from './recipients.js';
import { postToWebhook, WEBHOOK_MEANS, type WebhookAnswer, type WebhookMeans } from './webhook-post.js';

/** As the standard suggests; about three days altogether. */
const PAUSES_MS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map((s) => s * 1_000);

const LONGEST_PAUSE_MS = 86_400_000;

/** A webhook to which nothing has got through for so long is switched off. */
const GIVEN_UP_AFTER_MS = 5 * 86_400_000;

/** Sends the messages of webhooks. A message that was sent and not ticked off is sent again, under the same id. */
@Injectable()
export class WebhookSender {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WEBHOOK_MEANS) private readonly means: WebhookMeans,
    @Inject(MAIL_MEANS) private readonly mailMeans: Pick<MailMeans, 'from'>,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  /** Sends what is due, one after another; gives how many attempts that were. */
  async sendDue(signal: AbortSignal): Promise<number> {
    for (let attempts = 0; ; attempts += 1) {
      const message = signal.aborted ? null : await this.begin();
      if (message === null) return attempts;
      const answer = await this.send(message);
      this.log.info('webhook attempted', { webhook: message.webhook, answer: answer.is });
      await this.answered(message, answer);
    }
  }

  /** The next message that is due; when it is tried again is written down first, for the case that this process dies. */
  private async begin(): Promise<WebhookMessageEntity | null> {
    if ((await this.nextDue(this.dataSource.manager)) === null) return null;
    return inTransaction(this.dataSource, async (manager) => {
      const message = await this.nextDue(manager);
      if (message === null) return null;
      const { organization, id, attempts } = message;
      const pause = PAUSES_MS[attempts];
      const change = { attempts: attempts + 1, nextAt: pause === undefined ? null : this.later(pause) };
      const records = new OrganizationRecords(manager, organization);
      await records.update(WebhookMessageEntity, { id }, change);
      return Object.assign(message, change);
    });
  }

  private async send({ organization, webhook, id, payload }: WebhookMessageEntity): Promise<WebhookAnswer> {
    const { manager } = this.dataSource;
    const records = new OrganizationRecords(manager, organization);
    const row = await records.first(WebhookEntity, { where: { id: webhook } });
    const secret = await this.vault.openForWebhook(manager, { organization, webhook });
    if (row === null || secret === null) return { is: 'gone' };
    // Loaded with the first message: the service starts without.
    const { Webhook } = await import('standardwebhooks');
    const now = this.clock();
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret.reveal()).sign(id, now, payload),
    };
    return postToWebhook({ address: row.address, body: payload, headers }, this.means);
  }

  private async answered(message: WebhookMessageEntity, answer: WebhookAnswer): Promise<void> {
    const { organization, id, webhook, nextAt } = message;
    await inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const row = await records.first(WebhookEntity, { where: { id: webhook } });
      if (row === null) return;
      if (answer.is === 'delivered') {
        const change = {
          state: 'delivered',
          nextAt: null,
          deliveredAt: this.later(0),
          problem: null,
        } as const;
        await records.update(WebhookMessageEntity, { id }, change);
        await records.update(WebhookEntity, { id: webhook }, { failingSince: null });
        return;
      }
      const problem = answer.is === 'failed' ? answer.problem : GONE;
      const state = nextAt === null || answer.is === 'gone' ? 'given_up' : 'waiting';
      await records.update(WebhookMessageEntity, { id }, { problem, state });
      await this.failed(manager, records, row, answer.is === 'gone');
    });
  }

  private async failed(
    manager: EntityManager,
    records: OrganizationRecords,
    { id, address, state, failingSince }: WebhookEntity,
    isGone: boolean,
  ): Promise<void> {
    const since = failingSince ?? this.later(0);
    const isOver = isGone || this.clock().getTime() - Date.parse(since) >= GIVEN_UP_AFTER_MS;
    await records.update(WebhookEntity, { id }, { failingSince: since });
    if (!isOver || state === 'off') return;
    await records.update(WebhookEntity, { id }, { state: 'off', givenUpAt: this.later(0) });
    const over = { state: 'given_up', nextAt: null } as const;
    await records.update(WebhookMessageEntity, { webhook: id, state: 'waiting' }, over);
    await this.tellOwners(manager, records.organization, { id, host: new URL(address).hostname });
  }

  private async tellOwners(
    manager: EntityManager,
    organization: string,
    { id, host }: { readonly id: string; readonly host: string },
  ): Promise<void> {
    const { mailTo } = await import('./mail-to.js');
    const { id: organizationId } = await manager.findOneByOrFail(OrganizationEntity, { name: organization });
    const now = this.clock();
    const around = {
      organizationId,
      kind: 'notice' as const,
      occasion: `webhook ${id} ${now.toISOString()}`,
      scan: null,
      from: this.mailMeans.from,
      publicUrl: null,
      now,
    };
    const mail = plainMail(`A webhook of ${organization} was switched off`, [
      `Plumbline has not been able to deliver to ${host} for days, so it has stopped trying. Until the webhook is switched on again, that program hears nothing of new findings.`,
      'What to do: look there for what is wrong, then switch the webhook on again in Plumbline, under Settings.',
    ]);
    const outbox = new Outbox(this.dataSource, this.clock);
    for (const owner of await membersWith(manager, organization, ['owner']))
      await outbox.add(manager, organization, await mailTo(owner, mail, around));
  }

  private async nextDue(manager: EntityManager): Promise<WebhookMessageEntity | null> {
    const waiting = await manager.find(WebhookMessageEntity, {
      where: { state: 'waiting' },
      order: { madeAt: 'ASC', id: 'ASC' },
    });
    // Due, or further ahead than any pause is: of before the clock was set back.
    const isDue = ({ nextAt }: WebhookMessageEntity) =>
      nextAt !== null && (nextAt <= this.later(0) || nextAt > this.later(LONGEST_PAUSE_MS));
    return waiting.find(isDue) ?? null;
  }

  private later(ms: number): string {
    return new Date(this.clock().getTime() + ms).toISOString();
  }
}

const GONE = {
  message: 'The receiver wants nothing from Plumbline any more.',
  step: 'If that is a mistake, mend it there and switch the webhook on again.',
};

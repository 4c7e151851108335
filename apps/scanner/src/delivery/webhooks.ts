import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, LessThan } from 'typeorm';
import { Secret } from '#connectors/kit/secret.js';
import { CLOCK, type Clock } from '../clock.js';
import { Vault } from '../connections/vault.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { WebhookMessageEntity } from '../storage/entities/webhook-message.entity.js';
import { WebhookEntity } from '../storage/entities/webhook.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { newsAfter } from './webhook-news.js';

/** Messages that are over are kept as long as somebody looks for why one did not come. */
const KEPT_MS = 30 * 86_400_000;

type Beside = (manager: EntityManager, id: string) => Promise<void>;

/** The webhooks of all organizations: who is told, and of what. */
@Injectable()
export class Webhooks {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(organization: string): Promise<readonly WebhookEntity[]> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    return records.some(WebhookEntity, { order: { madeAt: 'ASC', id: 'ASC' } });
  }

  async messages(
    organization: string,
    webhook: string,
    most: number,
  ): Promise<readonly WebhookMessageEntity[]> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    return records.some(WebhookMessageEntity, { where: { webhook }, order: { madeAt: 'DESC' }, take: most });
  }

  /** Makes one, which is told of what comes from now on. The secret is given here, once. */
  async add(
    organization: string,
    { address, by }: { readonly address: string; readonly by: string },
    beside: Beside,
  ): Promise<{ readonly webhook: WebhookEntity; readonly secret: Secret }> {
    const secret = new Secret(`whsec_${randomBytes(32).toString('base64')}`);
    const row = {
      id: randomUUID(),
      address,
      state: 'on' as const,
      madeBy: by,
      madeAt: this.now(),
      failingSince: null,
      givenUpAt: null,
    };
    const webhook = await inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const whole = { ...row, lastEvent: await lastEventOf(records) };
      await records.insert(WebhookEntity, [whole]);
      await this.vault.storeForWebhook(manager, { organization, webhook: row.id }, secret);
      await beside(manager, row.id);
      return { organization, ...whole };
    });
    return { webhook, secret };
  }

  /** False: there is none of that id. */
  async remove(organization: string, id: string, beside: Beside): Promise<boolean> {
    return this.change(organization, id, beside, async (records) => records.delete(WebhookEntity, { id }));
  }

  /** Switches one on again, from now on, or off. False: there is none of that id. */
  async set(organization: string, id: string, state: 'on' | 'off', beside: Beside): Promise<boolean> {
    return this.change(organization, id, beside, async (records) => {
      const lastEvent = await lastEventOf(records);
      const change = { state, lastEvent, failingSince: null, givenUpAt: null };
      await records.update(WebhookEntity, { id }, change);
      const over = { state: 'given_up', nextAt: null } as const;
      if (state === 'off')
        await records.update(WebhookMessageEntity, { webhook: id, state: 'waiting' }, over);
    });
  }

  /** Queues a message that says no more than that it is one. False: there is none of that id. */
  async test(organization: string, id: string, beside: Beside): Promise<boolean> {
    return this.change(organization, id, beside, async (records, manager) =>
      this.addMessage(manager, records, { webhook: id, kind: 'test', data: {} }),
    );
  }

  /** Queues a message to every webhook wherever something became of findings since its last one. */
  async tellNews(): Promise<void> {
    const switchedOn = await this.dataSource.manager.findBy(WebhookEntity, { state: 'on' });
    for (const { organization, id, lastEvent } of switchedOn) {
      const records = new OrganizationRecords(this.dataSource.manager, organization);
      if ((await lastEventOf(records)) > lastEvent) await this.tellOne(organization, id);
    }
  }

  /** Forgets messages that are over. */
  async forget(): Promise<void> {
    const long = new Date(this.clock().getTime() - KEPT_MS).toISOString();
    const over = { state: In(['delivered', 'given_up'] as const), madeAt: LessThan(long) };
    await this.dataSource.manager.delete(WebhookMessageEntity, over);
  }

  /** The message and how far the webhook was told are one. */
  private async tellOne(organization: string, id: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const webhook = await records.first(WebhookEntity, { where: { id, state: 'on' } });
      if (webhook === null) return;
      const { news, last } = await newsAfter(records, webhook.lastEvent);
      await records.update(WebhookEntity, { id }, { lastEvent: last });
      if (news !== null)
        await this.addMessage(manager, records, { webhook: id, kind: 'drift.changed', data: news });
    });
  }

  private async addMessage(
    manager: EntityManager,
    records: OrganizationRecords,
    { webhook, kind, data }: Pick<WebhookMessageEntity, 'webhook' | 'kind'> & { readonly data: object },
  ): Promise<void> {
    const { id: organization } = await manager.findOneByOrFail(OrganizationEntity, {
      name: records.organization,
    });
    const madeAt = this.now();
    const payload = JSON.stringify({ type: kind, timestamp: madeAt, data: { organization, ...data } });
    await records.insert(WebhookMessageEntity, [
      {
        id: `msg_${randomBytes(16).toString('hex')}`,
        webhook,
        kind,
        payload,
        state: 'waiting',
        madeAt,
        nextAt: madeAt,
        attempts: 0,
        deliveredAt: null,
        problem: null,
      },
    ]);
  }

  private async change(
    organization: string,
    id: string,
    beside: Beside,
    work: (records: OrganizationRecords, manager: EntityManager) => Promise<void>,
  ): Promise<boolean> {
    return inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      if ((await records.first(WebhookEntity, { where: { id } })) === null) return false;
      await work(records, manager);
      await beside(manager, id);
      return true;
    });
  }

  private now(): string {
    return this.clock().toISOString();
  }
}

async function lastEventOf(records: OrganizationRecords): Promise<number> {
  const last = await records.first(FindingEventEntity, {
    select: { organization: true, sequence: true },
    order: { sequence: 'DESC' },
  });
  return last?.sequence ?? 0;
}

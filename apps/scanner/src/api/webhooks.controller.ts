import { Body, Controller, Delete, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { AuditLog } from '../audit/audit-log.js';
import { Delivery } from '../delivery/delivery.js';
import { whyNoWebhook } from '../delivery/webhook-address.js';
import { WEBHOOK_MEANS, type WebhookMeans } from '../delivery/webhook-post.js';
import { Webhooks } from '../delivery/webhooks.js';
import type { AccessedOrganization } from '../people/caller.js';
import type { WebhookMessageEntity } from '../storage/entities/webhook-message.entity.js';
import type { WebhookEntity } from '../storage/entities/webhook.entity.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { notFound, RequestProblem } from './problem.js';

const MOST_WEBHOOKS = 10;
const MOST_MESSAGES = 50;

const WebhookId = z.uuid();
const WebhookAsked = z.strictObject({ address: z.string().trim().min(1).max(2_000) });
const WebhookChange = z.strictObject({ on: z.boolean() });

const WebhookShown = z
  .object({
    id: z.string(),
    address: z.string(),
    on: z.boolean(),
    made_by: z.string(),
    made_at: z.string(),
    failing_since: z.string().nullable().meta({ description: 'Since when nothing has got through' }),
    given_up_at: z
      .string()
      .nullable()
      .meta({ description: 'When it was switched off because nothing got through for days' }),
  })
  .meta({ id: 'Webhook' });

const WebhookMade = WebhookShown.extend({
  secret: z
    .string()
    .meta({ description: 'What its messages are signed with. It is told only here, and only now.' }),
}).meta({ id: 'WebhookMade' });

const MessageShown = z
  .object({
    id: z.string().meta({ description: 'The webhook-id that the receiver sees, the same at every attempt' }),
    kind: z.enum(['drift.changed', 'test']),
    state: z.enum(['waiting', 'delivered', 'given_up']),
    made_at: z.string(),
    attempts: z.int(),
    next_at: z.string().nullable(),
    delivered_at: z.string().nullable(),
    problem: z.object({ message: z.string(), step: z.string() }).nullable(),
  })
  .meta({ id: 'WebhookMessage' });

/** Programs that hear of what became of findings (https://www.standardwebhooks.com). */
@Controller('api/v1/organizations/:organization/webhooks')
export class WebhooksController {
  constructor(
    @Inject(Webhooks) private readonly webhooks: Webhooks,
    @Inject(WEBHOOK_MEANS) private readonly means: WebhookMeans,
    @Inject(Delivery) private readonly delivery: Delivery,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
  ) {}

  @Get()
  @Needs('admin')
  @Answers('The webhooks', z.object({ items: z.array(WebhookShown) }))
  async listWebhooks(@InOrganization() { organization }: AccessedOrganization) {
    return { items: (await this.webhooks.list(organization)).map(shown) };
  }

  @Post()
  @Needs('admin')
  @Answers('The webhook, with its secret', WebhookMade, 201)
  async addWebhook(
    @InOrganization() accessed: AccessedOrganization,
    @Body({ schema: WebhookAsked }) { address }: z.output<typeof WebhookAsked>,
  ) {
    const { organization, caller } = accessed;
    const why = whyNoWebhook(address, this.means.toPrivate);
    if (why !== null) throw new RequestProblem(422, 'That address can be no webhook.', why);
    if ((await this.webhooks.list(organization)).length >= MOST_WEBHOOKS)
      throw new RequestProblem(409, 'There are ten webhooks already.', 'Remove one first.');
    const asked = { address: new URL(address).href, by: caller.name };
    const { webhook, secret } = await this.webhooks.add(organization, asked, this.noted(accessed, 'added'));
    return { ...shown(webhook), secret: secret.reveal() };
  }

  @Patch(':webhook')
  @Needs('admin')
  @Answers('Switched on from now on, or off', null)
  async setWebhook(
    @InOrganization() accessed: AccessedOrganization,
    @Param('webhook', { schema: WebhookId }) id: string,
    @Body({ schema: WebhookChange }) { on }: z.output<typeof WebhookChange>,
  ): Promise<void> {
    const word = on ? 'on' : 'off';
    const beside = this.noted(accessed, `switched ${word}`);
    if (!(await this.webhooks.set(accessed.organization, id, word, beside))) throw notFound();
  }

  @Delete(':webhook')
  @Needs('admin')
  @Answers('It is gone', null)
  async removeWebhook(
    @InOrganization() accessed: AccessedOrganization,
    @Param('webhook', { schema: WebhookId }) id: string,
  ): Promise<void> {
    const beside = this.noted(accessed, 'removed');
    if (!(await this.webhooks.remove(accessed.organization, id, beside))) throw notFound();
  }

  @Post(':webhook/test')
  @Needs('admin')
  @Answers('A message that says no more than that it is one is on its way', null)
  async testWebhook(
    @InOrganization() accessed: AccessedOrganization,
    @Param('webhook', { schema: WebhookId }) id: string,
  ): Promise<void> {
    const beside = this.noted(accessed, 'tested');
    if (!(await this.webhooks.test(accessed.organization, id, beside))) throw notFound();
    this.delivery.look();
  }

  @Get(':webhook/messages')
  @Needs('admin')
  @Answers('The latest messages', z.object({ items: z.array(MessageShown) }))
  async listWebhookMessages(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('webhook', { schema: WebhookId }) id: string,
  ) {
    const messages = await this.webhooks.messages(organization, id, MOST_MESSAGES);
    return { items: messages.map(messageShown) };
  }

  private noted({ organization, caller: actor }: AccessedOrganization, what: string) {
    return async (manager: Parameters<AuditLog['record']>[0], target: string): Promise<void> =>
      this.auditLog.record(manager, { organization, actor, action: `webhook.${what}`, target });
  }
}

function shown({ id, address, state, madeBy, madeAt, failingSince, givenUpAt }: WebhookEntity) {
  return {
    id,
    address,
    on: state === 'on',
    made_by: madeBy,
    made_at: madeAt,
    failing_since: failingSince,
    given_up_at: givenUpAt,
  };
}

function messageShown(message: WebhookMessageEntity) {
  const { id, kind, state, madeAt, attempts, nextAt, deliveredAt, problem } = message;
  return {
    id,
    kind,
    state,
    made_at: madeAt,
    attempts,
    next_at: nextAt,
    delivered_at: deliveredAt,
    problem,
  };
}

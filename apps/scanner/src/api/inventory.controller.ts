import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Inventory } from '#rules/engine/inventory.js';
import { applyClassifications } from '#rules/policy/coverage.js';
import { declaredLevel, personFor } from '#rules/policy/staff.js';
import type { Policy } from '#rules/policy/policy.js';
import { dataMapOf } from '#reports/model/data-map.js';
import { Overview } from '../findings/overview.js';
import type { AccessedOrganization } from '../people/caller.js';
import { PolicyToday } from '../policies/policy-today.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { AccessShown, AppsShown, DataMapShown, FieldsShown, RetentionShown } from './inventory-shapes.js';
import { cursorTo, PageAsked, placeIn } from './page.js';
import { notFound } from './problem.js';

const FieldsAsked = PageAsked.extend({ system: z.string().max(100).optional() });

/** What the latest scan found in the tools, beside what the policy says of it. */
@Controller('api/v1/organizations/:organization/inventory')
export class InventoryController {
  constructor(
    @Inject(Overview) private readonly overview: Overview,
    @Inject(PolicyToday) private readonly policyToday: PolicyToday,
  ) {}

  @Get('fields')
  @Needs('viewer')
  @Answers('Fields, in the order of the policy', FieldsShown)
  async listFields(
    @InOrganization() { organization }: AccessedOrganization,
    @Query({ schema: FieldsAsked }) { limit, cursor, system: only }: z.output<typeof FieldsAsked>,
  ) {
    const { inventory } = await this.latest(organization);
    const [start] = cursor === undefined ? [0] : placeIn(cursor, z.tuple([z.int().min(0)]));
    const fields = inventory.systems
      .filter(({ system }) => only === undefined || system === only)
      .flatMap(({ system, fields: found }) => found.map((field) => ({ system, ...field })));
    const items = fields.slice(start, start + limit);
    const end = start + items.length;
    return { as_of: inventory.asOf, items, next: end < fields.length ? cursorTo([end]) : null };
  }

  @Get('data-map')
  @Needs('viewer')
  @Answers('Kinds of personal data in each system, declared against found', DataMapShown)
  async getDataMap(@InOrganization() { organization }: AccessedOrganization) {
    const { inventory, policy } = await this.latest(organization);
    const items = dataMapOf(inventory, policy).map((cell) => ({ ...cell, fields: [...cell.fields] }));
    return { as_of: inventory.asOf, items };
  }

  @Get('access')
  @Needs('viewer')
  @Answers('Who can log in where, against what the policy gives', AccessShown)
  async getAccess(@InOrganization() { organization }: AccessedOrganization) {
    const { inventory, policy } = await this.latest(organization);
    return {
      as_of: inventory.asOf,
      items: inventory.systems.flatMap(({ system, people }) =>
        people.map((found) => {
          const person = policy && personFor(policy, found.identifier);
          return {
            system,
            identifier: found.identifier,
            person: person?.email ?? null,
            role: found.role,
            level: found.level,
            declared: policy && person ? declaredLevel(policy, person, system) : null,
            state: found.state,
            last_login: found.lastLogin,
            second_factor: found.secondFactor,
          };
        }),
      ),
    };
  }

  @Get('apps')
  @Needs('viewer')
  @Answers('Apps that reach into the tools, and what they may read', AppsShown)
  async getApps(@InOrganization() { organization }: AccessedOrganization) {
    const { inventory } = await this.latest(organization);
    return {
      as_of: inventory.asOf,
      items: inventory.systems.flatMap(({ system, apps }) =>
        apps.map((app) => ({
          system,
          name: app.name,
          client_id: app.clientId,
          own_key: app.isOwnKey === true,
          scopes: [...app.scopes],
          users: app.users,
          access: app.access,
          last_seen: app.lastSeen ?? null,
        })),
      ),
    };
  }

  @Get('retention')
  @Needs('viewer')
  @Answers('How old records are, against the terms of the policy', RetentionShown)
  async getRetention(@InOrganization() { organization }: AccessedOrganization) {
    const { inventory } = await this.latest(organization);
    const { measures } = inventory;
    return {
      as_of: inventory.asOf,
      judged: Object.entries(measures?.triggers ?? {}).map(([trigger, reading]) => ({
        trigger,
        as_of: reading.judgedAsOf,
        reasons: [...reading.reasons],
      })),
      items: (measures?.systems ?? []).flatMap(({ system, retention }) =>
        retention.map(({ subjects, after, keep, held, unjudged, overdue, undated }) => ({
          system,
          subjects,
          after,
          keep,
          held,
          unjudged,
          overdue: overdue.subjects,
          undated: undated.subjects,
        })),
      ),
    };
  }

  private async latest(
    organization: string,
  ): Promise<{ readonly inventory: Inventory; readonly policy: Policy | null }> {
    const scan = await this.overview.latestScan(organization);
    if (scan === null) throw notFound();
    const policy = await this.policyToday.policy(organization);
    return { policy, inventory: policy ? applyClassifications(scan.inventory, policy) : scan.inventory };
  }
}

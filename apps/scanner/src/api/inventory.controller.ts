import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { type Inventory, UNCLAIMED } from '#rules/engine/inventory.js';
import { applyClassifications } from '#rules/policy/coverage.js';
import type { Policy } from '#rules/policy/policy.js';
import type { BrokenRule } from '#reports/model/broken-rule.js';
import { sharedBy, wordsOf } from '#reports/model/rule-words.js';
import { Baseline } from '../findings/baseline.js';
import { Overview } from '../findings/overview.js';
import type { AccessedOrganization } from '../people/caller.js';
import { PolicyToday } from '../policies/policy-today.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import {
  AccessShown,
  AppsShown,
  DataFlowShown,
  DataMapShown,
  FieldsShown,
  RetentionShown,
} from './inventory-shapes.js';
import { cursorTo, PageAsked, placeIn } from './page.js';
import { notFound } from './problem.js';

const FieldsAsked = PageAsked.extend({ system: z.string().max(100).optional() });

/** What compares an inventory with a policy: loaded when somebody looks, not with the service (decision 16). */
const views = async () => ({
  ...(await import('#reports/model/data-map.js')),
  ...(await import('#reports/model/data-flow.js')),
  ...(await import('#reports/model/access-map.js')),
  ...(await import('#reports/model/app-map.js')),
  ...(await import('#reports/model/retention-map.js')),
  ...(await import('#reports/model/systems-read.js')),
});

/** What the latest scan found in the tools, beside what the policy says of it. */
@Controller('api/v1/organizations/:organization/inventory')
export class InventoryController {
  constructor(
    @Inject(Overview) private readonly overview: Overview,
    @Inject(PolicyToday) private readonly policyToday: PolicyToday,
    @Inject(Baseline) private readonly baseline: Baseline,
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
    const { inventory, policy, baseline } = await this.compared(organization);
    const { dataMapOf, systemsRead, unsureFields } = await views();
    return {
      as_of: inventory.asOf,
      policy: policy !== null,
      unsure: unsureFields(inventory),
      systems: systemsRead(inventory, ['fields', 'records']),
      items: dataMapOf(inventory, policy, baseline).map(({ sensitivity, fields, breaks, ...cell }) => ({
        ...cell,
        sensitive: sensitivity === 'sensitive',
        breaks: inWords(breaks, inventory),
        fields: fields.map(({ inNotes, breaks: broken, ...field }) => ({
          ...field,
          in_notes: inNotes,
          breaks: inWords(broken, inventory),
        })),
      })),
    };
  }

  @Get('flow')
  @Needs('viewer')
  @Answers('From purposes to kinds of data, to systems, to apps: declared against found', DataFlowShown)
  async getDataFlow(@InOrganization() { organization }: AccessedOrganization) {
    const { inventory, policy, baseline } = await this.compared(organization);
    const { dataFlowOf } = await views();
    const { purposes, categories, systems, apps, links } = dataFlowOf(inventory, policy, baseline);
    return {
      as_of: inventory.asOf,
      policy: policy !== null,
      purposes: [...purposes],
      categories: [...categories],
      systems: [...systems],
      apps: [...apps],
      links: [...links],
    };
  }

  @Get('access')
  @Needs('viewer')
  @Answers('Who can log in where, against what the policy gives', AccessShown)
  async getAccess(@InOrganization() { organization }: AccessedOrganization) {
    const { inventory, policy } = await this.latest(organization);
    const { accessMapOf, systemsRead } = await views();
    const rows = accessMapOf(inventory, policy);
    return {
      as_of: inventory.asOf,
      policy: policy !== null,
      systems: systemsRead(claimed(inventory), ['people']),
      people: rows.map(({ who, isKnown, roles, cells }) => ({
        who,
        known: isKnown,
        roles: [...roles],
        systems: cells.map(({ system, declared, state, logins }) => ({
          system,
          declared,
          state,
          logins: logins.map(({ identifier }) => identifier),
        })),
      })),
      items: rows.flatMap(({ who, isKnown, cells }) =>
        cells.flatMap(({ system, declared, logins }) =>
          logins.map((login) => ({
            system,
            identifier: login.identifier,
            person: isKnown ? who : null,
            role: login.role,
            level: login.level,
            declared,
            state: login.state,
            last_login: login.lastLogin,
            second_factor: login.secondFactor,
            standing: login.standing,
            breaks: inWords(
              login.breaks.map((rule) => ({ rule, system, subject: login.identifier })),
              inventory,
            ),
          })),
        ),
      ),
    };
  }

  @Get('apps')
  @Needs('viewer')
  @Answers('Apps that reach into the tools, and what they may read', AppsShown)
  async getApps(@InOrganization() { organization }: AccessedOrganization) {
    const { inventory, policy, baseline } = await this.compared(organization);
    const { appMapOf, systemsRead } = await views();
    return {
      as_of: inventory.asOf,
      policy: policy !== null,
      systems: systemsRead(claimed(inventory), ['apps']),
      items: appMapOf(inventory, policy, baseline).map(({ system, app, may, ai, standing, breaks }) => ({
        system,
        name: app.name,
        client_id: app.clientId,
        own_key: app.isOwnKey === true,
        scopes: [...app.scopes],
        may: [...may],
        reads:
          app.reads?.map(({ api, bytes, lastDay }) => ({ service: api, bytes, last_day: lastDay })) ?? null,
        ai,
        users: app.users,
        access: app.access,
        last_seen: app.lastSeen ?? null,
        standing,
        breaks: inWords(breaks, inventory),
      })),
    };
  }

  @Get('retention')
  @Needs('viewer')
  @Answers('How old records are, against the terms of the policy', RetentionShown)
  async getRetention(@InOrganization() { organization }: AccessedOrganization) {
    const { inventory, policy } = await this.latest(organization);
    const { consentInLists, deletionsInSystems, systemsRead, termsInSystems, unclaimedFilesOfPeople } =
      await views();
    return {
      as_of: inventory.asOf,
      policy: policy !== null,
      systems: systemsRead(claimed(inventory), ['records']),
      unclaimed: [...unclaimedFilesOfPeople(inventory)],
      judged: Object.entries(inventory.measures?.triggers ?? {}).map(([trigger, reading]) => ({
        trigger,
        as_of: reading.judgedAsOf,
        reasons: [...reading.reasons],
      })),
      items: (policy ? termsInSystems(inventory, policy) : []).map(
        ({ keepInWords, overdueBefore, months, ...one }) => ({
          ...one,
          keep_in_words: keepInWords,
          overdue_before: overdueBefore,
          months: months.map(({ month, subjects }) => ({ month, people: subjects })),
        }),
      ),
      consent: (policy ? consentInLists(inventory, policy) : []).map(({ missing, optedOutIn, ...list }) => ({
        ...list,
        missing: [...missing],
        opted_out_in: [...optedOutIn],
      })),
      deletions: deletionsInSystems(inventory).map(({ deletedElsewhere, deletedIn, ...one }) => ({
        ...one,
        deleted_elsewhere: deletedElsewhere,
        deleted_in: [...deletedIn],
      })),
    };
  }

  /** With what a person approved, against which something is new. */
  private async compared(organization: string) {
    const latest = await this.latest(organization);
    return { ...latest, baseline: latest.policy && (await this.baseline.inventory(organization)) };
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

/** Files that nobody claims have no logins and no apps. */
function claimed(inventory: Inventory): Inventory {
  return { ...inventory, systems: inventory.systems.filter(({ system }) => system !== UNCLAIMED) };
}

/** Rules that something breaks, in words, with what to do in the tool where it is. */
function inWords(breaks: readonly BrokenRule[], { systems }: Inventory) {
  return breaks.map(({ rule, system, subject }) => {
    const { connector } = systems.find((one) => one.system === system) ?? {};
    const { heading, step } = wordsOf(sharedBy(rule), connector ? [connector] : []);
    return { rule, heading, step, system, subject };
  });
}

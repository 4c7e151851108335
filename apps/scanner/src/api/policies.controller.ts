import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { categories, sensitivityOf, titleOf } from '#connectors/contract/category.js';
import { connectorIds } from '#connectors/contract/fact.js';
import { toolTitle } from '#reports/model/tool-words.js';
import type { AccessedOrganization } from '../people/caller.js';
import { checkPolicy } from '../policies/check-policy.js';
import { differencesOf } from '../policies/differences.js';
import { type SavedPolicy, Policies } from '../policies/policies.js';
import { PolicyDraft } from '../policies/policy-draft.js';
import { PolicyTrial } from '../policies/policy-effect.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { SeverityName } from './finding-shapes.js';
import { cursorTo, PageAsked, pageOf, placeIn } from './page.js';
import { notFound, RequestProblem } from './problem.js';

const MOST_CHARACTERS = 500_000;

const version = z
  .string()
  .regex(/^[0-9a-f]{64}$/u)
  .meta({ description: 'SHA-256 of the text' });
const text = z.string().max(MOST_CHARACTERS).meta({ description: 'The policy, as YAML' });

const PolicyText = z.strictObject({ text });
const PolicyToSave = z.strictObject({
  text,
  replaces: version
    .nullable()
    .meta({ description: 'The version that the change began from; null: there was none' }),
  note: z.string().trim().max(500).nullable().default(null),
});

const PolicyHead = z
  .object({
    version,
    saved_by: z.string().nullable(),
    saved_at: z.string(),
    note: z.string().nullable(),
  })
  .meta({ id: 'PolicyHead' });
const PolicyWhole = PolicyHead.extend({ text }).meta({ id: 'Policy' });

const PolicyCheck = z.object({
  problems: z.array(
    z.object({
      line: z.int(),
      column: z.int(),
      path: z.string(),
      message: z.string(),
      nearest: z.string().nullable(),
    }),
  ),
});

const Differences = z.object({
  lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), lines: z.array(z.string()) })),
});

const affected = z.array(
  z.object({
    id: z.string(),
    rule: z.string(),
    severity: SeverityName,
    system: z.string().nullable(),
    title: z.string(),
  }),
);
const Effect = z.object({
  scanned_as_of: z.string().nullable(),
  appears: affected,
  goes: affected,
  changes: affected,
  only_next_scan_tells: z.array(z.string()),
});

const Choices = z.object({
  categories: z.array(z.object({ key: z.string(), title: z.string(), sensitive: z.boolean() })),
  connectors: z.array(z.object({ key: z.string(), title: z.string() })),
});

const Draft = z.object({
  text,
  scanned_as_of: z.string().meta({ description: 'The day of the scan that it was made from' }),
});

/** The page that the business wrote: what is in force, what was, and what a change would do. */
@Controller('api/v1/organizations/:organization/policies')
export class PoliciesController {
  constructor(
    @Inject(Policies) private readonly policies: Policies,
    @Inject(PolicyTrial) private readonly trial: PolicyTrial,
    @Inject(PolicyDraft) private readonly draft: PolicyDraft,
  ) {}

  @Get()
  @Needs('viewer')
  @Answers('Saved versions, the latest first', pageOf(PolicyHead))
  async listPolicies(
    @InOrganization() { organization }: AccessedOrganization,
    @Query({ schema: PageAsked }) { limit, cursor }: PageAsked,
  ) {
    const before = cursor === undefined ? null : placeIn(cursor, z.tuple([z.int()]))[0];
    const rows = await this.policies.saved(organization, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(headOf),
      next: rows.length > limit && last !== undefined ? cursorTo([last.sequence]) : null,
    };
  }

  @Get('current')
  @Needs('viewer')
  @Answers('The policy in force', PolicyWhole)
  async getCurrentPolicy(@InOrganization() { organization }: AccessedOrganization) {
    return wholeOf(await this.policies.current(organization));
  }

  @Put('current')
  @Needs('admin')
  @Answers('The policy that is in force now', PolicyWhole)
  async savePolicy(
    @InOrganization() { organization, caller }: AccessedOrganization,
    @Body({ schema: PolicyToSave }) body: z.output<typeof PolicyToSave>,
  ) {
    return wholeOf(await this.policies.save({ organization, by: caller, ...body }));
  }

  @Post('check')
  @Needs('viewer')
  @Answers('What has to be corrected before the text can be the policy; nothing is stored', PolicyCheck)
  checkPolicy(
    @InOrganization() { organization }: AccessedOrganization,
    @Body({ schema: PolicyText }) body: z.output<typeof PolicyText>,
  ) {
    return { problems: checkPolicy(body.text, organization) };
  }

  @Post('effect')
  @Needs('viewer')
  @Answers('What the text would make of the findings of today, were it in force; nothing is stored', Effect)
  async tryPolicy(
    @InOrganization() { organization }: AccessedOrganization,
    @Body({ schema: PolicyText }) body: z.output<typeof PolicyText>,
  ) {
    const effect = await this.trial.effectOf(organization, body.text);
    const { scannedAsOf, onlyNextScanTells, appears, goes, changes } = effect;
    return { scanned_as_of: scannedAsOf, only_next_scan_tells: onlyNextScanTells, appears, goes, changes };
  }

  @Get('choices')
  @Needs('viewer')
  @Answers('The kinds of personal data and of tools that a policy can name', Choices)
  listPolicyChoices() {
    return {
      categories: categories.map((key) => ({
        key,
        title: titleOf(key),
        sensitive: sensitivityOf(key) === 'sensitive',
      })),
      connectors: connectorIds.map((key) => ({
        key,
        title: key === 'exports' ? 'Files' : toolTitle(key),
      })),
    };
  }

  @Get('draft')
  @Needs('admin')
  @Answers('A policy that declares what the latest scan found, to strike out from; nothing is stored', Draft)
  async draftPolicy(@InOrganization() { organization }: AccessedOrganization) {
    const drafted = await this.draft.of(organization);
    if (drafted === null)
      throw new RequestProblem(
        404,
        'Nothing was scanned yet, so there is nothing to draft from.',
        'Connect a tool or hand over its exports, and scan; the draft then says what is there.',
      );
    return { text: drafted.text, scanned_as_of: drafted.scannedAsOf };
  }

  @Get(':version')
  @Needs('viewer')
  @Answers('One version', PolicyWhole)
  async getPolicy(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('version', { schema: version }) wanted: string,
  ) {
    return wholeOf(await this.policies.version(organization, wanted));
  }

  @Get(':version/differences/:other')
  @Needs('viewer')
  @Answers('What differs from one version to another, line by line', Differences)
  async comparePolicies(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('version', { schema: version }) before: string,
    @Param('other', { schema: version }) after: string,
  ) {
    const [one, other] = await Promise.all(
      [before, after].map(async (wanted) => this.policies.version(organization, wanted)),
    );
    if (!one || !other) throw notFound();
    return { lines: differencesOf(one.text, other.text) };
  }
}

function headOf({ version: of, savedBy, savedAt, note }: SavedPolicy) {
  return { version: of, saved_by: savedBy, saved_at: savedAt, note };
}

function wholeOf(policy: SavedPolicy | null) {
  if (policy === null) throw notFound();
  return { ...headOf(policy), text: policy.text };
}

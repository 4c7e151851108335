import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { isListable } from '#rules/engine/listable-rule.js';
import { evidenceInWords } from '#reports/model/evidence-words.js';
import { policySays } from '#reports/model/policy-says.js';
import { sharedBy, wordsOf } from '#reports/model/rule-words.js';
import { type Decision, Decisions } from '../findings/decisions.js';
import {
  type FindingsPlace,
  type ListedFinding,
  ListedFindings,
  OF_THE_BUSINESS,
} from '../findings/listed-findings.js';
import type { AccessedOrganization } from '../people/caller.js';
import { People } from '../people/people.js';
import { PolicyToday } from '../policies/policy-today.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import {
  DecisionMade,
  EventShown,
  FindingId,
  FindingsPage,
  FindingWhole,
  RuleName,
  SeverityName,
} from './finding-shapes.js';
import { cursorTo, PageAsked, pageOf, placeIn } from './page.js';
import { notFound, RequestProblem } from './problem.js';

const FindingsAsked = PageAsked.extend({
  state: z.enum(['drift', 'open', 'acknowledged', 'exception', 'absent', 'all']).default('drift'),
  severity: SeverityName.optional(),
  rule: RuleName.optional(),
  system: z
    .string()
    .max(100)
    .optional()
    .meta({ description: `${OF_THE_BUSINESS}: what is in no system, such as vendors and duties` }),
  assignee: z.uuid().optional().meta({ description: 'The id of a person' }),
  changed_since: z.iso
    .datetime()
    .transform((instant) => new Date(instant).toISOString())
    .optional()
    .meta({ description: 'Only what came, went or changed then or later' }),
  text: z.string().trim().min(1).max(100).optional().meta({ description: 'Part of a title or a subject' }),
});

const AnyFindingId = z.string().max(100);
const Place = z.tuple([z.int().min(0).max(3), z.iso.date(), FindingId]);

/** What differs from the policy, what became of it, and what people decide. */
@Controller('api/v1/organizations/:organization')
export class FindingsController {
  constructor(
    @Inject(ListedFindings) private readonly findings: ListedFindings,
    @Inject(Decisions) private readonly decisions: Decisions,
    @Inject(People) private readonly people: People,
    @Inject(PolicyToday) private readonly policyToday: PolicyToday,
  ) {}

  @Get('findings')
  @Needs('viewer')
  @Answers('The gravest first, of those the latest first', FindingsPage)
  async listFindings(
    @InOrganization() { organization }: AccessedOrganization,
    @Query({ schema: FindingsAsked })
    { limit, cursor, changed_since: changedSince, ...wanted }: z.output<typeof FindingsAsked>,
  ) {
    const today = await this.policyToday.today(organization);
    const after = cursor === undefined ? null : placeOf(placeIn(cursor, Place));
    const rows = await this.findings.list(organization, { ...wanted, changedSince, today }, after, limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((finding) => ({ ...findingShown(finding), assignee: finding.assignee })),
      // Asked for with the first page only: the list does not change its length while somebody reads on.
      total:
        after === null ? await this.findings.count(organization, { ...wanted, changedSince, today }) : null,
      next: last === undefined ? null : cursorTo([last.severityRank, last.firstSeen, last.id]),
    };
  }

  @Get('findings/:finding')
  @Needs('viewer')
  @Answers('One finding, with its history', FindingWhole)
  async getFinding(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('finding', { schema: AnyFindingId }) id: string,
  ) {
    // Old or mistyped links lead here: that nothing is there is all that can be said.
    const whole = FindingId.safeParse(id).success ? await this.findings.whole(organization, id) : null;
    if (whole === null) throw notFound();
    const { finding, history, comments, assignee } = whole;
    const { message, remedy, evidence, policyVersion, rule, connector } = finding;
    const { heading, why } = wordsOf(sharedBy(rule), connector === null ? [] : [connector]);
    const policy = await this.policyToday.policy(organization);
    return {
      ...findingShown(finding),
      listable: isListable(rule) && finding.system !== null,
      heading,
      why,
      message,
      remedy,
      policy_says: policy === null ? [] : [...policySays(finding, policy)],
      evidence_in_words: evidenceInWords(finding).map(({ name, value }) => ({ name, value })),
      evidence: { ...evidence },
      policy_version: policyVersion,
      assignee,
      comments: comments.map(({ saidBy, saidAt, text }) => ({ said_by: saidBy, said_at: saidAt, text })),
      history,
    };
  }

  @Post('findings/decisions')
  @Needs('admin')
  @Answers('Decided, all of it', null)
  async decideFindings(
    @InOrganization() { organization, caller }: AccessedOrganization,
    @Body({ schema: DecisionMade }) { findings, decision }: z.output<typeof DecisionMade>,
  ): Promise<void> {
    const on = await this.policyToday.today(organization);
    const made = await this.withPerson(organization, decision);
    await this.decisions.decide({ organization, findings, decision: made, by: caller, on });
  }

  @Get('events')
  @Needs('viewer')
  @Answers('What happened to findings, the latest first', pageOf(EventShown))
  async listEvents(
    @InOrganization() { organization }: AccessedOrganization,
    @Query({ schema: PageAsked }) { limit, cursor }: PageAsked,
  ) {
    const before = cursor === undefined ? null : placeIn(cursor, z.tuple([z.int()]))[0];
    const events = await this.findings.events(organization, before, limit + 1);
    const shown = events.slice(0, limit);
    const last = events.length > limit ? shown.at(-1) : undefined;
    return { items: shown, next: last === undefined ? null : cursorTo([last.sequence]) };
  }

  private async withPerson(
    organization: string,
    decision: z.output<typeof DecisionMade>['decision'],
  ): Promise<Decision> {
    if (decision.kind !== 'assign') return decision;
    if (decision.person === null) return { kind: 'assign', person: null };
    const members = await this.people.list(organization);
    const member = members.find(({ id }) => id === decision.person);
    if (member) return { kind: 'assign', person: { id: member.id, name: member.email } };
    throw new RequestProblem(422, 'Nobody of this organization has that id.', 'Choose one of its people.');
  }
}

function placeOf([rank, firstSeen, id]: z.output<typeof Place>): FindingsPlace {
  return { rank, firstSeen, id };
}

function findingShown(finding: Omit<ListedFinding, 'severityRank'>) {
  const { id, rule, severity, system, connector, subject, title, observation, disposition } = finding;
  const { firstSeen, lastSeen } = finding;
  const what = { id, rule, severity, system, connector, subject, title, observation, disposition };
  return { ...what, first_seen: firstSeen, last_seen: lastSeen };
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Cause, Change, Finding, Observation } from '#rules/engine/finding.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import type { Severity } from '#rules/engine/rule.js';
import { FindingAssigneeEntity } from '../storage/entities/finding-assignee.entity.js';
import { FindingCommentEntity } from '../storage/entities/finding-comment.entity.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { loadFinding } from './finding-rows.js';
import { rankOf } from './listing-columns.js';
import { OrganizationRecords } from './organization-records.js';

/** Which findings are wanted. `drift`: there, or not looked at since, and not under an exception (law 5). */
export interface FindingsWanted {
  readonly state: 'drift' | 'open' | 'acknowledged' | 'exception' | 'absent' | 'all';
  readonly severity?: Severity | undefined;
  readonly rule?: RuleId | undefined;
  readonly system?: string | undefined;
  /** Id of a person. */
  readonly assignee?: string | undefined;
  /** Part of a title or subject, without case. */
  readonly text?: string | undefined;
  /** Instant, ISO 8601, UTC: only what changed then or later. */
  readonly changedSince?: string | undefined;
  /** YYYY-MM-DD: whether an exception has ended is judged on that day. */
  readonly today: string;
}

/** Where a list goes on: after this finding. */
export interface FindingsPlace {
  readonly rank: number;
  readonly firstSeen: string;
  readonly id: string;
}

/** A finding as lists show it, and who looks after it. */
export interface AssignedFinding extends ListedFinding {
  readonly assignee: string | null;
}

export type ListedFinding = Pick<
  FindingEntity,
  | 'id'
  | 'rule'
  | 'severity'
  | 'severityRank'
  | 'system'
  | 'connector'
  | 'subject'
  | 'title'
  | 'observation'
  | 'disposition'
  | 'firstSeen'
  | 'lastSeen'
>;

/** One thing that happened to a finding. */
export interface HistoryEntry {
  readonly sequence: number;
  readonly change: Change;
  readonly cause: Cause;
  readonly observation: Observation;
  readonly detail: string | null;
  readonly scan: string | null;
  readonly at: string;
}

export interface WholeFinding {
  readonly finding: Finding;
  readonly history: readonly HistoryEntry[];
  readonly comments: readonly Pick<FindingCommentEntity, 'saidBy' | 'saidAt' | 'text'>[];
  readonly assignee: Pick<FindingAssigneeEntity, 'person' | 'name'> | null;
}

/** More history than a person reads; the oldest is left out. */
const MOST_HISTORY = 500;

/** Findings as lists and pages show them. */
@Injectable()
export class ListedFindings {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** The gravest first, of those the latest first. */
  async list(
    organization: string,
    wanted: FindingsWanted,
    after: FindingsPlace | null,
    most: number,
  ): Promise<readonly AssignedFinding[]> {
    const records = this.records(organization);
    const query = records.query(FindingEntity, 'finding').select(PLACE.map((name) => `finding.${name}`));
    narrow(query, wanted);
    if (after !== null) {
      query.andWhere(
        '(finding.severityRank, finding.firstSeen, finding.id) < (:rank, :firstSeen, :afterId)',
        {
          rank: after.rank,
          firstSeen: after.firstSeen,
          afterId: after.id,
        },
      );
    }
    // Which ones is read off an index alone; only these are looked up.
    const places = await inListOrder(query).limit(most).getMany();
    if (places.length === 0) return [];
    const rows = records
      .query(FindingEntity, 'finding')
      .select(LISTED.map((name) => `finding.${name}`))
      .andWhere('finding.id IN (:...ids)', { ids: places.map(({ id }) => id) });
    const found = await inListOrder(rows).getMany();
    const assignees = await this.assignees(records, found);
    return found.map((finding) => Object.assign(finding, { assignee: assignees.get(finding.id) ?? null }));
  }

  /** How many a list has altogether. */
  async count(organization: string, wanted: FindingsWanted): Promise<number> {
    const query = this.records(organization).query(FindingEntity, 'finding');
    narrow(query, wanted);
    return query.getCount();
  }

  private async assignees(
    records: OrganizationRecords,
    findings: readonly { readonly id: string }[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await records
      .query(FindingAssigneeEntity, 'assigned')
      .andWhere('assigned.finding IN (:...ids)', { ids: findings.map(({ id }) => id) })
      .getMany();
    return new Map(rows.map(({ finding, name }) => [finding, name]));
  }

  /** One finding with all that happened to it; null if there is none. */
  async whole(organization: string, id: string): Promise<WholeFinding | null> {
    const records = this.records(organization);
    const finding = await loadFinding(records, id);
    if (finding === null) return null;
    const history = await records
      .query(FindingEventEntity, 'event')
      .andWhere('event.finding = :id', { id })
      .orderBy('event.sequence', 'DESC')
      .limit(MOST_HISTORY)
      .getMany();
    return {
      finding,
      history: history.toReversed(),
      comments: await records.some(FindingCommentEntity, {
        where: { finding: id },
        order: { sequence: 'ASC' },
      }),
      assignee: await records.first(FindingAssigneeEntity, { where: { finding: id } }),
    };
  }

  /** What happened to all findings, the latest first, from before an event on. */
  async events(
    organization: string,
    before: number | null,
    most: number,
  ): Promise<readonly (HistoryEntry & { readonly finding: string; readonly title: string })[]> {
    const records = this.records(organization);
    const query = records.query(FindingEventEntity, 'event').orderBy('event.sequence', 'DESC').limit(most);
    if (before !== null) query.andWhere('event.sequence < :before', { before });
    const events = await query.getMany();
    const titles = await this.titles(records, [...new Set(events.map(({ finding }) => finding))]);
    return events.map((event) => Object.assign(event, { title: titles.get(event.finding) ?? '' }));
  }

  private async titles(
    records: OrganizationRecords,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await records
      .query(FindingEntity, 'finding')
      .select(['finding.id', 'finding.title'])
      .andWhere('finding.id IN (:...ids)', { ids })
      .getMany();
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  private records(organization: string): OrganizationRecords {
    return new OrganizationRecords(this.dataSource.manager, organization);
  }
}

const PLACE = [
  'id',
  'severityRank',
  'firstSeen',
  'organization',
] as const satisfies readonly (keyof FindingEntity)[];

function inListOrder(query: SelectQueryBuilder<FindingEntity>): SelectQueryBuilder<FindingEntity> {
  return query
    .orderBy('finding.severityRank', 'DESC')
    .addOrderBy('finding.firstSeen', 'DESC')
    .addOrderBy('finding.id', 'DESC');
}

const LISTED = [
  'id',
  'rule',
  'severity',
  'severityRank',
  'system',
  'connector',
  'subject',
  'title',
  'observation',
  'disposition',
  'firstSeen',
  'lastSeen',
] as const satisfies readonly (keyof ListedFinding)[];

/** Asks for what is in no system, such as vendors and duties; no system can have that name. */
export const OF_THE_BUSINESS = '(business)';

/** As a condition of a query: what `isDrift` says of a finding. */
export const IS_DRIFT = `finding.observation <> 'absent' AND (finding.dispositionKind <> 'exception' OR finding.exceptionUntil < :today)`;

function narrow(query: SelectQueryBuilder<FindingEntity>, wanted: FindingsWanted): void {
  const { state, severity, rule, system, assignee, text, changedSince, today } = wanted;
  if (state === 'drift') query.andWhere(IS_DRIFT, { today });
  if (state === 'absent') query.andWhere("finding.observation = 'absent'");
  if (state === 'exception') {
    query.andWhere(
      "finding.observation <> 'absent' AND finding.dispositionKind = 'exception' AND finding.exceptionUntil >= :today",
      { today },
    );
  }
  if (state === 'open' || state === 'acknowledged')
    query.andWhere("finding.observation <> 'absent' AND finding.dispositionKind = :state", { state });
  if (severity !== undefined)
    query.andWhere('finding.severityRank = :severity', { severity: rankOf(severity) });
  if (changedSince !== undefined) query.andWhere('finding.changedAt >= :changedSince', { changedSince });
  if (rule !== undefined) query.andWhere('finding.rule = :rule', { rule });
  if (system === OF_THE_BUSINESS) query.andWhere('finding.system IS NULL');
  else if (system !== undefined) query.andWhere('finding.system = :system', { system });
  if (assignee !== undefined) {
    const theirs = query
      .subQuery()
      .select('assigned.finding')
      .from(FindingAssigneeEntity, 'assigned')
      .where('assigned.organization = :organization AND assigned.person = :assignee');
    query.andWhere(`finding.id IN ${theirs.getQuery()}`, { assignee });
  }
  if (text !== undefined) {
    const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
    query.andWhere(String.raw`finding.words LIKE :pattern ESCAPE '\'`, { pattern });
  }
}

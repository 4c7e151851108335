import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ConnectorId } from '#connectors/contract/fact.js';
import type { Disposition, Observation, SeenIn } from '#rules/engine/finding.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import type { Evidence, Severity } from '#rules/engine/rule.js';
import { JsonColumn, OptionalTextColumn, OptionalWholeNumberColumn, TextColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';
import { PolicyVersionEntity } from './policy-version.entity.js';

/** The current state of a finding; how it came to it stands in its events. */
@Entity('findings')
// Lists are read off it, filters and all, without a look at the rows that are left out.
@Index('findings_listed', [
  'organization',
  'severityRank',
  'firstSeen',
  'id',
  'observation',
  'dispositionKind',
  'exceptionUntil',
  'system',
  'rule',
])
// What came and went since an instant is counted on it alone.
@Index('findings_by_change', [
  'organization',
  'changedAt',
  'id',
  'observation',
  'dispositionKind',
  'exceptionUntil',
  'appearedAt',
  'leftAt',
  'leftAs',
])
// A search reads every word there is, and nothing else.
@Index('findings_by_words', [
  'organization',
  'severityRank',
  'firstSeen',
  'id',
  'observation',
  'dispositionKind',
  'exceptionUntil',
  'system',
  'rule',
  'words',
])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
@ForeignKey(() => PolicyVersionEntity, ['organization', 'policyVersion'], ['organization', 'version'])
export class FindingEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'id' })
  readonly id!: string;

  @TextColumn('rule')
  readonly rule!: RuleId;

  @TextColumn('severity')
  readonly severity!: Severity;

  @OptionalTextColumn('system')
  readonly system!: string | null;

  @OptionalTextColumn('connector')
  readonly connector!: ConnectorId | null;

  @OptionalTextColumn('account')
  readonly account!: string | null;

  @TextColumn('object_type')
  readonly objectType!: string;

  @TextColumn('object_id')
  readonly objectId!: string;

  @TextColumn('subject')
  readonly subject!: string;

  @TextColumn('title')
  readonly title!: string;

  @TextColumn('message')
  readonly message!: string;

  @TextColumn('remedy')
  readonly remedy!: string;

  @JsonColumn('evidence')
  readonly evidence!: Evidence;

  @TextColumn('content_hash')
  readonly contentHash!: string;

  @JsonColumn('read_from')
  readonly readFrom!: readonly SeenIn[];

  @TextColumn('observation')
  readonly observation!: Observation;

  @JsonColumn('disposition')
  readonly disposition!: Disposition;

  @TextColumn('policy_version')
  readonly policyVersion!: string;

  @TextColumn('first_seen')
  readonly firstSeen!: string;

  @TextColumn('last_seen')
  readonly lastSeen!: string;

  // What follows says again, for lists, what stands in severity and disposition. Every row has them: the columns came
  // later, and old rows got theirs then.

  /** 0 info to 3 high. */
  @OptionalWholeNumberColumn('severity_rank')
  readonly severityRank!: number;

  @OptionalTextColumn('disposition_kind')
  readonly dispositionKind!: Disposition['kind'];

  /** Last day of the exception, if it is under one. */
  @OptionalTextColumn('exception_until')
  readonly exceptionUntil!: string | null;

  /** Title and subject in small letters, for whoever searches (`findings/listing-columns.ts`). */
  @OptionalTextColumn('words')
  readonly words!: string;

  // What follows says again, for lists, what stands in the events (`findings/add-events.ts`).

  /** When its latest event was. */
  @OptionalTextColumn('changed_at')
  readonly changedAt!: string;

  /** When it last came or came back. */
  @OptionalTextColumn('appeared_at')
  readonly appearedAt!: string;

  /** When it last left. */
  @OptionalTextColumn('left_at')
  readonly leftAt!: string | null;

  /** How it left then; only what the data did is called fixed (E22). */
  @OptionalTextColumn('left_as')
  readonly leftAs!: 'fixed' | 'gone' | null;
}

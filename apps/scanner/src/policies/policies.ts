import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import { type AuditActor, AuditLog } from '../audit/audit-log.js';
import { CLOCK, type Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { PolicyRevisionEntity } from '../storage/entities/policy-revision.entity.js';
import { PolicyVersionEntity } from '../storage/entities/policy-version.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { checkPolicy } from './check-policy.js';
import { digest } from './digest.js';
import { PolicyMovedOnError } from './policy-moved-on-error.js';

/** A saved policy. `savedBy` is null of one that only a scan of the command line brought. */
export interface SavedPolicy {
  readonly version: string;
  readonly text: string;
  readonly savedBy: string | null;
  readonly savedAt: string;
  readonly note: string | null;
}

export interface PolicyToSave {
  readonly organization: string;
  readonly text: string;
  /** The version that its author began from; null: there was none. */
  readonly replaces: string | null;
  readonly by: AuditActor;
  readonly note: string | null;
}

/** The policies of an organization: what people saved, the latest of which is in force. */
@Injectable()
export class Policies {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The policy in force; what the latest scan was judged under where nobody saved one; null before both. */
  async current(organization: string): Promise<SavedPolicy | null> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    return currentIn(records);
  }

  /** One version, also one that only scans know. */
  async version(organization: string, version: string): Promise<SavedPolicy | null> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    const revision = await records.first(PolicyRevisionEntity, {
      where: { version },
      order: { sequence: 'DESC' },
    });
    if (revision) return savedOf(revision);
    const scanned = await records.first(PolicyVersionEntity, { where: { version } });
    return scanned && scannedPolicy(scanned);
  }

  /** Saved versions, the latest first, from the one before `before` on. */
  async saved(
    organization: string,
    before: number | null,
    most: number,
  ): Promise<readonly (SavedPolicy & { readonly sequence: number })[]> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    const query = records
      .query(PolicyRevisionEntity, 'revision')
      .orderBy('revision.sequence', 'DESC')
      .take(most);
    if (before !== null) query.andWhere('revision.sequence < :before', { before });
    const rows = await query.getMany();
    return rows.map((row) => ({ ...savedOf(row), sequence: row.sequence }));
  }

  /**
   * Puts a policy in force. The same text again changes nothing.
   * @throws UserActionError with every problem of the text; PolicyMovedOnError if somebody else saved meanwhile
   */
  async save({ organization, text, replaces, by, note }: PolicyToSave): Promise<SavedPolicy> {
    const problems = checkPolicy(text, organization);
    const [first] = problems;
    if (first !== undefined) {
      throw new UserActionError({
        message: 'The policy can not be used yet.',
        step: `Line ${first.line}: ${first.message}`,
        details: { problems: problems.length },
      });
    }
    const version = digest(text);
    return inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const current = await currentIn(records);
      if (current?.version === version) return current;
      if ((current?.version ?? null) !== replaces) throw new PolicyMovedOnError();
      const savedAt = this.clock().toISOString();
      await records.insert(PolicyRevisionEntity, [{ version, text, savedBy: by.name, savedAt, note }]);
      await this.auditLog.record(manager, {
        organization,
        actor: by,
        action: 'policy.saved',
        target: version,
        details: { replaces: replaces ?? 'none' },
      });
      return { version, text, savedBy: by.name, savedAt, note };
    });
  }
}

export async function currentIn(records: OrganizationRecords): Promise<SavedPolicy | null> {
  const revision = await records.first(PolicyRevisionEntity, { order: { sequence: 'DESC' } });
  if (revision) return savedOf(revision);
  const scanned = await records.first(PolicyVersionEntity, { order: { firstUsedAt: 'DESC' } });
  return scanned && scannedPolicy(scanned);
}

function savedOf({ version, text, savedBy, savedAt, note }: PolicyRevisionEntity): SavedPolicy {
  return { version, text, savedBy, savedAt, note };
}

function scannedPolicy({ version, text, firstUsedAt }: PolicyVersionEntity): SavedPolicy {
  return { version, text, savedBy: null, savedAt: firstUsedAt, note: null };
}

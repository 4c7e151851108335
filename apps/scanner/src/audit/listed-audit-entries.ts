import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OrganizationRecords } from '../findings/organization-records.js';
import { AuditEntryEntity } from '../storage/entities/audit-entry.entity.js';

/** Which entries are wanted. */
export interface AuditEntriesWanted {
  /** `finding.accepted`, or the beginning of such a word: `finding.` */
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly target?: string | undefined;
}

/** Who did what, for those who may know. */
@Injectable()
export class ListedAuditEntries {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** The latest first, from before an entry on. */
  async list(
    organization: string,
    { action, actor, target }: AuditEntriesWanted,
    before: number | null,
    most: number,
  ): Promise<readonly AuditEntryEntity[]> {
    const query = new OrganizationRecords(this.dataSource.manager, organization)
      .query(AuditEntryEntity, 'entry')
      .orderBy('entry.sequence', 'DESC')
      .limit(most);
    if (before !== null) query.andWhere('entry.sequence < :before', { before });
    if (action !== undefined)
      query.andWhere('entry.action >= :action AND entry.action < :end', { action, end: `${action}\u{FFFF}` });
    if (actor !== undefined) query.andWhere('entry.actorId = :actor', { actor });
    if (target !== undefined) query.andWhere('entry.target = :target', { target });
    return query.getMany();
  }
}

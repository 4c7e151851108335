import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BugError, UserActionError } from '#connectors/contract/error.js';
import type { ReportedFinding, ScanOutcome } from '#reports/model/scan-outcome.js';
import { BaselineEntity } from '../storage/entities/baseline.entity.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { ReportEntity } from '../storage/entities/report.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { addAuditEntry, MACHINE } from '../audit/audit-log.js';
import { type Acceptance, type Accepted, acceptFinding } from './accept-finding.js';
import { addOrganization } from './add-organization.js';
import { policyTextOf } from './before.js';
import { chooseOrganization, organizationNames } from './choose-organization.js';
import { type CommittedScan, commitScan, type ScanToCommit } from './commit-scan.js';
import { findFinding } from './find-finding.js';
import { OrganizationRecords } from './organization-records.js';
import { outcomeOf, reported } from './outcome.js';

export interface Approval {
  readonly organization: string;
  readonly approver: string;
  /** The day, YYYY-MM-DD, and the instant in UTC. */
  readonly on: string;
  readonly at: string;
}

/** The ledger of findings: all that is stored of scans, and all that is known from it. Has no clock. */
@Injectable()
export class Ledger {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Judges a scan beside what is known and stores it, all or nothing; scans that come at once take turns. */
  async commitScan(scan: ScanToCommit): Promise<CommittedScan> {
    return this.write(scan.organization, async (records, manager) => {
      await addOrganization(manager, scan.organization);
      const committed = await commitScan(records, scan);
      await scan.beside?.(manager, committed.scanId);
      return committed;
    });
  }

  /** What a stored scan found, with the news since the last report of the channel. */
  async outcomeOf(organization: string, scanId: string, channel: string): Promise<ScanOutcome> {
    const records = this.read(organization);
    return outcomeOf(records, await scanOf(records, scanId), channel);
  }

  /** @throws UserActionError before the first scan. */
  async latestOutcome(organization: string, channel: string): Promise<ScanOutcome> {
    const records = this.read(organization);
    return outcomeOf(records, await latestScan(records), channel);
  }

  /**
   * One finding as the latest scan left it, by its id or the start of it; also one that is long absent, with how it
   * went.
   * @throws UserActionError if there is none, or several.
   */
  async findFinding(organization: string, idOrPrefix: string): Promise<ReportedFinding> {
    const records = this.read(organization);
    const finding = await findFinding(records, idOrPrefix);
    const { id: scan, asOf } = await latestScan(records);
    const events = await records.some(FindingEventEntity, {
      where: { finding: finding.id },
      order: { sequence: 'DESC' },
    });
    const latest =
      finding.observation === 'absent'
        ? events.filter(({ change }) => change !== 'unchanged').slice(0, 1)
        : events.filter((event) => event.scan === scan);
    return reported(finding, latest, asOf);
  }

  /** Remembers that a report of a scan was given: what it told is no news any more on that channel. */
  async recordReport(organization: string, scanId: string, channel: string, at: string): Promise<void> {
    await this.write(organization, async (records) => {
      const { id, lastEvent } = await scanOf(records, scanId);
      await records.insert(ReportEntity, [{ channel, scan: id, at, lastEvent }], 'keep');
    });
  }

  /** Puts a finding under an exception, on the command line: whoever has the computer names who accepts it. */
  async acceptFinding(acceptance: Acceptance): Promise<Accepted> {
    return this.write(acceptance.organization, async (records) => {
      const accepted = await acceptFinding(records, acceptance);
      const { approver, at } = acceptance;
      const what = { action: 'finding.accepted', target: accepted.id, details: { approver } };
      await addAuditEntry(records, { ...what, actor: MACHINE, at });
      return accepted;
    });
  }

  /** Makes the latest scan the baseline. @throws UserActionError before the first scan. */
  async approveBaseline({
    organization,
    approver,
    on,
    at,
  }: Approval): Promise<{ scanId: string; asOf: string }> {
    return this.write(organization, async (records) => {
      const { id, asOf } = await latestScan(records);
      await records.insert(BaselineEntity, [
        { scan: id, approvedBy: approver, approvedOn: on, approvedAt: at },
      ]);
      const what = { action: 'baseline.approved', target: id, details: { approver } };
      await addAuditEntry(records, { ...what, actor: MACHINE, at });
      return { scanId: id, asOf };
    });
  }

  /** The text of the policy that the latest scan was judged under. @throws UserActionError before the first scan. */
  async latestPolicyText(organization: string): Promise<string> {
    const records = this.read(organization);
    const { policyVersion } = await latestScan(records);
    return policyTextOf(records, policyVersion);
  }

  /** The organizations of this data directory, by name. */
  async organizations(): Promise<readonly string[]> {
    return organizationNames(this.dataSource);
  }

  /** The organization of that name, or the only one. @throws UserActionError saying how to choose. */
  async chooseOrganization(chosen?: string): Promise<string> {
    return chooseOrganization(this.dataSource, chosen);
  }

  private read(organization: string): OrganizationRecords {
    return new OrganizationRecords(this.dataSource.manager, organization);
  }

  private write<T>(
    organization: string,
    work: (records: OrganizationRecords, manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return inTransaction(this.dataSource, async (manager) =>
      work(new OrganizationRecords(manager, organization), manager),
    );
  }
}

async function scanOf(records: OrganizationRecords, id: string): Promise<ScanEntity> {
  const scan = await records.first(ScanEntity, { where: { id } });
  if (!scan)
    throw new BugError({ message: 'A scan was asked for that is not stored.', details: { scan: id } });
  return scan;
}

async function latestScan(records: OrganizationRecords): Promise<ScanEntity> {
  const scan = await records.first(ScanEntity, { order: { sequence: 'DESC' } });
  if (scan) return scan;
  throw new UserActionError({
    message: 'Nothing has been scanned in this data directory yet.',
    step: 'Run a scan first: npx --no-install plumbline scan --policy FILE --exports FOLDER',
  });
}

import { rm } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BrowserSignIns } from '../connections/browser-sign-ins.js';
import { Connections } from '../connections/connections.js';
import type { Disconnected } from '../connections/disconnect.js';
import { mailFile } from '../delivery/write-mail-file.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import type { AccessedOrganization } from '../people/caller.js';
import { RefusedError } from '../people/refused-error.js';
import { Uploads } from '../queue/uploads.js';
import { SERVICE_LOG, type ServiceLog } from '../service/service-log.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { OutgoingMailEntity } from '../storage/entities/outgoing-mail.entity.js';
import { ScanJobEntity } from '../storage/entities/scan-job.entity.js';
import { ScheduleEntity } from '../storage/entities/schedule.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { wipeDeleted } from '../storage/wipe-deleted.js';
import { deleteRows } from './delete-rows.js';

/** Deletes an organization with everything that is kept of it, the audit log too: what is left says nothing of it. */
@Injectable()
export class OrganizationDeletion {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(BrowserSignIns) private readonly signIns: BrowserSignIns,
    @Inject(Connections) private readonly connections: Connections,
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Pick<Settings, 'PLUMBLINE_DATA_DIR'>,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  /**
   * Gives what became of each login at its tool.
   * @throws RefusedError while a scan runs: nothing is deleted then
   */
  async delete({ organization, id, caller }: AccessedOrganization): Promise<readonly Disconnected[]> {
    await inTransaction(this.dataSource, async (manager) => this.letNothingBegin(manager, organization));
    this.signIns.forget(organization);
    const disconnected = await this.disconnectAll(organization);
    const mails = await inTransaction(this.dataSource, async (manager) => {
      await refuseWhileScanned(manager, organization);
      const written = await writtenMails(manager, organization);
      await deleteRows(manager, { organization, keeping: caller.id });
      return written;
    });
    this.uploads.drop(organization, this.uploads.of(organization));
    await this.removeFiles(mails);
    await wipeDeleted(this.dataSource);
    this.log.info('organization deleted', { organization: id });
    return disconnected;
  }

  /** From here on no scan begins by itself: neither one that waits, nor one that is planned. */
  private async letNothingBegin(manager: EntityManager, organization: string): Promise<void> {
    await refuseWhileScanned(manager, organization);
    const records = new OrganizationRecords(manager, organization);
    await records.delete(ScheduleEntity, {});
    await records.delete(ScanJobEntity, { state: 'waiting' });
  }

  /** Before the rows go: the tools are told with what is stored in them. */
  private async disconnectAll(organization: string): Promise<readonly Disconnected[]> {
    const disconnected: Disconnected[] = [];
    for (const { name } of await this.connections.list(organization))
      disconnected.push(await this.connections.disconnect(organization, name));
    return disconnected;
  }

  private async removeFiles(messages: readonly string[]): Promise<void> {
    for (const message of messages)
      await rm(mailFile(this.settings.PLUMBLINE_DATA_DIR, Buffer.from(message, 'latin1')), { force: true });
  }
}

/** Mails that may lie in the data directory as files. */
async function writtenMails(manager: EntityManager, organization: string): Promise<readonly string[]> {
  const records = new OrganizationRecords(manager, organization);
  const select = { organization: true, id: true, message: true } as const;
  const mails = await records.some(OutgoingMailEntity, { select });
  return mails.map(({ message }) => message);
}

async function refuseWhileScanned(manager: EntityManager, organization: string): Promise<void> {
  const records = new OrganizationRecords(manager, organization);
  if ((await records.first(ScanJobEntity, { where: { state: 'running' } })) === null) return;
  throw new RefusedError(
    'in the way',
    'A scan is under way, so nothing was deleted.',
    'Stop it under Scans, or wait until it has ended. Then delete the organization.',
  );
}

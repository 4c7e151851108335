import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '../clock.js';
import { organizationNames } from '../findings/choose-organization.js';
import { forgetInventories } from '../findings/forget-inventories.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import type { Settings } from '../settings/settings.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { SERVICE_LOG, type ServiceLog } from './service-log.js';
import { SETTINGS_IN_FORCE } from './settings-in-force.js';

const A_DAY_MS = 86_400_000;

/** What is done once a day, whoever asks for what: forgetting what need not be kept any longer. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  onApplicationBootstrap(): void {
    this.look();
  }

  @Interval(A_DAY_MS)
  look(): void {
    this.forget().catch((error: unknown) => this.log.failure(error));
  }

  /** One organization after the other, so that nobody waits long. Gives how many inventories were emptied. */
  async forget(): Promise<number> {
    const months = this.settings.PLUMBLINE_KEEP_HISTORY_MONTHS;
    let count = 0;
    for (const organization of await organizationNames(this.dataSource)) {
      count += await inTransaction(this.dataSource, async (manager) =>
        forgetInventories(new OrganizationRecords(manager, organization), { months, now: this.clock() }),
      );
    }
    if (count > 0) this.log.info('old inventories emptied', { count });
    return count;
  }
}

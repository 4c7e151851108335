import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { addOrganization } from '../findings/add-organization.js';
import { type ProcessIdentity, thisProcess } from '../leases/process-identity.js';
import { openDataSource } from '../storage/data-source.js';
import { ScanJobEntity } from '../storage/entities/scan-job.entity.js';
import { ScheduleEntity } from '../storage/entities/schedule.entity.js';
import { StoredScanQueue } from './stored-scan-queue.js';

export const BAKERY = 'Sweet Crumb Bakery';
export const MILL = 'Old Mill';

/** A process of this machine that is there, and is not this one. */
export const NEIGHBOUR: ProcessIdentity = { ...thisProcess, pid: process.ppid, life: 'neighbour' };
/** Had our number before us. */
export const DEAD: ProcessIdentity = { ...thisProcess, life: 'an earlier life' };
export const ELSEWHERE: ProcessIdentity = { machine: 'another machine', pid: 1, life: 'elsewhere' };

const BEGIN = Date.parse('2026-11-23T10:00:00Z');

/** A data directory with two organizations, and a clock that stands still. */
export class QueueBench {
  now = BEGIN;

  private constructor(
    readonly dataSource: DataSource,
    private readonly folder: string,
  ) {}

  static async open(): Promise<QueueBench> {
    const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-queue-'));
    const dataSource = await openDataSource(folder);
    for (const name of [BAKERY, MILL]) await addOrganization(dataSource.manager, name);
    return new QueueBench(dataSource, folder);
  }

  /** As it was when it was opened: making a new one for each test takes most of a suite's time. */
  async reset(): Promise<void> {
    this.now = BEGIN;
    for (const table of [ScanJobEntity, ScheduleEntity]) await this.dataSource.manager.deleteAll(table);
  }

  readonly clock = () => new Date(this.now);

  queue(process = thisProcess): StoredScanQueue {
    return StoredScanQueue.as({ process, now: () => this.now }, this.dataSource, this.clock);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await rm(this.folder, { recursive: true });
  }
}

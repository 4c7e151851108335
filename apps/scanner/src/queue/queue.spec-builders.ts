import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { addOrganization } from '../findings/add-organization.js';
import { type ProcessIdentity, thisProcess } from '../leases/process-identity.js';
import { openDataSource } from '../storage/data-source.js';
import { StoredScanQueue } from './stored-scan-queue.js';

export const BAKERY = 'Sweet Crumb Bakery';
export const MILL = 'Old Mill';

/** A process of this machine that is there, and is not this one. */
export const NEIGHBOUR: ProcessIdentity = { ...thisProcess, pid: process.ppid, life: 'neighbour' };
/** Had our number before us. */
export const DEAD: ProcessIdentity = { ...thisProcess, life: 'an earlier life' };
export const ELSEWHERE: ProcessIdentity = { machine: 'another machine', pid: 1, life: 'elsewhere' };

/** A data directory with two organizations, and a clock that stands still. */
export class QueueBench {
  now = Date.parse('2026-11-23T10:00:00Z');

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

  readonly clock = () => new Date(this.now);

  queue(process = thisProcess): StoredScanQueue {
    return StoredScanQueue.as({ process, now: () => this.now }, this.dataSource, this.clock);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await rm(this.folder, { recursive: true });
  }
}

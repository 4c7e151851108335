import type { ScanJobEntity } from '../storage/entities/scan-job.entity.js';

/** A scan that was asked for, as it may be shown. */
export type ScanJob = Omit<ScanJobEntity, 'claim' | 'runsIn'>;

export function shownJob(row: ScanJobEntity): ScanJob {
  const { claim: _claim, runsIn: _runsIn, ...job } = row;
  return job;
}

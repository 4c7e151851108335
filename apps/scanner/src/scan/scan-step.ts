import type { ReadProgress } from '#connectors/contract/connector.js';

/** What a scan is at, for people who wait. Names of tools, resources and files, and counts; never what is read (law 1). */
export type ScanStep = ReadStep | WaitStep | StoreStep;

export interface ReadStep extends ReadProgress {
  readonly step?: 'reading';
  /** The policy's name for what is read over the network; absent: exports. */
  readonly system?: string;
}

/** Nothing moves until the vendor, or another scan, lets it. */
export interface WaitStep {
  readonly step: 'waiting';
  readonly system?: string;
  /** "another scan of HubSpot to end", after "waiting for". */
  readonly waitingFor: string;
  /** ISO 8601; null: nobody knows. */
  readonly until: string | null;
}

/** All is read; it is judged and stored. */
export interface StoreStep {
  readonly step: 'storing';
}

import { z } from 'zod';
import type { LogMemory } from '../contract/vendor-access.js';
import { AppLogMemory } from './app-log-memory.js';

const Kept = z.object({
  version: z.literal(1),
  /** Null until the log was read to its end for the first time. */
  apps: AppLogMemory.nullable(),
  /** Ids of the files that outsiders could open. */
  files: z.array(z.string()),
  /** The Workspace's own domains. */
  domains: z.array(z.string()),
});
type Kept = z.output<typeof Kept>;

const NOTHING: Kept = { version: 1, apps: null, files: [], domains: [] };

/** What earlier scans of this account learned. What could not be read this time is remembered as it was. */
export class GoogleMemory {
  private next: Partial<Kept> = {};
  private readonly before: Kept;

  constructor(private readonly memory: LogMemory) {
    const kept = Kept.safeParse(memory.before);
    this.before = kept.success ? kept.data : NOTHING;
  }

  get apps(): AppLogMemory | null {
    return this.before.apps;
  }

  get sharedFiles(): ReadonlySet<string> {
    return new Set(this.before.files);
  }

  get ownDomains(): readonly string[] {
    return this.before.domains;
  }

  learn(learned: Partial<Omit<Kept, 'version'>>): void {
    this.next = { ...this.next, ...learned };
  }

  /** Call once, at the end. */
  keep(): void {
    this.memory.keep({ ...this.before, ...this.next });
  }
}

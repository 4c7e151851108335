import { z } from 'zod';
import type { LogMemory } from '../contract/vendor-access.js';

/** Last logins, by lower-case address or user id, as YYYY-MM-DD. Staff, not customers (law 1). */
const Logins = z.record(z.string(), z.string());

const Grant = z.object({ kind: z.string(), id: z.string(), name: z.string(), lastSeen: z.string() });
/** Access that was given and not taken back, as far as the log told. */
export type Grant = z.infer<typeof Grant>;

const Security = z.object({
  /** Up to this instant the log was read, ISO 8601. */
  readUntil: z.string(),
  /** The first day that was read of the log, YYYY-MM-DD; null: it held nothing. */
  since: z.string().nullable(),
  grants: z.array(Grant),
});
export type SecurityMemory = z.infer<typeof Security>;

const Memory = z.object({
  logins: Logins.nullable().catch(null),
  security: Security.nullable().catch(null),
});
type Memory = z.infer<typeof Memory>;

/** What HubSpot's two logs told in earlier scans. */
export class HubspotMemory {
  private memory: Memory;

  constructor(private readonly log: LogMemory) {
    this.memory = Memory.catch({ logins: null, security: null }).parse(log.before);
  }

  /** Null: the log was never read. */
  get logins(): Readonly<Record<string, string>> | null {
    return this.memory.logins;
  }

  get security(): SecurityMemory | null {
    return this.memory.security;
  }

  /** Kept with what is remembered of the other log. */
  keep(told: Partial<Memory>): void {
    this.memory = { ...this.memory, ...told };
    this.log.keep(this.memory);
  }
}

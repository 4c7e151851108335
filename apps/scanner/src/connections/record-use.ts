import type { EntityManager } from 'typeorm';
import type { Refusal } from '#connectors/contract/refusal.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { ConnectionEntity } from '../storage/entities/connection.entity.js';
import { working } from './health.js';

/** What a scan learned of a connection it read with. */
export interface Use {
  readonly id: string;
  readonly at: string;
  /** The vendor's id of the account, where it was told. */
  readonly account: string | null;
  /** Why the account as a whole could not be read; null: it could. */
  readonly refusal: Refusal | null;
  /** Where to read on in the logs; null: as before. Wrapped, so that "nothing to remember" can be told. */
  readonly memory: { readonly next: unknown } | null;
}

/** Stores that with the scan, in its transaction: logs are read on from a scan that was kept, and from no other. */
export async function recordUse(
  manager: EntityManager,
  organization: string,
  { id, at, account, refusal, memory }: Use,
): Promise<void> {
  const records = new OrganizationRecords(manager, organization);
  const row = await records.first(ConnectionEntity, { where: { id } });
  if (row === null) return;
  // A lost login was recorded when it was lost, with better words.
  const isLost = row.health.state === 'reconnect needed' && refusal !== null;
  const failed = refusal !== null && !isLost && refusal.actor === 'user';
  const message = `Not read: ${refusal?.reason ?? ''}.`;
  const problem = failed ? ({ message, step: refusal.step, of: 'reading' } as const) : null;
  await records.update(
    ConnectionEntity,
    { id },
    {
      lastUsedAt: at,
      ...(row.account === null && account !== null && { account }),
      ...(memory !== null && { logMemory: memory.next as object }),
      ...(problem !== null && { health: { ...row.health, state: 'help needed', problem } }),
      ...(refusal === null && { health: working(row.health) }),
    },
  );
}

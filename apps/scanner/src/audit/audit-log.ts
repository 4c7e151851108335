import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ErrorDetails } from '#connectors/contract/error.js';
import { CLOCK, type Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { AuditEntryEntity } from '../storage/entities/audit-entry.entity.js';

/** Who did it: a person, an API token, or whoever has the machine (the command line, the schedule). */
export interface AuditActor {
  readonly kind: 'person' | 'token' | 'machine';
  readonly id: string;
  /** As people know it: the e-mail address, the name of the token. */
  readonly name: string;
}

export const MACHINE: AuditActor = { kind: 'machine', id: '', name: 'this computer' };

export interface AuditRecord {
  readonly organization: string;
  readonly actor: AuditActor;
  /** What was done, in words of ours that never change: `person.invited`, `finding.acknowledged` ... */
  readonly action: string;
  /** What it was done to: an id or a name of ours; never a customer's value or a secret. */
  readonly target: string;
  readonly details?: ErrorDetails;
}

/** Who did what, and when. Entries are added, and never changed. */
@Injectable()
export class AuditLog {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Stores an entry with what it is about: hand in the manager of the transaction that makes the change. */
  async record(manager: EntityManager, record: AuditRecord): Promise<void> {
    const { organization, ...entry } = record;
    const records = new OrganizationRecords(manager, organization);
    await addAuditEntry(records, { ...entry, at: this.clock().toISOString() });
  }
}

/** Stores an entry. `at`: the instant, ISO 8601, UTC. */
export async function addAuditEntry(
  records: OrganizationRecords,
  entry: Omit<AuditRecord, 'organization'> & { readonly at: string },
): Promise<void> {
  const { at, actor, action, target, details = {} } = entry;
  const { kind: actorKind, id: actorId, name: actorName } = actor;
  await records.insert(AuditEntryEntity, [{ at, actorKind, actorId, actorName, action, target, details }]);
}

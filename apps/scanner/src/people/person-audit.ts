import type { EntityManager } from 'typeorm';
import type { AuditActor, AuditLog } from '../audit/audit-log.js';
import { membershipsOf, type Person } from './persons.js';

/** A person as the one who did it. */
export function actorOf({ id, email }: Person): AuditActor {
  return { kind: 'person', id, name: email };
}

/** Records what was done to a person in every organization she is in. Needs a transaction. */
export async function recordForPerson(
  manager: EntityManager,
  audit: AuditLog,
  person: Person,
  done: { readonly action: string; readonly actor?: AuditActor },
): Promise<void> {
  for (const { organization } of await membershipsOf(manager, person.id)) {
    const actor = done.actor ?? actorOf(person);
    await audit.record(manager, { organization, actor, action: done.action, target: person.email });
  }
}

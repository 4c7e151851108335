import type { EntityManager } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import { InvitationEntity } from '../storage/entities/invitation.entity.js';
import { MembershipEntity } from '../storage/entities/membership.entity.js';
import { actorOf } from './person-audit.js';
import { addMembership, type Person } from './persons.js';

/** Uses an invitation up. Who is a member already stays what she is. Needs a transaction. */
export async function acceptInvitation(
  manager: EntityManager,
  audit: AuditLog,
  {
    invitation: { organization, id, role, madeBy },
    person,
    now,
  }: { readonly invitation: InvitationEntity; readonly person: Person; readonly now: Date },
): Promise<void> {
  await manager.delete(InvitationEntity, { organization, id });
  if (await manager.existsBy(MembershipEntity, { organization, person: person.id })) return;
  await addMembership(manager, { organization, person: person.id, role }, now);
  await audit.record(manager, {
    organization,
    actor: actorOf(person),
    action: 'invitation accepted',
    target: person.email,
    details: { role, invitedBy: madeBy },
  });
}

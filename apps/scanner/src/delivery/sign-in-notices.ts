import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../clock.js';
import { membershipsOf, type Person } from '../people/persons.js';
import type { SignInChange, TellOfChange } from '../people/sign-in-change.js';
import type { ServiceLog } from '../service/service-log.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import type { MailMeans } from './mail-means.js';
import { type ComposedMail, Outbox } from './outbox.js';
import { membersWith } from './recipients.js';
import { signInNotice } from './sign-in-notice.js';

export interface NoticeMeans {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly mail: Pick<MailMeans, 'from' | 'way'>;
  readonly log: Pick<ServiceLog, 'failure'>;
}

/**
 * Tells people by mail that their sign-in was changed, where a mail server is set: a file in the data directory would tell
 * nobody. The mail is one of an organization that the person is in.
 */
export function signInNotices(means: NoticeMeans): TellOfChange {
  const outbox = new Outbox(means.dataSource, means.clock);
  return async (manager, person, change) => {
    if (means.mail.way !== 'smtp') return;
    const [membership] = await membershipsOf(manager, person.id);
    if (membership === undefined) return;
    const { organization } = membership;
    const mail = await composed(means, manager, { organization, person, change });
    if (mail !== null) await outbox.add(manager, organization, mail);
  };
}

/** Null if it could not be written, which is no reason to keep an old password. */
async function composed(
  { clock, mail, log }: NoticeMeans,
  manager: EntityManager,
  {
    organization,
    person,
    change,
  }: { readonly organization: string; readonly person: Person; readonly change: SignInChange },
): Promise<ComposedMail | null> {
  try {
    // Loaded with the first mail: the service starts without.
    const { mailTo } = await import('./mail-to.js');
    const { id } = await manager.findOneByOrFail(OrganizationEntity, { name: organization });
    const now = clock();
    const owners = await otherOwners(manager, person);
    return await mailTo(person.email, signInNotice({ person, change, owners, now }), {
      organizationId: id,
      kind: 'notice',
      occasion: `sign-in ${randomUUID()}`,
      scan: null,
      from: mail.from,
      publicUrl: null,
      now,
    });
  } catch (error) {
    log.failure(error);
    return null;
  }
}

/** Whom she can turn to: who owns everything that she is in makes her a link to a new password. */
async function otherOwners(manager: EntityManager, { id, email }: Person): Promise<readonly string[]> {
  const organizations = (await membershipsOf(manager, id)).map(({ organization }) => organization);
  const owners = await Promise.all(organizations.map((one) => membersWith(manager, one, ['owner'])));
  const [first = [], ...others] = owners;
  return first.filter((one) => one !== email && others.every((some) => some.includes(one))).toSorted();
}

import { type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { PersonLinkEntity } from '../storage/entities/person-link.entity.js';
import { writeRows } from '../storage/write-rows.js';
import { digestOf, newCarriedSecret } from './carried-secret.js';
import type { LinkPurpose } from './link-purpose.js';
import { RefusedError } from './refused-error.js';

const GOOD_FOR_MS = 24 * 3_600_000;
/** It opens everything at once, and is made by who sits before the browser. */
const SIGN_IN_GOOD_FOR_MS = 15 * 60_000;

/** A link that is good once. */
export interface MadeLink {
  /** What stands in it. */
  readonly carried: Secret;
  readonly endsAt: string;
}

/** Makes a link in place of the ones before it for the same person (null: the first owner). Needs a transaction. */
export async function makeLink(
  manager: EntityManager,
  { purpose, person }: { readonly purpose: LinkPurpose; readonly person: string | null },
  now: Date,
): Promise<MadeLink> {
  await forgetLinks(manager, person);
  const carried = newCarriedSecret();
  const goodForMs = purpose === 'sign in' ? SIGN_IN_GOOD_FOR_MS : GOOD_FOR_MS;
  const endsAt = new Date(now.getTime() + goodForMs).toISOString();
  const row = { digest: digestOf(carried), purpose, person, madeAt: now.toISOString(), endsAt };
  await writeRows(manager, PersonLinkEntity, [row], 'fail');
  return { carried, endsAt };
}

/** Uses a link up. Needs a transaction: if what it is for fails, it stays good. @throws RefusedError */
export async function takeLink(
  manager: EntityManager,
  carried: Secret,
  purposes: readonly LinkPurpose[],
  now: Date,
): Promise<PersonLinkEntity> {
  await manager.delete(PersonLinkEntity, { endsAt: LessThanOrEqual(now.toISOString()) });
  const link = await manager.findOneBy(PersonLinkEntity, { digest: digestOf(carried) });
  if (link === null || !purposes.includes(link.purpose)) throw linkIsOver();
  await manager.delete(PersonLinkEntity, { digest: link.digest });
  return link;
}

export async function forgetLinks(manager: EntityManager, person: string | null): Promise<void> {
  await manager.delete(PersonLinkEntity, { person: person ?? IsNull() });
}

export function linkIsOver(): RefusedError {
  return new RefusedError(
    'not there',
    'That link is not good any more: it was used, taken back, or is too old.',
    'Ask whoever gave it to you for a new one.',
  );
}

import { randomUUID } from 'node:crypto';
import { type EntityManager, LessThanOrEqual, Not } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { SessionEntity } from '../storage/entities/session.entity.js';
import { writeRows } from '../storage/write-rows.js';
import { digestOf, newCarriedSecret } from './carried-secret.js';
import { notThere } from './refused-error.js';
import type { WayToSignIn } from './way-to-sign-in.js';

/** ASVS 3.3.2: a session ends after half an hour without use, and after twelve hours in any case. */
export const SESSION_IDLE_MS = 30 * 60_000;
export const SESSION_MS = 12 * 3_600_000;

/** Noting each use would write to the disk at each request. */
const NOTED_EVERY_MS = 60_000;

const LONGEST_BROWSER = 120;

/** Something that is done in a session soon after a sign-in needs no password again. */
const FRESH_MS = 10 * 60_000;

export type Session = SessionEntity;

/** Begins a session; gives what the browser is to carry. Never takes over one that was there before (fixation). Needs a transaction. */
export async function beginSession(
  manager: EntityManager,
  session: { readonly person: string; readonly way: WayToSignIn; readonly browser: string },
  now: Date,
): Promise<Secret> {
  const carried = newCarriedSecret();
  const at = now.toISOString();
  await manager.delete(SessionEntity, { endsAt: LessThanOrEqual(at) });
  const row = {
    digest: digestOf(carried),
    id: randomUUID(),
    person: session.person,
    way: session.way,
    browser: session.browser.replaceAll(/\p{C}/gu, '').slice(0, LONGEST_BROWSER),
    begunAt: at,
    usedAt: at,
    endsAt: after(now, SESSION_MS),
  };
  await writeRows(manager, SessionEntity, [row], 'fail');
  return carried;
}

/** The session that a browser carries, and notes its use; null if it ended or never was. */
export async function useSession(
  manager: EntityManager,
  carried: Secret,
  now: Date,
): Promise<Session | null> {
  const digest = digestOf(carried);
  const session = await manager.findOneBy(SessionEntity, { digest });
  if (session === null) return null;
  if (isOver(session, now)) {
    await manager.delete(SessionEntity, { digest });
    return null;
  }
  if (session.usedAt <= after(now, -NOTED_EVERY_MS))
    await manager.update(SessionEntity, { digest }, { usedAt: now.toISOString() });
  return session;
}

/** Whether she signed in a moment ago. */
export function isFresh({ begunAt }: Session, now: Date): boolean {
  return begunAt > after(now, -FRESH_MS);
}

/** Every session of a person that still runs, the last used first. */
export async function sessionsOf(
  manager: EntityManager,
  person: string,
  now: Date,
): Promise<readonly Session[]> {
  const sessions = await manager.find(SessionEntity, {
    where: { person },
    order: { usedAt: 'DESC', id: 'ASC' },
  });
  return sessions.filter((session) => !isOver(session, now));
}

/** Ends one of a person's own sessions. @throws RefusedError if it is none of hers */
export async function endSession(manager: EntityManager, person: string, id: string): Promise<void> {
  if (!(await manager.existsBy(SessionEntity, { person, id }))) throw notThere();
  await manager.delete(SessionEntity, { person, id });
}

/** Ends the session that a browser carries, if there is one. */
export async function endCarriedSession(manager: EntityManager, carried: Secret): Promise<void> {
  await manager.delete(SessionEntity, { digest: digestOf(carried) });
}

/** Ends all of a person's sessions; `except`: the id of the one that stays. */
export async function endSessions(manager: EntityManager, person: string, except?: string): Promise<void> {
  await manager.delete(SessionEntity, {
    person,
    ...(except !== undefined && { id: Not(except) }),
  });
}

function isOver({ usedAt, endsAt }: Session, now: Date): boolean {
  return endsAt <= now.toISOString() || usedAt <= after(now, -SESSION_IDLE_MS);
}

function after(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}

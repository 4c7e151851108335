import { type EntityManager, In } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { KnownDeviceEntity } from '../storage/entities/known-device.entity.js';
import { writeRows } from '../storage/write-rows.js';
import { digestOf } from './carried-secret.js';

const MOST_DEVICES = 10;

/** The digest of a browser in which this person has signed in before; null for any other. */
export async function knownDevice(
  manager: EntityManager,
  person: string,
  carried: Secret | null,
): Promise<string | null> {
  if (carried === null) return null;
  const digest = digestOf(carried);
  return (await manager.existsBy(KnownDeviceEntity, { person, digest })) ? digest : null;
}

/** Remembers a browser; of too many, those that were not used for longest are forgotten. Needs a transaction. */
export async function rememberDevice(
  manager: EntityManager,
  person: string,
  carried: Secret,
  now: Date,
): Promise<void> {
  const row = { person, digest: digestOf(carried), usedAt: now.toISOString() };
  await writeRows(manager, KnownDeviceEntity, [row], 'overwrite');
  const devices = await manager.find(KnownDeviceEntity, {
    where: { person },
    order: { usedAt: 'DESC', digest: 'ASC' },
  });
  const old = devices.slice(MOST_DEVICES).map(({ digest }) => digest);
  if (old.length > 0) await manager.delete(KnownDeviceEntity, { person, digest: In(old) });
}

export async function forgetDevices(manager: EntityManager, person: string): Promise<void> {
  await manager.delete(KnownDeviceEntity, { person });
}

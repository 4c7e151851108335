import type { EntityManager } from 'typeorm';
import type { Vault } from '../connections/vault.js';
import { PersonSecretEntity } from '../storage/entities/person-secret.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { RecoveryCodeEntity } from '../storage/entities/recovery-code.entity.js';
import { stepOfCode } from './one-time-code.js';
import type { Person } from './persons.js';
import { useRecoveryCode } from './recovery-codes.js';

/**
 * Whether a code is the one of now, or a recovery code; either is used up by it. A code that was taken, and those before
 * it, are not taken again. Needs a transaction that is stored.
 */
export async function takeCode(
  manager: EntityManager,
  vault: Vault,
  { id, lastCodeStep }: Person,
  { code, now }: { readonly code: string; readonly now: Date },
): Promise<boolean> {
  const digits = code.replaceAll(/\s/gu, '');
  if (!/^\d{6}$/u.test(digits)) return useRecoveryCode(manager, id, code);
  const secret = await vault.openForPerson(manager, { person: id, name: 'second step' });
  const step = secret === null ? null : stepOfCode(secret, digits, now);
  if (step === null || step <= lastCodeStep) return false;
  await manager.update(PersonEntity, { id }, { lastCodeStep: step });
  return true;
}

/** Takes the second step off. Needs a transaction. */
export async function dropSecondStep(manager: EntityManager, person: string): Promise<void> {
  await manager.delete(PersonSecretEntity, { person });
  await manager.delete(RecoveryCodeEntity, { person });
  await manager.update(PersonEntity, { id: person }, { secondStepSince: null });
}

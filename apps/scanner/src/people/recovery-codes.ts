import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Secret } from '#connectors/kit/secret.js';
import { RecoveryCodeEntity } from '../storage/entities/recovery-code.entity.js';
import { writeRows } from '../storage/write-rows.js';
import { digestOf } from './carried-secret.js';

const COUNT = 10;
const BYTES = 10;
/** Crockford's: no letter that is taken for a digit. 32 of them: five bits each. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes ten codes in place of those before. Needs a transaction. They are shown once. */
export async function renewRecoveryCodes(manager: EntityManager, person: string): Promise<readonly Secret[]> {
  await manager.delete(RecoveryCodeEntity, { person });
  const codes = Array.from({ length: COUNT }, newCode);
  const rows = codes.map((code) => ({ person, digest: digestOf(code) }));
  await writeRows(manager, RecoveryCodeEntity, rows, 'fail');
  return codes.map(forReading);
}

/** Uses a code up; false if it is none of hers, or was used. Needs a transaction. */
export async function useRecoveryCode(
  manager: EntityManager,
  person: string,
  typed: string,
): Promise<boolean> {
  const code = new Secret(typed.toLowerCase().replaceAll(/[\s-]/gu, ''));
  const used = { person, digest: digestOf(code) };
  if (!(await manager.existsBy(RecoveryCodeEntity, used))) return false;
  await manager.delete(RecoveryCodeEntity, used);
  return true;
}

/** 80 random bits in sixteen letters. */
function newCode(): Secret {
  let bits = BigInt(`0x${randomBytes(BYTES).toString('hex')}`);
  let text = '';
  for (let letter = 0; letter < (BYTES * 8) / 5; letter += 1) {
    text += LETTERS[Number(bits & 31n)] ?? '';
    bits >>= 5n;
  }
  return new Secret(text);
}

function forReading(code: Secret): Secret {
  return new Secret(code.reveal().replaceAll(/(.{4})(?=.)/gu, '$1-'));
}

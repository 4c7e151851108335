import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserActionError } from '#connectors/contract/error.js';
import { storageError } from './storage-error.js';

const FILE = 'service.pid';

/**
 * Marks a data directory as that of a running service; gives what takes the mark away. Commands may work beside it, a
 * second service and a restore may not.
 * @throws UserActionError while another service runs there
 */
export function markInUse(dataDirectory: string): () => void {
  const file = path.join(dataDirectory, FILE);
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    // Twice: what a killed service left behind is taken away once.
    for (const attempt of [1, 2]) {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (!hasCode(error, 'EEXIST') || attempt === 2) throw error;
        refuseInUse(dataDirectory);
        rmSync(file, { force: true });
      }
    }
  } catch (error) {
    throw storageError(error);
  }
  return () => undefined;
}

/** @throws UserActionError while a service runs on that data directory */
export function refuseInUse(dataDirectory: string): void {
  const pid = holderOf(path.join(dataDirectory, FILE));
  if (pid === null || pid === process.pid || !isAlive(pid)) return;
  throw new UserActionError({
    message: 'A Plumbline service is running on this data directory.',
    step: 'Stop it first, or choose another data directory.',
    details: { process: pid },
  });
}

function holderOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one too.
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === code;
}

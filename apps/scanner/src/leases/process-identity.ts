import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

/** A process, as others can tell whether it is still there. */
export interface ProcessIdentity {
  /** Where its number means something. */
  readonly machine: string;
  readonly pid: number;
  /** Tells it from an earlier process of the same number. */
  readonly life: string;
}

/** This process, for as long as it lives. */
export const thisProcess: ProcessIdentity = { machine: machineName(), pid: process.pid, life: randomUUID() };

/** Whether a process is known to have ended; of one on another machine nothing is known. */
export function isKnownDead({ machine, pid, life }: ProcessIdentity, seenFrom = thisProcess): boolean {
  if (machine !== seenFrom.machine) return false;
  if (pid === seenFrom.pid) return life !== seenFrom.life;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ESRCH';
  }
}

/** A name for who holds something in this process, that others can tell the process from. */
export function holderName(): string {
  return JSON.stringify({ ...thisProcess, holding: randomUUID() });
}

const Holder = z.object({ machine: z.string(), pid: z.int(), life: z.string() });

/** Whether the process of a `holderName` is known to have ended; never of a name of another kind. */
export function isHolderKnownDead(name: string): boolean {
  try {
    return isKnownDead(Holder.parse(JSON.parse(name)));
  } catch {
    return false;
  }
}

/** In a container the same number is another process than outside. */
function machineName(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { holderName, isHolderKnownDead, isKnownDead, thisProcess } from './process-identity.js';

/** The number of a process that has just ended. */
function endedPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('whether a process is known to have ended', () => {
  it('is told by its number on the same machine, and by its life where the number is ours', () => {
    expect(isKnownDead(thisProcess)).toBe(false);
    expect(isKnownDead({ ...thisProcess, life: 'an earlier one' })).toBe(true);
    expect(isKnownDead({ ...thisProcess, pid: process.ppid, life: 'another' })).toBe(false);
    const pid = endedPid();
    expect(isKnownDead({ ...thisProcess, pid })).toBe(true);
    expect(isKnownDead({ ...thisProcess, pid, machine: 'another machine' })).toBe(false);
  });

  it('is told of a name that was stored, and of no other text', () => {
    const name = holderName();
    expect(name).not.toBe(holderName());
    expect(isHolderKnownDead(name)).toBe(false);
    expect(isHolderKnownDead(name.replace(thisProcess.life, 'an earlier one'))).toBe(true);
    for (const other of ['', 'c0ffee', '{}', 'null']) expect(isHolderKnownDead(other)).toBe(false);
  });
});

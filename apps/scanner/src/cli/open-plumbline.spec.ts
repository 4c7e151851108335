import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectionsCommand } from './connections.command.js';
import { withFindings, withPlumbline } from './open-plumbline.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-open-'));
});
afterEach(async () => rm(folder, { recursive: true }));

describe('a command about earlier findings', () => {
  it('makes no data directory where there is none', async () => {
    const mistyped = path.join(folder, 'dta');
    await expect(withFindings(mistyped, async () => 'opened')).rejects.toMatchObject({
      message: 'Nothing has been scanned in this data directory yet.',
      details: { folder: mistyped },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says of one it may not look into that it can not be read, and not that nothing is there', async () => {
    // A link to itself can be read by nobody, root included.
    const closed = path.join(folder, 'closed');
    await symlink(closed, closed);
    const unreadable = { actor: 'user', message: 'The data directory can not be read.' };
    await expect(withFindings(closed, async () => 'opened')).rejects.toMatchObject(unreadable);
    const connections = connectionsCommand().parseAsync(['--data-dir', closed], { from: 'user' });
    await expect(connections).rejects.toMatchObject(unreadable);
  });

  it('opens the one that an earlier scan made', async () => {
    const data = path.join(folder, 'data');
    await withPlumbline(data, async () => undefined);
    expect(await withFindings(data, async () => 'opened')).toBe('opened');
  });
});

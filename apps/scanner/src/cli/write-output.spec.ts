import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { writeOutput } from './write-output.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-output-'));
});
afterEach(async () => rm(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

describe('a report in a file', () => {
  it('takes the place of the last one, and leaves nothing beside it', async () => {
    await writeOutput('one', at('report.txt'));
    await writeOutput('two\n', at('report.txt'));
    expect(await readFile(at('report.txt'), 'utf8')).toBe('two\n');
    expect(await readdir(folder)).toEqual(['report.txt']);
  });

  it('goes into the file behind a link, and the link stays', async () => {
    await writeFile(at('real.txt'), 'old');
    await symlink(at('real.txt'), at('link.txt'));
    await writeOutput('new', at('link.txt'));
    expect(await readFile(at('real.txt'), 'utf8')).toBe('new\n');
    expect((await lstat(at('link.txt'))).isSymbolicLink()).toBe(true);
  });

  it('goes into a device, which is not replaced by a file', async () => {
    await symlink('/dev/null', at('null'));
    await writeOutput('nobody reads this', at('null'));
    expect((await lstat(at('null'))).isSymbolicLink()).toBe(true);
    expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('says so where it can not be written, and leaves nothing behind', async () => {
    await mkdir(at('folder'));
    for (const file of [at('folder'), at('no such folder/report.txt')]) {
      await expect(writeOutput('text', file)).rejects.toMatchObject({
        actor: 'user',
        message: `Nothing could be written to ${file}.`,
      });
    }
    expect(await readdir(folder)).toEqual(['folder']);
  });
});

describe('a report on standard output', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** What the stream says of the one thing that is written to it. */
  function afterWriting(error: NodeJS.ErrnoException | null): void {
    const write = (_: unknown, done: unknown) => {
      if (typeof done === 'function') done(error);
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(write);
  }

  it('that nobody reads to its end is no failure', async () => {
    afterWriting(null);
    await expect(writeOutput('text', undefined)).resolves.toBeUndefined();
    afterWriting(Object.assign(new Error('broken pipe'), { code: 'EPIPE' }));
    await expect(writeOutput('text', undefined)).resolves.toBeUndefined();
  });

  it('is a failure where the disk is full', async () => {
    afterWriting(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    await expect(writeOutput('text', undefined)).rejects.toMatchObject({
      actor: 'user',
      details: { code: 'ENOSPC' },
    });
  });
});

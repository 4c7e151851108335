import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { commitInProcess } from './processes.js';
import { storedState } from './stored-state.js';

const SIZE = 200;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-at-once-'));
});
afterEach(async () => rm(folder, { recursive: true }));

it('processes that start at once on an empty data directory make one database and one history (law 6)', async () => {
  const alone = path.join(folder, 'alone');
  await commitInProcess(alone, SIZE);
  const together = path.join(folder, 'together');
  const commits = await Promise.all([1, 2, 3, 4].map(async () => commitInProcess(together, SIZE)));
  expect(commits.map(({ code, stderr }) => [code, stderr])).toEqual(Array.from({ length: 4 }, () => [0, '']));
  expect(storedState(together)).toEqual({ ...storedState(alone), scans: 4 });
}, 30_000);

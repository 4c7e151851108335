import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Ledger } from '#scanner/findings/ledger.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { Moments, say } from './moments.js';
import { commitInProcess } from './processes.js';
import { storedState } from './stored-state.js';
import { firstScan } from './two-scans.js';

const SIZE = 1000;
const ROUNDS = 6;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-crash-'));
});
afterEach(async () => rm(folder, { recursive: true }));

it(`a commit that is killed leaves all of it or nothing (seed ${Moments.seed})`, async () => {
  const first = path.join(folder, 'first');
  const dataSource = await openDataSource(first);
  await new Ledger(dataSource).commitScan(firstScan(SIZE));
  await dataSource.destroy();
  const before = storedState(first);
  const undisturbed = path.join(folder, 'undisturbed');
  await cp(first, undisturbed, { recursive: true });
  const { took } = await commitInProcess(undisturbed, SIZE);
  const after = storedState(undisturbed);

  const moments = new Moments(1);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const killed = path.join(folder, `killed ${round}`);
    await cp(first, killed, { recursive: true });
    const moment = moments.within(took);
    const { signal } = await commitInProcess(killed, SIZE, moment);
    const left = storedState(killed);
    say(`committing ${round}: killed after ${moment} of ${Math.round(took)} ms (${signal ?? 'too late'})`);
    expect(left).toEqual(left.scans === 1 ? before : after);
    await rm(killed, { recursive: true });
  }
});

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Ledger } from '#scanner/findings/ledger.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { commitInProcess } from './processes.js';
import { storedState } from './stored-state.js';
import { firstScan } from './two-scans.js';

const SIZE = 1000;
const ROUNDS = 20;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-killed-'));
});
afterEach(async () => rm(folder, { recursive: true }));

/** The fractional parts of multiples of the golden ratio: spread evenly over the whole commit, the same every time. */
function moment(round: number): number {
  return (round * 0.618_033_988_75) % 1;
}

it('a commit killed at any moment leaves all of it or nothing, and run again leaves what one undisturbed leaves', async () => {
  const first = path.join(folder, 'first');
  const dataSource = await openDataSource(first);
  await new Ledger(dataSource).commitScan(firstScan(SIZE));
  await dataSource.destroy();
  const before = storedState(first);

  const undisturbed = path.join(folder, 'undisturbed');
  await cp(first, undisturbed, { recursive: true });
  const { took } = await commitInProcess(undisturbed, SIZE);
  const after = storedState(undisturbed);
  expect(after).toMatchObject({ integrity: 'ok', brokenReferences: [], scans: 2 });

  const seen = { nothing: 0, all: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const killed = path.join(folder, `killed ${round}`);
    await cp(first, killed, { recursive: true });
    await commitInProcess(killed, SIZE, took * 1.1 * moment(round));
    const left = storedState(killed);
    expect(left).toEqual(left.scans === 1 ? before : after);
    seen[left.scans === 1 ? 'nothing' : 'all'] += 1;

    expect(await commitInProcess(killed, SIZE)).toMatchObject({ code: 0, stderr: '' });
    expect(storedState(killed)).toEqual({ ...after, scans: left.scans + 1 });
    await rm(killed, { recursive: true });
  }
  // A test whose kills all come too late proves nothing.
  expect(seen.nothing).toBeGreaterThan(ROUNDS / 2);
}, 120_000);

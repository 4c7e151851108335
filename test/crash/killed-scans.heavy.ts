import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { bakeryIn, historyIn, scan, scanArguments } from '../support/bakery-scan.js';
import { inTemporaryFolder } from '../support/plumbline.js';

const ROUNDS = 20;
const MAIN = path.resolve('dist/apps/scanner/src/cli/main.js');

/** Runs a scan and kills it, as a power cut would, after some time in ms. */
function scanKilledAfter(folder: string, delay: number): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...scanArguments()], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), delay);
    child.once('error', reject);
    child.once('close', (_, signal) => {
      clearTimeout(timer);
      resolve(signal);
    });
  });
}

/** A small generator with a fixed seed, so that a red run can be repeated. */
function* delays(seed: number, longest: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield Math.round((state / 0xffff_ffff) * longest);
  }
}

it('a scan killed at any moment and run again leaves the history of one undisturbed scan', async () => {
  await inTemporaryFolder(async (undisturbed) => {
    await bakeryIn(undisturbed);
    const before = performance.now();
    await scan(undisturbed);
    const whole = performance.now() - before;
    const expected = await historyIn(undisturbed);
    const moments = delays(20_261_124, whole);
    let killed = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const delay = moments.next().value as number;
      await inTemporaryFolder(async (folder) => {
        for (const part of ['exports', 'policy.yaml', 'policy.example.erasures.csv']) {
          await cp(path.join(undisturbed, part), path.join(folder, part), { recursive: true });
        }
        if ((await scanKilledAfter(folder, delay)) === 'SIGKILL') killed += 1;
        await scan(folder);
        expect({ delay, history: await historyIn(folder) }).toEqual({ delay, history: expected });
      });
    }
    // A test whose kills all come too late proves nothing.
    expect(killed).toBeGreaterThan(ROUNDS / 4);
  });
});

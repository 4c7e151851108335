import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The program as npm's scripts start it. */
export const LAUNCHER = fileURLToPath(new URL('../../config/launcher/plumbline.js', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `plumbline` as a person would; `isShown`: straight to the screen, else what it printed is given back. */
export function plumblineCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  isShown: boolean,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [LAUNCHER, ...args], {
      stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
      env: { ...process.env, ...environment },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import type { Vendors } from '../vendors/start-vendors.js';
import { connectedTools } from './connected-tools.js';
import { plumblineCommand } from './plumbline-command.js';

/** The example never turns with the calendar. */
export const AS_OF = '2026-11-23';
export const NOON = `${AS_OF}T12:00:00Z`;
/** As many customers as the example's exports have: the same bakery, told in two ways. */
export const CUSTOMERS = 2_000;
export const POLICY = path.join('config', 'policy.example.yaml');

/** The bakery, scanned once over its simulated tools. */
export interface ScannedBakery {
  readonly exportsFolder: string;
  /** What a command or the service needs to find the simulated tools and their time. */
  readonly environment: Readonly<Record<string, string>>;
  /** Of the scan: 1, because the bakery has drifted on purpose. */
  readonly code: number | null;
}

/** Connects every tool and scans, in an empty folder; `say` is told what was done, and the report goes to the screen if `shown`. */
export async function scanBakery(
  folder: string,
  vendors: Vendors,
  { say, shown }: { readonly say: (line: string) => void; readonly shown: boolean },
): Promise<ScannedBakery> {
  const exportsFolder = path.join(folder, 'exports');
  const environment = {
    ...vendors.environment,
    PLUMBLINE_SIMULATE_NOW: NOON,
    // One clock for every command and for the service: what was scanned is never in somebody's future.
    PLUMBLINE_SIMULATE_SINCE: new Date().toISOString(),
  };
  const data = ['--data-dir', folder];
  // Every demo starts like the first one.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeExampleBakery(exportsFolder, { asOf: AS_OF });
  for (const { tool, title, way, answers, exportsFolder: of, stillNeeded } of connectedTools(vendors)) {
    for (const file of await readdir(path.join(exportsFolder, of)))
      if (!stillNeeded.includes(file)) await rm(path.join(exportsFolder, of, file));
    const args = ['connect', tool, '--way', way, '--policy', POLICY, ...data];
    const { code, output } = await plumblineCommand(args, { ...environment, ...answers }, false);
    if (code !== 0) throw new Error(`${title} could not be connected:\n${output}`);
    say(`  ${title}: logged in, read-only, to a simulated ${title} on this computer\n`);
  }
  say('  Who can log in to QuickBooks, the team list of Mailchimp, the catering sheets: read from files\n\n');
  const scan = ['scan', '--policy', POLICY, '--exports', exportsFolder, '--as-of', AS_OF, ...data];
  const { code } = await plumblineCommand(scan, environment, shown);
  return { exportsFolder, environment, code };
}

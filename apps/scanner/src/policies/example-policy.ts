import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { installationRoot } from '../installation-root.js';

/** The day for which the example's policy was written. */
const WRITTEN_FOR = '2026-11-23';
const DAY_MS = 86_400_000;
const DAY = /\b20\d\d-\d\d-\d\d\b/gu;
const NAME = /^organization: .*$/mu;

/** Where the example's policy and its list of deletion requests are. */
export const exampleFolder = (): string => path.join(installationRoot(), 'config');

/** The list that the example's policy names. */
export const EXAMPLE_ERASURES = 'policy.example.erasures.csv';

/** The policy of the example bakery for an organization of that name, its dates as far from `day` as they were from its own. */
export async function examplePolicy(organization: string, day: string): Promise<string> {
  const text = await readFile(path.join(exampleFolder(), 'policy.example.yaml'), 'utf8');
  const ahead = Date.parse(day) - Date.parse(WRITTEN_FOR);
  return text
    .replace(NAME, () => `organization: ${JSON.stringify(organization)}`)
    .replaceAll(DAY, (date) => new Date(Date.parse(date) + ahead).toISOString().slice(0, 'YYYY-MM-DD'.length))
    .replaceAll(/^# .*`npm run demo`.*\n/gmu, '');
}

/** Whole days, as policies write them. */
export const exampleDay = (now: Date): string =>
  new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);

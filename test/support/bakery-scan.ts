import { copyFile, cp } from 'node:fs/promises';
import path from 'node:path';
import type { JsonReport } from '#reports/exports/json-report.schema.js';
import { reportAsJson } from '#reports/exports/json.js';
import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { readPolicyFile } from '#scanner/cli/read-policy-file.js';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import { ScanService } from '#scanner/scan/scan.service.js';
import { type Finished, plumbline } from './plumbline.js';

export const AS_OF = '2026-11-23';

/** The published shape, as a reader of the JSON sees it. */
export type Report = JsonReport;
export type ReportedFinding = JsonReport['findings'][number];

/** Puts the example bakery's policy and exports into a folder; a small one, because laws do not need many customers. */
export async function bakeryIn(folder: string, customers = 120): Promise<{ readonly exports: string }> {
  const exports = path.join(folder, 'exports');
  await writeExampleBakery(exports, { asOf: AS_OF, customers });
  await copyFile('config/policy.example.yaml', path.join(folder, 'policy.yaml'));
  const requests = 'policy.example.erasures.csv';
  await copyFile(path.join('config', requests), path.join(folder, requests));
  return { exports };
}

/** The arguments of a scan of that folder. */
export function scanArguments(format: 'json' | 'text' = 'json', exports = 'exports'): readonly string[] {
  return ['scan', '--policy', 'policy.yaml', '--exports', exports, '--as-of', AS_OF, '--format', format];
}

export async function scan(
  folder: string,
  exports = 'exports',
): Promise<{ finished: Finished; report: Report }> {
  const finished = await plumbline(scanArguments('json', exports), { cwd: folder });
  if (finished.stdout === '') throw new Error(`the scan gave no report: ${finished.stderr}`);
  return { finished, report: JSON.parse(finished.stdout) as Report };
}

/** The same scan without a process of its own: for laws that need many of them. */
export async function scanInProcess(folder: string): Promise<Report> {
  const { policy, text } = await readPolicyFile(path.join(folder, 'policy.yaml'));
  return withPlumbline(path.join(folder, 'data'), async (opened) =>
    reportAsJson(
      await opened.get(ScanService).run({
        policy,
        policyText: text,
        policyFolder: folder,
        exportsFolder: path.join(folder, 'exports'),
        ownPaths: [],
        asOf: AS_OF,
        clock: () => new Date(`${AS_OF}T17:00:00Z`),
        signal: new AbortController().signal,
        channel: 'test',
      }),
    ),
  );
}

/** Everything that is stored, but for the random and the instants: two histories that say the same are equal. */
export async function historyIn(folder: string): Promise<unknown> {
  const { DatabaseSync } = await import('node:sqlite');
  const copy = path.join(folder, 'copy');
  await cp(path.join(folder, 'data'), copy, { recursive: true });
  const database = new DatabaseSync(path.join(copy, 'plumbline.sqlite'));
  try {
    const all = (sql: string) => database.prepare(sql).all();
    return {
      integrity: all('PRAGMA integrity_check'),
      findings: all('SELECT id, observation, disposition FROM findings ORDER BY id'),
      events: all(
        'SELECT finding, change, cause, observation FROM finding_events ORDER BY finding, sequence',
      ),
    };
  } finally {
    database.close();
  }
}

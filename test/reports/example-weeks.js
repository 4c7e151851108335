// The example bakery, week after week, in a data directory of its own: what the pictures of the reports show.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { readPolicyFile } from '#scanner/cli/read-policy-file.js';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { ScanService } from '#scanner/scan/scan.service.js';
import { root } from '../../config/launcher/node.js';

/** Mondays; the last is the one whose mail is shown. */
const WEEKS = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'];

/**
 * Scans the example bakery five times, each week reported but the last, then calls `use` with what was opened.
 * The last scan meets the exports of a week later, or a broken one.
 */
export async function withExampleWeeks({ brokenExport }, use) {
  const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-weeks-'));
  try {
    const now = path.join(folder, 'exports');
    const later = path.join(folder, 'exports-a-week-later');
    await writeExampleBakery(now, { asOf: '2026-11-23' });
    await writeExampleBakery(later, { asOf: '2026-11-30', state: 'a-week-later' });
    for (const name of ['policy.example.yaml', 'policy.example.erasures.csv'])
      await cp(path.join(root, 'config', name), path.join(folder, name));
    if (brokenExport) await breakAnExport(later);
    await withPlumbline(path.join(folder, 'data'), async (plumbline) => {
      for (const day of WEEKS) {
        const isLast = day === WEEKS.at(-1);
        await scan(plumbline, { folder, day, exports: isLast ? later : now, isReported: !isLast });
      }
      await use(plumbline, new Date(`${WEEKS.at(-1)}T13:00:00Z`));
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function scan(plumbline, { folder, day, exports, isReported }) {
  const { policy, text } = await readPolicyFile(path.join(folder, 'policy.example.yaml'));
  const outcome = await plumbline.get(ScanService).run({
    policy,
    policyText: text,
    policyFolder: folder,
    exportsFolder: exports,
    ownPaths: [],
    asOf: day,
    clock: () => new Date(`${day}T11:00:00Z`),
    signal: new AbortController().signal,
    channel: 'weekly',
  });
  if (isReported)
    await plumbline
      .get(Ledger)
      .recordReport(policy.organization, outcome.scan.id, 'weekly', `${day}T12:00:00Z`);
}

async function breakAnExport(folder) {
  const { readdir, writeFile } = await import('node:fs/promises');
  const names = await readdir(path.join(folder, 'hubspot'));
  const contacts = names.find((name) => name.includes('all-contacts'));
  await writeFile(path.join(folder, 'hubspot', contacts), Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 1, 2]));
}

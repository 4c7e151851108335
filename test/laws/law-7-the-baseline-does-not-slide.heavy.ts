import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import { AS_OF, bakeryIn } from '../support/bakery-scan.js';
import { inTemporaryFolder, plumbline } from '../support/plumbline.js';

interface Report {
  readonly scan: { readonly id: string };
  readonly findings: readonly { readonly rule: string; readonly change: string }[];
  readonly summary: {
    readonly new: number;
    readonly news: {
      readonly since: { readonly as_of: string } | null;
      readonly items: readonly { readonly change: string }[];
    };
    readonly baseline: { readonly scan: string; readonly appeared: readonly string[] } | null;
  };
}

describe('law 7: three comparisons, never mixed', () => {
  it('events are against the previous scan, news against the last report, changes against the baseline', async () => {
    await inTemporaryFolder(async (folder) => {
      await bakeryIn(folder);
      await writeExampleBakery(path.join(folder, 'later'), {
        asOf: '2026-11-30',
        customers: 120,
        state: 'a-week-later',
      });
      const run = (exports: string, asOf: string, format: string) =>
        plumbline(
          ['scan', '--policy', 'policy.yaml', '--exports', exports, '--as-of', asOf, '--format', format],
          { cwd: folder },
        );
      const json = async (exports: string, asOf: string) =>
        JSON.parse((await run(exports, asOf, 'json')).stdout) as Report;

      await run('exports', AS_OF, 'text');
      const approval = await plumbline(['baseline', 'approve'], { cwd: folder });
      expect(approval).toMatchObject({ code: 0 });
      expect(approval.stdout).toMatch(/maria@sweetcrumb\.example approved the scan of 2026-11-23/u);

      // The data changed: all three comparisons see it, and what was not there at the baseline is reported as new.
      const changed = await json('later', '2026-11-30');
      expect(changed.summary.new).toBeGreaterThan(0);
      expect(changed.findings.map(({ rule }) => rule)).toEqual(
        expect.arrayContaining(['field.new', 'app.new']),
      );
      expect(changed.summary.news.since?.as_of).toBe(AS_OF);
      expect(changed.summary.news.items.length).toBeGreaterThan(0);
      const appeared = changed.summary.baseline?.appeared ?? [];
      expect(appeared.length).toBeGreaterThan(0);

      // The same again: no events; but nobody was given a report yet, and the baseline stands where it stood.
      const again = await json('later', '2026-11-30');
      expect(again.summary.new).toBe(0);
      expect(again.summary.news).toEqual(changed.summary.news);
      expect(again.summary.baseline).toEqual(changed.summary.baseline);

      // A person was told: no news any more. The baseline still does not slide.
      await run('later', '2026-11-30', 'text');
      const told = await json('later', '2026-11-30');
      expect(told.summary.news.items).toEqual([]);
      expect(told.summary.baseline).toEqual(changed.summary.baseline);
    });
  });
});

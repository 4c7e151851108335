import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AS_OF, bakeryIn, type Report } from '../support/bakery-scan.js';
import { plumbline } from '../support/plumbline.js';

interface Sarif {
  readonly runs: readonly { readonly results: readonly { readonly properties: { readonly id: string } }[] }[];
}

describe('the formats of a scan', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plumbline-formats-'));
    await bakeryIn(folder);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function scanAs(format: string): Promise<string> {
    const args = [
      'scan',
      '--policy',
      'policy.yaml',
      '--exports',
      'exports',
      '--as-of',
      AS_OF,
      '--format',
      format,
    ];
    const { code, stdout, stderr } = await plumbline(args, { cwd: folder });
    expect(code).toBe(1);
    // A table has no place for it (law 2).
    expect(stderr.includes('could not be read')).toBe(format === 'csv');
    return stdout;
  }

  it('tell of the same findings, and for machines never move the mark that news is counted from (law 7)', async () => {
    const sarif = JSON.parse(await scanAs('sarif')) as Sarif;
    const csv = await scanAs('csv');
    const report = JSON.parse(await scanAs('json')) as Report & {
      readonly summary: { readonly news: unknown };
    };
    const ids = report.findings.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(sarif.runs[0]?.results.map(({ properties }) => properties.id)).toEqual(ids);
    expect(
      csv
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['id', ...ids]);
    expect(report.summary.news).toMatchObject({ since: null });
  });
});

import { copyFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { vendorConnectors } from '#connectors/registry.js';
import type { ScanOutcome } from '#reports/model/scan-outcome.js';
import { readPolicyFile } from '#scanner/cli/read-policy-file.js';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import { expectedFindings, type ExpectedFinding } from '#scanner/example/truth.js';
import { withConnectedPlumbline } from '../support/connected-plumbline.js';
import { linesOf, planted, reported } from '../support/finding-lines.js';
import { startVendors } from '../vendors/start-vendors.js';
import { CALLED_OTHERWISE, CONNECTIONS_ONLY, NOT_SEEN } from './connected-truth.js';

const POLICY = path.resolve('config/policy.example.yaml');
const OPTIONS = { asOf: '2026-11-23', customers: 200 } as const;
/** What no interface gives, and what lies in folders. */
const LISTS = ['mailchimp/team.csv', 'quickbooks/manage-users.csv'];

describe('the bakery over its connections, and exports for what no interface gives', () => {
  let folder: string;
  let takeAway: () => void;
  let byExports: ScanOutcome;
  let connected: ScanOutcome;
  let again: ScanOutcome;

  beforeAll(async () => {
    takeAway = installChokePoints();
    folder = await mkdtemp(path.join(tmpdir(), 'plumbline-connected-'));
    const [everything, beside] = [path.join(folder, 'exports'), path.join(folder, 'beside')];
    await writeExampleBakery(everything, OPTIONS);
    await cp(path.join(everything, 'drive'), path.join(beside, 'drive'), { recursive: true });
    for (const list of LISTS) {
      await mkdir(path.dirname(path.join(beside, list)), { recursive: true });
      await copyFile(path.join(everything, list), path.join(beside, list));
    }
    await using vendors = await startVendors({
      size: OPTIONS.customers,
      speed: 0,
      now: `${OPTIONS.asOf}T17:00:00Z`,
      enforceLimits: false,
    });
    vendors.hubspot.setCondition('enterprise');
    vendors.quickbooks.setCondition('enhanced-custom-fields');
    const { policy, text } = await readPolicyFile(POLICY);
    const at = { vendors, organization: policy.organization };
    await withConnectedPlumbline(path.join(folder, 'data'), at, async (plumbline) => {
      const scan = (exportsFolder: string) =>
        plumbline.scan({
          policy,
          policyText: text,
          policyFolder: path.dirname(POLICY),
          exportsFolder,
          asOf: OPTIONS.asOf,
        });
      byExports = await scan(everything);
      await plumbline.connect(vendorConnectors.map(({ id }) => id));
      connected = await scan(beside);
      again = await scan(beside);
    });
  });
  afterAll(async () => {
    takeAway();
    await rm(folder, { recursive: true, force: true });
  });

  it('begins with the same bakery in its exports', () => {
    expect(reported(byExports)).toEqual(planted(OPTIONS));
  });

  it('is reported as it was planted, and what was found in exports follows to the connections (E20)', () => {
    const followed = expectedFindings(OPTIONS).map((finding): ExpectedFinding => ({
      ...finding,
      subject: calledNow(finding),
      change: isNotSeen(finding) ? 'not_observed' : 'unchanged',
    }));
    expect(reported(connected)).toEqual(linesOf([...followed, ...CONNECTIONS_ONLY]));
  });

  it('calls nothing fixed or gone that only its way of reading changed (law 2)', () => {
    const closed = connected.findings.filter(({ finding }) => finding.observation === 'absent');
    expect(closed).toEqual([]);
  });

  it('is no news the second time (law 6)', () => {
    const news = again.findings.filter(({ change }) => change !== 'unchanged' && change !== 'not_observed');
    expect(news).toEqual([]);
  });

  it('finds who opted out in one list and is mailed from another, who is kept too long, and what was deleted elsewhere', () => {
    const count = (outcome: ScanOutcome, rule: string) =>
      outcome.findings
        .filter(({ finding }) => finding.rule === rule)
        .map(({ finding: { system, subject, evidence } }) => [system, subject, evidence['count']]);
    for (const rule of ['consent.conflict', 'retention.overdue', 'retention.not-propagated']) {
      expect(count(byExports, rule).length).toBeGreaterThan(0);
      expect(count(connected, rule)).toEqual(count(byExports, rule));
    }
  });

  it('has the apps of Google, Mailchimp and HubSpot in one list', () => {
    const systems = connected.findings
      .filter(({ finding }) => finding.rule.startsWith('app.'))
      .map(({ finding }) => finding.system);
    expect(new Set(systems)).toEqual(new Set(['crm', 'newsletter', 'office']));
  });
});

function calledNow({ rule, subject }: ExpectedFinding): string {
  const [, , byConnection] =
    CALLED_OTHERWISE.find(([one, byExport]) => one === rule && byExport === subject) ?? [];
  return byConnection ?? subject;
}

function isNotSeen({ rule, subject }: ExpectedFinding): boolean {
  return NOT_SEEN.some(([one, of]) => one === rule && of === subject);
}

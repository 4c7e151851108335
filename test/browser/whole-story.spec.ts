import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { Browser, invitedPerson, ORGANIZATION, OWNER, setUpLink } from '../service/people-bench.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard } from './opened-dashboard.js';
import { scanHere } from './scan-here.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();
const NOW = '2026-11-25T09:00:00Z';
const A_WEEK_LATER = '2026-12-02T09:00:00Z';
const A_SCAN_MS = 60_000;
const OPTED_OUT = 'opted out in crm still';
const BIRTHDAYS = 'crm (HubSpot) holds date of birth';

/** One business from its first link on; each step goes on where the one before it ended. */
(chromium === null ? describe.skip : describe)('the whole story of a business', () => {
  let vendors: Vendors;
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let page: Page;
  let path = '';
  let place = '';
  let uninstall: () => void;

  let now = NOW;
  const startSameVendors = (state: 'first' | 'a-week-later', ports = {}) =>
    startVendors({ size: 60, now, enforceLimits: false, state, ports, vendors: ['hubspot', 'mailchimp'] });
  const environment = () => ({ ...vendors.environment, PLUMBLINE_SIMULATE_NOW: now });

  beforeAll(async () => {
    vendors = await startSameVendors('first');
    uninstall = installChokePoints();
    dashboard = await openDashboard(chromium ?? '', {
      scanned: false,
      environment: environment(),
      startScan: scanHere(() => dashboard.dataDirectory, environment),
    });
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
    await vendors[Symbol.asyncDispose]();
    uninstall();
  });

  it('begins with a link, a policy and two logins', async () => {
    owner = new Browser(dashboard);
    await owner.post('set-up', {
      link: await setUpLink(dashboard.app),
      ...OWNER,
      organization: ORGANIZATION,
    });
    path = `organizations/${(await owner.get('organizations')).body.items[0].id}`;
    place = `${dashboard.address}/o/${path.split('/')[1]}`;
    ({ page } = await signedIn(dashboard, owner));
    await page.goto(place);
    await page.getByText('Nothing has been scanned yet').first().waitFor();
    await savePolicy((text) => text.replace(/^erasures:.*$/mu, ''));
    await connect();
  });

  it('scans, and accepts one thing until a day, with a reason', async () => {
    await scan();
    await open(BIRTHDAYS);
    await page.getByRole('button', { name: 'Accept for a while' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why is it all right for now?').fill('Moving it in January');
    await dialog.getByLabel('Until').fill('2026-12-31');
    await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('Reason: Moving it in January').waitFor();
  });

  it('changes its policy: the next scan says that this is why a finding is gone', async () => {
    await savePolicy((text) =>
      text.replace(
        /(category: user\.demographic\.date_of_birth\n.*\n\s+in: )\[newsletter\]/u,
        '$1[newsletter, crm]',
      ),
    );
    await scan();
    await open(BIRTHDAYS);
    await page.getByText('Gone, because the policy changed').waitFor();
    expect(await page.getByText('Fixed in the tool').count()).toBe(0);
  });

  it('puts something right in a tool: the next scan says that it is fixed', async () => {
    await open(OPTED_OUT);
    const ports = { hubspot: portOf(vendors.hubspot.origin), mailchimp: portOf(vendors.mailchimp.origin) };
    await vendors[Symbol.asyncDispose]();
    now = A_WEEK_LATER;
    vendors = await startSameVendors('a-week-later', ports);
    // Vendors that were begun anew know no key of before.
    await connect();
    await scan();
    await open(OPTED_OUT);
    await page.getByText('Fixed in the tool').waitFor();
  });

  it('is seen by a viewer, who decides nothing', async () => {
    const vera = await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' });
    ({ page } = await signedIn(dashboard, vera));
    await open(OPTED_OUT);
    await page.getByText('Deciding is for admins and owners').waitFor();
    expect(dashboard.complaints).toEqual([]);
  });

  async function connect(): Promise<void> {
    for (const connector of ['hubspot', 'mailchimp'] as const) {
      const answers = { key: vendors[connector].key };
      const made = await owner.post(`${path}/connections`, { connector, way: 'key', answers });
      expect([connector, made.status]).toEqual([connector, 201]);
    }
  }

  async function scan(): Promise<void> {
    await page.goto(place);
    await page.getByRole('button', { name: 'Scan now' }).click();
    await page.getByRole('heading', { name: 'What could be read' }).waitFor({ timeout: A_SCAN_MS });
  }

  /** A finding by part of its title, whatever became of it. */
  async function open(title: string): Promise<void> {
    await page.goto(`${place}/findings?state=all&text=${encodeURIComponent(title)}`);
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
  }

  async function savePolicy(change: (text: string) => string): Promise<void> {
    const current = (await owner.get(`${path}/policies/current`)).body;
    const text = change(current.text ?? (await readFile('config/policy.example.yaml', 'utf8')));
    const saved = await owner.ask('PUT', `${path}/policies/current`, {
      text,
      replaces: current.version ?? null,
    });
    expect(saved.status).toBe(200);
  }
});

const portOf = (origin: string): number => Number(new URL(origin).port);

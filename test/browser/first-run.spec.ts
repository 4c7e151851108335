import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { exampleBakery } from '#scanner/example/bakery.js';
import { type Browser, invitedPerson, signedInOwner } from '../service/people-bench.js';
import { scanHere } from '../support/scan-here.js';
import { foundChromium } from './found-chromium.js';
import type { Look } from './opened-browser.js';
import { openDashboard, type OpenedDashboard } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();
const HOSTILE = '<img src=x onerror=alert(1)>‮.csv';

/** A business that has just begun: nothing is connected, written or scanned. */
(chromium === null ? describe.skip : describe)('the first run', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let viewer: Browser;
  let place: string;
  beforeAll(async () => {
    const running: { dashboard: OpenedDashboard | null } = { dashboard: null };
    dashboard = await openDashboard(chromium ?? '', {
      scanned: false,
      startScan: scanHere(() => running.dashboard?.dataDirectory ?? ''),
    });
    running.dashboard = dashboard;
    const signed = await signedInOwner(dashboard, { organization: 'Corner "Shop" & Son' });
    ({ owner } = signed);
    viewer = await invitedPerson(owner, signed.path, { email: 'vera@bakery.example', role: 'viewer' });
    place = `${dashboard.address}/o/${signed.path.split('/')[1]}`;
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('begins with the example, which says that it is invented and stands apart', async () => {
    const page = await opened(owner, place);
    await page.getByRole('link', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'Your first scan' }).waitFor();
    await page.getByRole('button', { name: 'Scan the example' }).click();
    await page.getByText('This bakery is invented').waitFor();
    await page.getByRole('heading', { name: 'What could be read' }).waitFor({ timeout: 120_000 });
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('heading', { name: 'Open drift' }).waitFor();
    await page.goto(place);
    await page.getByRole('heading', { name: 'Nothing has been scanned yet' }).first().waitFor();
    expect(await page.getByText('This bakery is invented').count()).toBe(0);
  });

  it('takes exports that are dropped or chosen, and gives them back', async () => {
    const page = await opened(owner, `${place}/exports`);
    await page.getByText('kept in memory only').waitFor();
    const dropped = await page.evaluateHandle(`(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['Email\\n'], 'guests.csv'));
      dropped.items.add(new File(['Email\\n'], '.hidden'));
      return dropped;
    })()`);
    await page.dispatchEvent('[data-over]', 'drop', { dataTransfer: dropped });
    await page.getByRole('button', { name: 'Remove guests.csv' }).click();
    await page.getByRole('heading', { name: 'No file waits' }).waitFor();
    await page.setInputFiles('input[type=file]', [
      { name: HOSTILE, mimeType: 'text/csv', buffer: Buffer.from('Email\n') },
    ]);
    // A name that steers a screen is refused, and shown as text.
    await page.getByText('Not handed over').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('scans them under a first page that names the tools', async () => {
    const page = await opened(owner, `${place}/exports`);
    const bakery = await exampleBakery({ asOf: '2026-11-23', customers: 60 });
    const contacts = bakery.find(({ path }) => path.startsWith('hubspot/hubspot-crm'));
    await page.setInputFiles('input[type=file]', [
      { name: 'hubspot-contacts.csv', mimeType: 'text/csv', buffer: contacts?.content ?? Buffer.of() },
    ]);
    await page.getByRole('heading', { name: 'One page first' }).waitFor();
    expect(await page.getByLabel('HubSpot, as crm').isChecked()).toBe(true);
    expect(await page.getByLabel('QuickBooks, as books').isChecked()).toBe(false);
    await look(page, 'exports-first-page');
    await page.getByRole('button', { name: 'Save this page and scan' }).click();
    await page.getByRole('heading', { name: 'What could be read' }).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('heading', { name: 'Open drift' }).waitFor();
    await page.goto(`${place}/exports`);
    await page.getByRole('heading', { name: 'No file waits' }).waitFor();
  });

  it('can be looked at by a viewer, who can begin nothing', async () => {
    const page = await opened(viewer, `${place}/exports`);
    await page.getByText('for admins and owners').waitFor();
    expect(await page.getByRole('button', { name: 'Choose files' }).count()).toBe(0);
    await page.goto(`${place}/begin`);
    await page.getByText('for admins and owners').waitFor();
    expect(await page.getByRole('button', { name: 'Scan the example' }).count()).toBe(0);
  });

  it('breaks no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });

  async function opened(who: Browser, address: string, how: Look = {}): Promise<Page> {
    const { page } = await signedIn(dashboard, who, how);
    page.setDefaultTimeout(25_000);
    await page.goto(address);
    return page;
  }
});

/** For whoever looks at the screens with her own eyes. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['PLUMBLINE_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

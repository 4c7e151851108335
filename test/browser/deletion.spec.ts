import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import type { StartScanProcess } from '#scanner/queue/scan-process.js';
import { ConnectionEntity } from '#scanner/storage/entities/connection.entity.js';
import { type Browser, invitedPerson, ORGANIZATION, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import type { Look } from './opened-browser.js';
import { openDashboard, type OpenedDashboard, sideways, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();
const EXAMPLE = 'Sweet Crumb Bakery (example)';

/** A scan that goes on until it is cancelled. */
const endlessScan: StartScanProcess = () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { ended: promise, say: () => resolve('code 0'), kill: () => resolve('killed') };
};

/** One service for all: the steps build on each other. */
(chromium === null ? describe.skip : describe)('an organization', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let path: string;
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '', { scanned: false, startScan: endlessScan });
    ({ owner, path } = await signedInOwner(dashboard));
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('that is the example says how to be rid of it, asks for its name, and waits for its scan', async () => {
    const { organization, scan } = (await owner.post('organizations/example')).body;
    const page = await opened(owner, placeOf(organization.id));
    await page.getByText('This bakery is invented').waitFor();
    await page.getByRole('button', { name: 'Delete it when you have seen enough.' }).click();
    const dialog = page.getByRole('dialog');
    const button = dialog.getByRole('button', { name: 'Delete it for good' });
    await dialog.getByLabel('Type its name').fill(ORGANIZATION);
    expect(await button.isDisabled()).toBe(true);
    await dialog.getByLabel('Type its name').fill(EXAMPLE);
    await button.click();
    await dialog.getByText('A scan is under way, so nothing was deleted.').waitFor();
    expect(await wrongFor(page)).toEqual([]);
    await owner.post(`organizations/${organization.id}/scans/${scan}/cancel`);
    await cancelled(organization.id, scan);
    await button.click();
    await page.waitForURL(placeOf(path.split('/')[1] ?? ''));
    await page.getByRole('heading', { name: 'Nothing has been scanned yet' }).first().waitFor();
    expect(await page.getByText('This bakery is invented').count()).toBe(0);
    const { items } = (await owner.get('organizations')).body;
    expect(items.map(({ name }: { name: string }) => name)).toEqual([ORGANIZATION]);
  });

  it('is not deleted by who does not own it', async () => {
    const adam = await invitedPerson(owner, path, { email: 'adam@bakery.example', role: 'admin' });
    const page = await opened(adam, `${dashboard.address}/o/${path.split('/')[1] ?? ''}/settings`);
    await page.getByText('Only an owner can delete it.').waitFor();
    expect(await page.getByRole('button', { name: /^Delete/u }).count()).toBe(0);
  });

  it('that is deleted as the last one leaves what is to be done by hand, and a place to begin anew', async () => {
    await connectedByKey();
    const page = await opened(owner, `${dashboard.address}/o/${path.split('/')[1] ?? ''}/settings`, {
      width: 360,
      scheme: 'dark',
    });
    await page.getByRole('button', { name: 'Delete this organization …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Delete this organization …' }).click();
    await dialog.getByLabel('Type its name').fill(ORGANIZATION);
    await dialog.getByRole('button', { name: 'Delete it for good' }).click();
    await dialog.getByText('take the logins back there yourself').waitFor();
    await dialog.getByText(/^crm: /u).waitFor();
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Begin with a business' }).waitFor();
    await page.getByRole('button', { name: 'Scan the example' }).waitFor();
    expect(await wrongFor(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.getByLabel('Name of the business').fill('Corner Shop');
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByRole('heading', { name: 'Nothing has been scanned yet' }).first().waitFor();
    const { items } = (await owner.get('organizations')).body;
    expect(items).toMatchObject([{ name: 'Corner Shop', role: 'owner' }]);
    expect(dashboard.complaints).toEqual([]);
  });

  const placeOf = (id: string) => `${dashboard.address}/o/${id}`;

  async function opened(who: Browser, address: string, look: Look = {}): Promise<Page> {
    const { page } = await signedIn(dashboard, who, look);
    await page.goto(address);
    return page;
  }

  async function cancelled(id: string, scan: string): Promise<void> {
    const { state } = (await owner.get(`organizations/${id}/scans/${scan}`)).body;
    if (state !== 'cancelled') await cancelled(id, scan);
  }

  /** A login that no program can take back. */
  async function connectedByKey(): Promise<void> {
    await dashboard.app.get(DataSource).manager.insert(ConnectionEntity, {
      organization: ORGANIZATION,
      id: 'a-connection',
      name: 'crm',
      connector: 'hubspot',
      account: null,
      way: 'key',
      vendorKind: 'real',
      clientId: null,
      subject: null,
      asked: [],
      granted: null,
      health: { state: 'works', problem: null, notices: [] },
      connectedAt: '2026-11-25T09:00:00.000Z',
      lastUsedAt: null,
      lastRefreshedAt: null,
      accessEndsAt: null,
      loginEndsAt: null,
      loginBeganAt: null,
    });
  }
});

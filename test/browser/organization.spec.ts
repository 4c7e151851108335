import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Browser, invitedPerson, ORGANIZATION, OWNER, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard } from './opened-dashboard.js';

const chromium = foundChromium();
const VERA = { email: 'vera@bakery.example', password: OWNER.password };

/** One service for all: the steps build on each other. */
(chromium === null ? describe.skip : describe)('people, schedule, reports and settings', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let path: string;
  let page: Page;
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '');
    ({ owner, path } = await signedInOwner(dashboard, { organization: ORGANIZATION }));
    await invitedPerson(owner, path, { email: VERA.email, role: 'viewer' });
    page = await signedIn(OWNER);
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('ask somebody in, change a role, and make a token that is shown once', async () => {
    await page.goto(screen('people'));
    await page.getByLabel('E-mail address').fill('otto@bakery.example');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByText('/invitation#').waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('Nobody is invited just now.').waitFor();
    await page.getByLabel('Role of vera').selectOption('admin');
    await page.getByLabel('What it is for').fill('Export');
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByText('Give this to the program.').waitFor();
    const { items } = (await owner.get(`${path}/people`)).body;
    expect(items.find(({ email }: { email: string }) => email === VERA.email).role).toBe('admin');
    await page.getByLabel('Role of vera').selectOption('viewer');
    await page.getByText('never used').waitFor();
  });

  it('plan scans, and say when the next one is', async () => {
    await page.goto(screen('schedule'));
    await page.getByText('No scan is planned.').waitFor();
    await page.getByLabel('Scan', { exact: true }).selectOption('day');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Plan no scans' }).waitFor();
    expect((await owner.get(`${path}/schedule`)).body).toMatchObject({ every: 'day', at: '06:00' });
  });

  it('set who gets which report, and try whether mail arrives', async () => {
    await page.goto(screen('settings'));
    await page.getByLabel('Tell what is new and grave at once').uncheck();
    await page.getByLabel('And at these addresses').fill('joan@ledgerpartners.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByText('joan@ledgerpartners.example').first().waitFor();
    expect((await owner.get(`${path}/report-settings`)).body).toMatchObject({ alerts: false });
    await page.goto(screen('reports'));
    await page.getByText('Nothing was sent yet').waitFor();
    await page.getByRole('button', { name: 'Send a test mail' }).click();
    await page.getByText('written to a file').first().waitFor();
  });

  it('break no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });

  const screen = (name: string) => `${dashboard.address}/o/${path.split('/')[1] ?? ''}/${name}`;

  async function signedIn(who: { email: string; password: string }, look = {}): Promise<Page> {
    const { page: opened } = await dashboard.stranger(look);
    await opened.goto(`${dashboard.address}/sign-in`);
    await opened.getByLabel('Your e-mail address').fill(who.email);
    await opened.getByLabel('Your password').fill(who.password);
    await opened.getByRole('button', { name: 'Sign in' }).click();
    await opened.getByRole('heading', { name: 'Open drift' }).waitFor();
    return opened;
  }
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';
import { Browser, invitedPerson, OWNER, setUpLink } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard } from './opened-dashboard.js';

const chromium = foundChromium();
const NOW = '2026-11-25T09:00:00Z';
const CONTACTS = 'https://www.googleapis.com/auth/contacts.readonly';
const VIEWER = { email: 'vera@bakery.example', password: OWNER.password };

/** One service for all: the steps build on each other, as they do for a business. */
(chromium === null ? describe.skip : describe)('connections', () => {
  let vendors: Vendors;
  let dashboard: OpenedDashboard;
  let organization: string;
  let page: Page;
  let uninstall: () => void;
  beforeAll(async () => {
    vendors = await startVendors({ size: 50, now: NOW, enforceLimits: false });
    dashboard = await openDashboard(chromium ?? '', {
      environment: { ...vendors.environment, PLUMBLINE_SIMULATE_NOW: NOW },
    });
    // As the command does at its start: without it the tools' own libraries would ask the real ones.
    uninstall = installChokePoints();
    const owner = new Browser(dashboard);
    await owner.post('set-up', { link: await setUpLink(dashboard.app), ...OWNER, organization: null });
    organization = (await owner.get('organizations')).body.items[0].id;
    await invitedPerson(owner, `organizations/${organization}`, { email: VIEWER.email, role: 'viewer' });
    page = await signedIn(OWNER);
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
    await vendors[Symbol.asyncDispose]();
    uninstall();
  });

  it('say what would be read and why, then take a key', async () => {
    await page.getByRole('link', { name: 'Connections' }).click();
    await page.getByRole('heading', { name: 'No tool is connected yet' }).waitFor();
    await page.getByRole('link', { name: 'Connect HubSpot' }).click();
    await page.getByRole('heading', { name: 'What Plumbline reads in HubSpot' }).waitFor();
    await page.getByText('crm.objects.contacts.read', { exact: true }).waitFor();
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('Choose "Create service key"').waitFor();
    await page.getByLabel('Service key').fill('not a key');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('alert').getByText('does not look like this').waitFor();
    await page.getByLabel('Service key').fill(vendors.hubspot.key);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('Scans read it as crm').waitFor();
    await page.getByText('Works', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Test it' }).click();
    await page.getByText('the account could be read just now').waitFor();
  });

  it('say in one sentence where a tool has no right that only reads, and come back from its own page', async () => {
    vendors.mailchimp.consent.mode = 'deny';
    await signInAtMailchimp();
    await page.getByRole('heading', { name: 'Not connected' }).waitFor();
    vendors.mailchimp.consent.mode = 'allow';
    await signInAtMailchimp();
    await page.getByRole('link', { name: 'See what it may read' }).click();
    await page.getByRole('heading', { name: 'Mailchimp', exact: true }).waitFor();
    await page.getByText('Mailchimp has no right that only reads').waitFor();
  });

  it('take the pasted address of a tool that sends nobody back', async () => {
    vendors.quickbooks.consent.mode = 'allow';
    await page.context().route('https://plumbline.example/**', (route) => route.fulfill({ body: 'a page' }));
    await page.goto(at('connections/new/quickbooks'));
    await page.getByText('one right for reading and writing').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('How do you want to connect?').selectOption('paste-back');
    await page.getByLabel('Client ID').fill(vendors.quickbooks.client.id);
    await page.getByLabel('Client secret').fill(vendors.quickbooks.client.secret);
    const own = 'https://plumbline.example/callback';
    await page.getByLabel('A page of your own web site').fill(own);
    await page.getByRole('link', { name: own }).waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    const opening = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Open QuickBooks' }).click();
    const elsewhere = await opening;
    await elsewhere.waitForURL(`${own}?**`);
    await page.getByLabel('The address that you ended at').fill(elsewhere.url());
    await elsewhere.close();
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByText('Scans read it as books').waitFor();
    await page.getByText(REALM_ID).waitFor();
  });

  it('tell what a right that was not granted costs', async () => {
    vendors.google.consent.mode = 'allow';
    Object.assign(vendors.google.consent, { without: [CONTACTS] });
    await page.goto(at('connections/new/google-workspace'));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('Client ID').fill(vendors.google.client.id);
    await page.getByLabel('Client secret').fill(vendors.google.client.secret);
    await page.getByRole('button', { name: 'Go to Google Workspace and sign in' }).click();
    await page.getByRole('link', { name: 'See what it may read' }).click();
    await page.getByRole('heading', { name: 'What it may not read' }).waitFor();
    await page.getByText('The address book of the person who connects is not looked at.').waitFor();
    await page.getByRole('link', { name: 'All connections' }).click();
    await page.getByText('1 right is missing').waitFor();
    expect(await page.getByText('simulated').count()).toBe(4);
  });

  it('show how they are to a viewer, who can change nothing', async () => {
    const viewer = await signedIn(VIEWER);
    await viewer.goto(at('connections'));
    await viewer.getByRole('link', { name: 'HubSpot' }).click();
    await viewer.getByText('Scans read it as crm').waitFor();
    for (const name of ['Test it', 'Disconnect'])
      expect(await viewer.getByRole('button', { name }).count()).toBe(0);
    expect(await viewer.getByRole('link', { name: 'Connect again' }).count()).toBe(0);
    await viewer.goto(at('connections/new/google-workspace'));
    await viewer.getByText('Connecting is for admins and owners').waitFor();
    expect(await viewer.getByRole('button', { name: 'Go on' }).count()).toBe(0);
    expect(await viewer.getByRole('checkbox').first().isDisabled()).toBe(true);
  });

  it('are taken back, and say what is left to do at the tool', async () => {
    await page.goto(at('connections/hubspot'));
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('heading', { name: 'HubSpot is disconnected' }).waitFor();
    await page.getByText('end it there yourself').waitFor();
    await page.goto(at('connections/hubspot'));
    await page.getByText('There is no connection of that name any more').waitFor();
  });

  it('break no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });

  async function signInAtMailchimp(): Promise<void> {
    await page.goto(at('connections/new/mailchimp'));
    await page.getByText('Mailchimp has no right that only reads').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('How do you want to connect?').selectOption('oauth');
    await page.getByLabel('Client ID').fill(vendors.mailchimp.client.id);
    await page.getByLabel('Client secret').fill(vendors.mailchimp.client.secret);
    await page.getByRole('button', { name: 'Go to Mailchimp and sign in' }).click();
  }

  const at = (place: string) => `${dashboard.address}/o/${organization}/${place}`;

  async function signedIn(
    { email, password }: { email: string; password: string },
    look: Parameters<OpenedDashboard['stranger']>[0] = {},
  ): Promise<Page> {
    const { page: fresh } = await dashboard.stranger(look);
    fresh.setDefaultTimeout(25_000);
    await fresh.goto(`${dashboard.address}/sign-in`);
    await fresh.getByLabel('Your e-mail address').fill(email);
    await fresh.getByLabel('Your password').fill(password);
    await fresh.getByRole('button', { name: 'Sign in' }).click();
    await fresh.getByRole('heading', { name: 'Open drift' }).waitFor();
    return fresh;
  }
});

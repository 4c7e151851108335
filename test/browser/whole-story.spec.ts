import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startServiceProcess } from '../demo/service-process.js';
import { ORGANIZATION, OWNER } from '../service/people-bench.js';
import { REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';
import { foundChromium } from './found-chromium.js';
import { NOW, openBrowser, type OpenedBrowser } from './opened-browser.js';

const chromium = foundChromium();
const A_SCAN_MS = 60_000;
const ACCEPTED = 'tom@sweetcrumb.example';
const BIRTHDAYS = 'crm (HubSpot) holds date of birth';
const AGENCY = 'jo@pixelpantry.example has access to crm';
const OWN_PAGE = 'https://plumbline.example/callback';

/** One business from its first link on, by what its people see and click; each step goes on where the one before it ended. */
(chromium === null ? describe.skip : describe)('the whole story of a business', () => {
  const end = new AsyncDisposableStack();
  let vendors: Vendors;
  let setUpLink: URL;
  let browser: OpenedBrowser;
  let page: Page;

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-story-'));
    end.defer(() => rm(folder, { recursive: true }));
    vendors = end.use(await startVendors({ size: 60, now: NOW, enforceLimits: false }));
    const service = await startServiceProcess(folder, {
      ...vendors.environment,
      PLUMBLINE_SIMULATE_NOW: NOW,
      PLUMBLINE_PORT: '0',
    });
    end.defer(async () => {
      service.stop();
      await service.ended;
    });
    ({ setUpLink } = service);
    browser = end.use(await openBrowser(chromium ?? ''));
    ({ page } = await browser.stranger());
    // A page of the business that nobody serves here.
    await page.context().route(`${OWN_PAGE}*`, (route) => route.fulfill({ body: 'a page' }));
  });
  afterAll(() => end.disposeAsync());

  it('begins with the link that was printed', async () => {
    await page.goto(setUpLink.href);
    await page.getByLabel('The name of your business').fill(ORGANIZATION);
    await page.getByLabel('Your name').fill(OWNER.name);
    await page.getByLabel('Your e-mail address').fill(OWNER.email);
    await page.getByLabel('Choose a password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Begin' }).click();
    await heading('Nothing has been scanned yet');
  });

  it('goes on with its policy, pasted', async () => {
    await go('Policy');
    await heading('There is no policy yet');
    await page.getByRole('button', { name: 'Start with an empty page' }).click();
    const example = await readFile('config/policy.example.yaml', 'utf8');
    // The requests to be deleted are a file beside it.
    await page.getByLabel('The policy as text').fill(example.replace(/^erasures:.*$/mu, ''));
    await savePolicy('The first page');
  });

  it('connects HubSpot by a key', async () => {
    await begin('HubSpot');
    await page.getByLabel('Service key').fill(vendors.hubspot.key);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('Scans read it as crm').waitFor();
  });

  it('connects Mailchimp and Google Workspace on their own pages', async () => {
    for (const [title, vendor, system, way] of [
      ['Mailchimp', vendors.mailchimp, 'newsletter', 'oauth'],
      // Another way of Google's is for a service at an https address.
      ['Google Workspace', vendors.google, 'office', null],
    ] as const) {
      await begin(title, way);
      await page.getByLabel('Client ID').fill(vendor.client.id);
      await page.getByLabel('Client secret').fill(vendor.client.secret);
      await page.getByRole('button', { name: `Go to ${title} and sign in` }).click();
      await page.getByRole('button', { name: 'Allow' }).click();
      await page.getByRole('link', { name: 'See what it may read' }).click();
      await page.getByText(`Scans read it as ${system}`).waitFor();
    }
  });

  it('connects QuickBooks by the address that its page led to', async () => {
    await begin('QuickBooks', 'paste-back');
    await page.getByLabel('Client ID').fill(vendors.quickbooks.client.id);
    await page.getByLabel('Client secret').fill(vendors.quickbooks.client.secret);
    await page.getByLabel('A page of your own web site').fill(OWN_PAGE);
    await page.getByRole('button', { name: 'Go on' }).click();
    const opening = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Open QuickBooks' }).click();
    const elsewhere = await opening;
    await elsewhere.getByRole('button', { name: 'Allow' }).click();
    await elsewhere.waitForURL(`${OWN_PAGE}?**`);
    await page.getByLabel('The address that you ended at').fill(elsewhere.url());
    await elsewhere.close();
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByText('Scans read it as books').waitFor();
    await page.getByText(REALM_ID).waitFor();
  });

  it('scans all four, and accepts one thing until a day, with a reason', async () => {
    await scan();
    await open(ACCEPTED);
    await page.getByRole('button', { name: 'Accept for a while' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why is it all right for now?').fill('He sets up the shop until January');
    await dialog.getByLabel('Until').fill('2026-12-31');
    await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('Reason: He sets up the shop until January').waitFor();
  });

  it('changes its policy where a finding shows it to be out of date: the next scan says that this is why it is gone', async () => {
    await open(BIRTHDAYS);
    await page.getByRole('link', { name: 'Change the policy here' }).click();
    await page.getByText('Allow “Date of birth” in crm.').waitFor();
    await page.getByText(/findings? would go/u).waitFor();
    await savePolicy('The shop greets on birthdays, too');
    await scan();
    await open(BIRTHDAYS);
    await page.getByText('Gone, because the policy changed').waitFor();
    expect(await page.getByText('Fixed in the tool').count()).toBe(0);
  });

  it('puts something right in a tool: the next scan says that it is fixed', async () => {
    await open(AGENCY);
    expect(await page.getByText('Fixed in the tool').count()).toBe(0);
    vendors.hubspot.makeHappen('agency-removed');
    await scan();
    await open(AGENCY);
    await page.getByText('Fixed in the tool').waitFor();
    await open(BIRTHDAYS);
    expect(await page.getByText('Fixed in the tool').count()).toBe(0);
    // What a person decided stands.
    await go('Findings');
    await page.getByLabel('State').selectOption('exception');
    await page.getByRole('link', { name: ACCEPTED }).first().waitFor();
  });

  it('asks a viewer in, who sees it all and can do nothing', async () => {
    await go('People');
    await page.getByLabel('E-mail address').fill('vera@bakery.example');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    const link = await page.getByText('/invitation#').textContent();
    ({ page } = await browser.stranger());
    await page.goto(link ?? '');
    await page.getByLabel('Your name').fill('Vera');
    await page.getByLabel('Choose a password').fill('violet harbour onion clock');
    await page.getByRole('button', { name: 'Accept' }).click();
    await heading('Open drift');
    expect(await page.getByRole('button', { name: 'Scan now' }).count()).toBe(0);
    await open(AGENCY);
    await page.getByText('Fixed in the tool').waitFor();
    await page.getByText('Deciding is for admins and owners').waitFor();
    await go('Connections');
    await page.getByText('Connecting is for admins and owners').waitFor();
    await go('Policy');
    expect(await page.getByLabel('The policy as text').getAttribute('readonly')).toBe('');
    expect(browser.complaints).toEqual([]);
  });

  async function heading(name: string): Promise<void> {
    await page.getByRole('heading', { name }).first().waitFor();
  }

  async function go(place: string): Promise<void> {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: place, exact: true })
      .click();
    await heading(place);
  }

  /** From the list of connections to where a login is typed in. */
  async function begin(title: string, way: string | null = null): Promise<void> {
    await go('Connections');
    await page.getByRole('link', { name: `Connect ${title}` }).click();
    await heading(`What Plumbline reads in ${title}`);
    await page.getByRole('button', { name: 'Go on' }).click();
    if (way !== null) await page.getByLabel('How do you want to connect?').selectOption(way);
  }

  async function savePolicy(why: string): Promise<void> {
    await page.getByLabel('Why you change it').fill(why);
    await page.getByRole('button', { name: 'Save this policy' }).click();
    await page.getByText('It is in force now').waitFor();
  }

  async function scan(): Promise<void> {
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Scan now' }).click();
    await page.getByRole('heading', { name: 'What could be read' }).waitFor({ timeout: A_SCAN_MS });
  }

  /** A finding by part of its title, whatever became of it. */
  async function open(title: string): Promise<void> {
    await go('Findings');
    await page.getByLabel('State').selectOption('all');
    await page.getByLabel('Search').fill(title);
    const others = page.getByRole('main').getByRole('listitem').filter({ hasNotText: title });
    await others.first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: title }).first().click();
    await heading('What happened');
  }
});

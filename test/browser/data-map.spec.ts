import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { hostileBusiness, MARKUP } from './hostile-scan.js';
import { openDashboard, type OpenedDashboard, sideways, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();

(chromium === null ? describe.skip : describe)('the data map', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let place = '';
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '');
    const signed = await signedInOwner(dashboard);
    ({ owner } = signed);
    place = `${dashboard.address}/o/${signed.path.split('/')[1]}`;
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('shows the fields behind a kind of data, by keyboard too, what to do, and only what differs', async () => {
    const { page } = await signedIn(dashboard, owner);
    await page.goto(place);
    await page.getByRole('link', { name: 'Data map' }).click();
    const row = page.getByRole('row', { name: /Date of birth/u });
    const cell = row.getByRole('button').first();
    expect(await cell.textContent()).toMatch(/Not as your policy says: .*place.*%/u);
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Date of birth in crm' }).waitFor();
    await page.getByText('Fields are in HubSpot under Settings').waitFor();
    expect(await cell.getAttribute('aria-expanded')).toBe('true');
    expect(await wrongFor(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.getByRole('heading', { name: 'Date of birth in crm' }).count()).toBe(0);
    // What was read in part may be there or not.
    const purchases = page.getByRole('row', { name: /Purchase history/u }).getByRole('button');
    expect(await purchases.first().textContent()).toMatch(/not known whether it is there/u);
    await page.getByRole('row', { name: /Country/u }).waitFor();
    await page.getByLabel('Only what differs').check();
    await page.getByRole('row', { name: /Gender/u }).waitFor();
    expect(await page.getByRole('row', { name: /Country/u }).count()).toBe(0);
  });

  it('calls nothing fine that a finding is open about, and leads to it', async () => {
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${place}/data-map`);
    // What stands inside notes makes the column wrong, and is found there.
    const notes = page.getByRole('row', { name: /^Notes and messages/u }).getByRole('button');
    expect(await notes.first().textContent()).toMatch(
      /^Not as your policy says: Personal data or secrets inside notes10%$/u,
    );
    const cards = page.getByRole('row', { name: /^Payment card/u }).getByRole('button');
    expect(await cards.textContent()).toMatch(/in notes$/u);
    await cards.click();
    await page.getByText(/inside 1 of \d+ notes/u).waitFor();
    await page.getByRole('link', { name: 'Personal data or secrets inside notes' }).click();
    await page.getByText('Notes in crm (HubSpot) hold card numbers').first().waitFor();
    expect(new URL(page.url()).searchParams.get('text')).toBe('contact.message');
  });

  it('draws the way of the data, whole or of one thing, and tells it as a table', async () => {
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${place}/data-map`);
    await page.getByRole('img', { name: /Purposes, kinds of data/u }).waitFor();
    await page.getByLabel('Show').selectOption({ label: 'Bank account' });
    await page.getByText('As a table').click();
    const table = page.getByRole('region', { name: /Purposes, kinds of data/u });
    expect(await table.getByRole('row').count()).toBe(2);
    await table.getByRole('row', { name: /Bank account Nothing named .*books/u }).waitFor();
  });

  it('shows what tools named as text, whatever it is', async () => {
    const { place: address } = await hostileBusiness(dashboard, owner);
    const { page } = await signedIn(dashboard, owner, { width: 360 });
    await page.goto(`${address}/data-map`);
    await page
      .getByRole('row', { name: /E-mail address/u })
      .getByRole('button')
      .click();
    await page.getByRole('main').getByText(MARKUP).first().waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('says before the first scan what to do', async () => {
    const { id } = (await owner.post('organizations', { name: 'New Bakery' })).body;
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${dashboard.address}/o/${id}/data-map`);
    await page.getByText('Nothing has been scanned yet').waitFor();
    expect(await wrongFor(page)).toEqual([]);
  });

  it('breaks no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});

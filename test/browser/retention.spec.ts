import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, invitedPerson, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { hostileBusiness } from './hostile-scan.js';
import { openDashboard, type OpenedDashboard, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();

(chromium === null ? describe.skip : describe)('retention and consent', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let path = '';
  let place = '';
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '');
    ({ owner, path } = await signedInOwner(dashboard));
    place = `${dashboard.address}/o/${path.split('/')[1]}`;
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('shows a viewer, too, how old records are against the terms, and who is written to', async () => {
    const viewer = await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' });
    const { page } = await signedIn(dashboard, viewer);
    await page.goto(`${place}/retention`);
    await page.getByRole('heading', { name: /^People are kept for longer .* in crm/u }).waitFor();
    const crm = page.getByRole('article').filter({ hasText: 'HubSpot' });
    expect(await crm.textContent()).toMatch(/Kept 24 months after their last purchase.*people overdue/u);
    await crm
      .getByRole('img', { name: /are older than the term/u })
      .first()
      .waitFor();
    await crm.getByText('By year').first().click();
    await crm.getByRole('row', { name: /^2025/u }).first().waitFor();
    // Files that no system claims are judged by nobody, and not left out.
    await page
      .getByText(/^No term reaches drive\/catering list 2023 .*name the others under files:/u)
      .waitFor();
    const books = page.getByRole('article').filter({ hasText: 'QuickBooks' });
    expect(await books.textContent()).toMatch(/Kept 7 years .*\(tax records\).*Nobody is overdue/u);
    await page.getByRole('row', { name: /crm .* no time at which they agreed .* in newsletter/u }).waitFor();
    expect(await wrongFor(page)).toEqual([]);
  });

  it('says nothing of ages where no records of customers were read', async () => {
    const { place: address } = await hostileBusiness(dashboard, owner);
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${address}/retention`);
    await page.getByText('Nothing can be said of ages and consent').waitFor();
    expect(await wrongFor(page)).toEqual([]);
  });

  it('breaks no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, invitedPerson, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { hostileBusiness, MARKUP } from './hostile-scan.js';
import { openDashboard, type OpenedDashboard, sideways, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();

(chromium === null ? describe.skip : describe)('access', () => {
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

  it('shows a viewer, too, who gets in where, against the policy, and what apps may do and are', async () => {
    const viewer = await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' });
    const { page } = await signedIn(dashboard, viewer);
    await page.goto(`${place}/access`);
    const tom = page.getByRole('row', { name: /^tom@sweetcrumb/u });
    const cell = tom.getByRole('button', { name: /admin/u });
    expect(await cell.textContent()).toMatch(/^Differs from your policy/u);
    await cell.press('Enter');
    await page.getByRole('heading', { name: 'tom@sweetcrumb.example in crm' }).waitFor();
    await page.getByText('Your policy gives: member.').waitFor();
    await page.getByText('Super admin (admin)').waitFor();
    // Nothing is fine of which nobody knows what it allows.
    const lena = page.getByRole('row', { name: /^lena@sweetcrumb/u });
    expect(await lena.getByRole('button').first().textContent()).toMatch(
      /^Not known: the tool does not tell.*rights not told/u,
    );
    const otter = page.getByRole('article').filter({ hasText: 'Otter.ai' });
    expect(await otter.textContent()).toMatch(/AI app.*Read all contacts.*keeps no log/u);
    // Her own login agrees; one that several share is what breaks a rule.
    const shared = page
      .getByRole('row', { name: /^maria@/u })
      .getByRole('button', { name: /several people/u });
    await shared.click();
    await page.getByText('As your policy says').first().waitFor();
    await page.getByText('Give each person a login of their own').waitFor();
    const suspended = page.getByRole('row', { name: /^ben@/u }).getByRole('button', { name: /suspended/u });
    expect(await suspended.textContent()).toMatch(/^Suspended: can not get in/u);
    // A file has neither logins nor apps.
    await page.getByRole('columnheader', { name: /^catering.*a file: no logins$/u }).waitFor();
    expect(await page.getByText('not read', { exact: true }).count()).toBe(0);
    await page.getByText('Which apps reach crm, newsletter, and books could').waitFor();
    const calendar = page.getByRole('article').filter({ hasText: 'Crumb Calendar' });
    await calendar.getByRole('link', { name: 'Vendors that nobody has checked' }).waitFor();
    expect(await calendar.textContent()).not.toMatch(/As your policy says/u);
    await page.getByText('Blocked: it reaches nothing').waitFor();
    expect(await wrongFor(page)).toEqual([]);
  });

  it('shows what tools named as text, and calls nobody fine where nobody could be looked at', async () => {
    const { place: address } = await hostileBusiness(dashboard, owner);
    const { page } = await signedIn(dashboard, owner, { width: 360 });
    await page.goto(`${address}/access`);
    await page.getByRole('main').getByText(MARKUP).first().waitFor();
    await page.getByText('not read').first().waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.getByText('As your policy says').count()).toBe(0);
  });

  it('breaks no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});

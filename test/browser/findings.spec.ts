import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Browser, invitedPerson, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();

(chromium === null ? describe.skip : describe)('findings in the browser', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let path = '';
  let place = '';
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '');
    ({ owner, path } = await signedInOwner(dashboard, {}));
    place = `${dashboard.address}/o/${path.split('/')[1]}`;
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('lead from the overview to one of them, which is accepted with a reason and an end', async () => {
    const { page } = await signedIn(dashboard, owner);
    await page.goto(place);
    await page.getByRole('heading', { level: 1, name: /could not be fully read/u }).waitFor();
    await page.getByRole('link', { name: /^High/u }).click();
    await page.waitForURL(/severity=high/u);
    const first = rows(page).first();
    const title = (await first.getByRole('link').textContent()) ?? '';
    await first.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    for (const part of ['What was found', 'What your policy says', 'What to do', 'What happened'])
      await page.getByRole('heading', { name: part }).waitFor();
    await page.getByRole('button', { name: 'Accept for a while' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why is it all right for now?').fill('Moving it in January');
    await dialog.getByLabel('Until').fill('2026-12-31');
    await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('until December 31, 2026').waitFor();
    await page.getByText('Reason: Moving it in January').waitFor();
    await page.getByLabel('Add a comment').fill('Tom does it.');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByText('Tom does it.').last().waitFor();
    await page.goto(`${place}/findings?state=exception`);
    await page.getByRole('link', { name: title }).waitFor();
    expect(await rows(page).count()).toBeGreaterThan(0);
  });

  it('are gone through, chosen and acknowledged without a mouse', async () => {
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${place}/findings`);
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2 findings chosen').waitFor();
    await page.getByRole('button', { name: 'Acknowledge' }).press('Enter');
    await page.getByText('2 findings chosen').waitFor({ state: 'detached' });
    await page.getByText('acknowledged', { exact: true }).nth(1).waitFor();
    await page.keyboard.press('/');
    const narrowed = page.waitForResponse(/text=newsletter/u);
    await page.keyboard.type('newsletter');
    await narrowed;
    await page.waitForLoadState('networkidle');
    await page.getByRole('heading', { name: 'Findings' }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What to do' }).waitFor();
  });

  it('can be looked at by a viewer, who is offered nothing to decide', async () => {
    const vera = await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' });
    const { page } = await signedIn(dashboard, vera);
    await page.goto(place);
    await page.getByRole('heading', { name: 'Open drift' }).waitFor();
    expect(await page.getByRole('button', { name: 'Scan now' }).count()).toBe(0);
    await page.goto(`${place}/findings`);
    await page.getByText('Deciding is for admins and owners').waitFor();
    await rows(page).first().waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await rows(page).first().getByRole('link').click();
    await page.getByText('Deciding is for admins and owners').waitFor();
    for (const name of ['Acknowledge', 'Accept for a while', 'Comment', 'Give it to somebody'])
      expect([name, await page.getByRole('button', { name, exact: true }).count()]).toEqual([name, 0]);
  });

  it('are said not to be there, and why, where that is so', async () => {
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${place}/findings?text=nothingislikethat`);
    await page.getByText('No finding is like that').waitFor();
    await page.goto(`${place}/findings/ffffffffffffffff`);
    await page.getByText('There is nothing at this address').waitFor();
    await page.route('**/api/v1/**/findings?**', (route) => route.abort());
    await page.goto(`${place}/findings`);
    await page.getByText('Plumbline does not answer.').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    // The browser notes a connection that the test cut; nothing else.
    dashboard.complaints.length = 0;
  });

  it('break no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });

  const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Browser, invitedPerson, ORGANIZATION, OWNER, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard } from './opened-dashboard.js';

const chromium = foundChromium();
const VERA = { email: 'vera@bakery.example', password: OWNER.password };

type Listed = { readonly id: string; readonly rule: string; readonly system: string | null };

/** The rules of which a finding goes at once by a change of the policy that is proposed. */
const PROPOSED = [
  'field.undeclared',
  'field.wrong-system',
  'field.sensitive',
  'field.missing',
  'purpose.mismatch',
  'access.undeclared-person',
  'access.excess-role',
  'app.undeclared',
  'app.excess-scope',
  'vendor.unvetted',
  'vendor.undeclared-payee',
  'program.vetting',
  'program.policy-review',
  'program.audit',
];

/** One service for all: the steps build on each other. */
(chromium === null ? describe.skip : describe)('the policy', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let path: string;
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '');
    ({ owner, path } = await signedInOwner(dashboard, { organization: ORGANIZATION }));
    const { items } = (await owner.get('organizations')).body;
    path = `organizations/${items.find(({ name }: { name: string }) => name === ORGANIZATION).id}`;
    await invitedPerson(owner, path, { email: VERA.email, role: 'viewer' });
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('is changed in the form and in the text, tried on the findings of today, and saved', async () => {
    const page = await signedIn(OWNER);
    await page.goto(screen());
    const text = page.getByRole('textbox', { name: 'The policy as text' });
    expect(await text.inputValue()).toContain('# The data policy of Sweet Crumb Bakery');
    // In the form: phone numbers may not be in the newsletter any more.
    await page.locator('summary', { hasText: 'Kinds of data' }).click();
    await page.locator('summary', { hasText: 'Date of birth' }).click();
    await page.getByRole('button', { name: 'Remove: Date of birth' }).click();
    expect(await text.inputValue()).not.toContain('date_of_birth');
    // The rest of the page is as it was, comments too.
    expect(await text.inputValue()).toContain('# allergies of the guests');
    await page.getByText(/\d+ findings? would come/u).waitFor();
    // Somebody who looks at something else finds the changes again.
    await page.getByRole('link', { name: 'Findings', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Findings' }).waitFor();
    await page.getByRole('link', { name: 'Policy', exact: true }).click();
    await page.getByText('These are your changes from before').waitFor();
    expect(await text.inputValue()).not.toContain('date_of_birth');
    // In the text: a slip is named with its line, and what was meant.
    await text.fill((await text.inputValue()).replace('country: US', 'cuontry: US'));
    await page.getByRole('heading', { name: '1 thing has to be corrected' }).waitFor();
    await page.getByText('Did you mean country?').waitFor();
    expect(await page.getByRole('button', { name: 'Save this policy' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Line 8' }).click();
    await text.fill((await text.inputValue()).replace('cuontry: US', 'country: [US'));
    await page.getByText('the form waits').waitFor();
    await text.fill((await text.inputValue()).replace('country: [US', 'country: US'));
    await page.getByText(/\d+ findings? would come/u).waitFor();
    await page.getByLabel('Why you change it').fill('No birthdays any more');
    await page.getByRole('button', { name: 'Save this policy' }).click();
    await page.getByText('It is in force now').waitFor();
    await page.getByText('No birthdays any more').waitFor();
    expect((await owner.get(`${path}/policies/current`)).body.text).not.toContain('date_of_birth');
  });

  it('shows what a version changed', async () => {
    const { body } = await owner.get(`${path}/policies/current`);
    const text = body.text.replace('review_every: 3 months', 'review_every: 6 months');
    await owner.ask('PUT', `${path}/policies/current`, { text, replaces: body.version });
    const page = await signedIn(OWNER);
    await page.goto(screen());
    await page.getByRole('button', { name: 'What it changed' }).first().click();
    await page.getByText('review_every: 6 months').last().waitFor();
  });

  it('is changed from a finding that says that it is out of date, and then the finding goes', async () => {
    const items: Listed[] = [];
    for (const rule of PROPOSED)
      items.push(...(await owner.get(`${path}/findings?rule=${rule}&limit=5`)).body.items);
    const page = await signedIn(OWNER);
    const tried: string[] = [];
    for (const rule of PROPOSED) {
      const finding = items.find((one) => one.rule === rule && one.system !== 'unclaimed');
      if (finding === undefined) continue;
      tried.push(rule);
      await page.goto(`${screen()}?change=${finding.id}`);
      await page.getByText('The change is made below, and not saved yet.').waitFor();
      await page
        .getByText(/findings? would|No finding of today|has to be corrected/u)
        .first()
        .waitFor();
      const gone = page.getByRole('region', { name: 'What this change would do' });
      const named = gone.locator(`a[href$="${finding.id}"]`);
      expect([rule, await named.count()]).toEqual([rule, 1]);
    }
    expect(tried.length).toBeGreaterThan(8);
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByText('Nothing is changed.').waitFor();
  });

  it('is drafted from what the last scan found', async () => {
    const page = await signedIn(OWNER);
    await page.goto(screen());
    await page.getByRole('button', { name: 'Draft from the last scan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Draft from the last scan' }).click();
    await page.getByText('A draft from the scan of').waitFor();
    await page.getByRole('heading', { name: 'What this change would do' }).waitFor();
    expect(await page.getByRole('button', { name: 'Save this policy' }).isEnabled()).toBe(true);
  });

  it('is looked at, and not changed, by a viewer', async () => {
    const page = await signedIn(VERA);
    await page.goto(screen());
    await page.getByText('Deciding is for admins and owners').waitFor();
    await page.locator('summary', { hasText: 'Your business' }).click();
    expect(await page.getByLabel('Who answers for this page').getAttribute('readonly')).not.toBeNull();
    expect(await page.getByRole('button', { name: 'Draft from the last scan' }).count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'The policy as text' }).getAttribute('readonly')).toBe('');
  });

  it('breaks no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });

  const screen = () => `${dashboard.address}/o/${path.split('/')[1] ?? ''}/policy`;

  async function signedIn(who: { email: string; password: string }, look = {}): Promise<Page> {
    const { page } = await dashboard.stranger(look);
    await page.goto(`${dashboard.address}/sign-in`);
    await page.getByLabel('Your e-mail address').fill(who.email);
    await page.getByLabel('Your password').fill(who.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Open drift' }).waitFor();
    return page;
  }
});

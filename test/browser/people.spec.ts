import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Secret } from '#connectors/kit/secret.js';
import { codeAt } from '#scanner/people/one-time-code.js';
import { Browser, invitedPerson, OWNER, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();
const VERA = { email: 'vera@bakery.example', password: OWNER.password };
const NEXT = 'violet harbour onion clock';
/** As the service of these tests has it. */
const NOW = new Date('2026-11-25T09:00:00Z');

/** One service for all: the steps build on each other. */
(chromium === null ? describe.skip : describe)('people', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let vera: Browser;
  let path: string;
  let page: Page;
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '', { scanned: false });
    ({ owner, path } = await signedInOwner(dashboard));
    vera = await invitedPerson(owner, path, { email: VERA.email, role: 'viewer' });
    page = await opened(owner);
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('switch on their second step with an app, and off again', async () => {
    const own = await opened(vera);
    await own.getByText('Your second step is off.').waitFor();
    await own.getByLabel('Your password', { exact: true }).fill('not this one at all');
    await own.getByRole('button', { name: 'Set up a second step' }).click();
    await own.getByRole('alert').waitFor();
    await own.getByLabel('Your password', { exact: true }).fill(VERA.password);
    await own.getByRole('button', { name: 'Set up a second step' }).click();
    const secret = (await own.getByText(/^[A-Z2-7 ]{32,}$/u).textContent()) ?? '';
    await own.getByLabel('The code that the app shows now').fill('000000');
    await own.getByRole('button', { name: 'Switch it on' }).click();
    await own.getByText('The code is not right.').waitFor();
    const code = codeAt(new Secret(secret.replaceAll(' ', '')), NOW);
    await own.getByLabel('The code that the app shows now').fill(code);
    await own.getByRole('button', { name: 'Switch it on' }).click();
    await own.getByText('Keep these somewhere safe.').waitFor();
    const codes = (await own.getByText(/^(?:[0-9a-z]{4}-){3}/u).textContent()) ?? '';
    expect(codes.trim().split('\n')).toHaveLength(10);
    await own.getByText('Your second step is on.').waitFor();
    expect(await wrongFor(own)).toEqual([]);
    await page.reload();
    await page.getByText('Signs in with a second step').waitFor();
    await own.getByLabel('Your password', { exact: true }).fill(VERA.password);
    await own.getByRole('button', { name: 'Switch it off' }).click();
    await own.getByText('Your second step is off.').waitFor();
    // The codes of a second step that is off open nothing.
    expect(await own.getByText('Keep these somewhere safe.').count()).toBe(0);
  });

  it('change their own password, which the one until now is needed for', async () => {
    const own = await opened(vera);
    const change = async (current: string, next: string) => {
      await own.getByLabel('Your password until now').fill(current);
      await own.getByLabel('Your new password').fill(next);
      await own.getByRole('button', { name: 'Change the password' }).click();
    };
    await change('not this one at all', NEXT);
    await own.getByRole('alert').waitFor();
    await change(VERA.password, NEXT);
    await own.getByText('It is changed.').waitFor();
    const answered = own.waitForResponse(/\/me\/password$/u);
    await change(NEXT, VERA.password);
    expect((await answered).status()).toBe(204);
  });

  it('see where they are signed in, and sign a browser out that is elsewhere', async () => {
    const elsewhere = new Browser(dashboard, '192.0.2.3');
    await elsewhere.signIn(OWNER);
    await page.reload();
    await page.getByText('(this one)').waitFor();
    const signOut = page.getByRole('button', { name: 'Sign out', exact: true });
    await signOut.click();
    await signOut.waitFor({ state: 'detached' });
    expect((await elsewhere.get('me')).status).toBe(401);
    expect((await owner.get('me')).status).toBe(200);
  });

  it('who forgot a password get a link from an owner, which is good once', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Link to a new password' }).click();
    const link = (await page.getByText(/\/new-password#/u).textContent()) ?? '';
    const { page: stranger } = await dashboard.stranger();
    await stranger.goto(link.replace(/^https?:\/\/[^/]+/u, dashboard.address));
    await stranger.getByLabel('Choose a password').fill(NEXT);
    await stranger.getByRole('button', { name: 'Set it' }).click();
    await stranger.getByLabel('Your e-mail address').fill(VERA.email);
    await stranger.getByLabel('Your password').fill(NEXT);
    await stranger.getByRole('button', { name: 'Sign in' }).click();
    await stranger.getByRole('heading', { name: 'Nothing has been scanned yet' }).first().waitFor();
    await stranger.goto(link.replace(/^https?:\/\/[^/]+/u, dashboard.address));
    await stranger.getByLabel('Choose a password').fill(`${NEXT} again`);
    await stranger.getByRole('button', { name: 'Set it' }).click();
    await stranger.getByText('That link is not good any more').waitFor();
    expect((await vera.get('me')).status).toBe(401);
    await vera.signIn({ email: VERA.email, password: NEXT });
  });

  it('are removed after a question, and get nowhere from then on', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Remove' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Signing in leads nowhere here any more').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await owner.get(`${path}/people`)).body.items).toHaveLength(2);
    await page.getByRole('button', { name: 'Remove' }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByText(VERA.email).waitFor({ state: 'detached' });
    expect((await owner.get(`${path}/people`)).body.items).toMatchObject([{ name: 'Anna' }]);
    expect((await vera.get('me')).status).toBe(401);
    expect(dashboard.complaints).toEqual([]);
  });

  async function opened(who: Browser): Promise<Page> {
    const { page: shown } = await signedIn(dashboard, who);
    await shown.goto(`${dashboard.address}/o/${path.split('/')[1] ?? ''}/people`);
    return shown;
  }
});

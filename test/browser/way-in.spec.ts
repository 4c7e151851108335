import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { Browser, invitedPerson, OWNER, setUpLink } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard } from './opened-dashboard.js';

const chromium = foundChromium();
if (chromium === null) process.stderr.write('No Chromium is installed, so nothing is tried in a browser.\n');

/** One service for all: the steps build on each other, as they do for a business. */
(chromium === null ? describe.skip : describe)('the way in', () => {
  let dashboard: OpenedDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '');
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('begins with the link that Plumbline printed, and ends at the overview', async () => {
    const { page } = await dashboard.stranger();
    await page.goto(`${dashboard.address}/set-up#${await setUpLink(dashboard.app)}`);
    await page.getByText('what was scanned here already: Sweet Crumb Bakery').waitFor();
    expect(page.url()).toBe(`${dashboard.address}/set-up`);
    await filledIn(page, { 'Your name': 'Anna', 'Your e-mail address': OWNER.email });
    await page.getByLabel('Choose a password').fill('too short');
    await page.getByLabel('Choose a password').fill('password1234');
    await page.getByRole('button', { name: 'Begin' }).click();
    // What the service refuses is said, and what was typed stays.
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Anna');
    await page.getByLabel('Choose a password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'Open drift' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/o\/[\w-]+$/u);
  });

  it('is a password, and a code where the person wants one', async () => {
    const owner = await ownerByApi();
    const second = (await owner.post('me/second-step', { password: OWNER.password })).body;
    const codes = new TOTP({ secret: Secret.fromBase32(second.secret) });
    const at = (minutes: number) =>
      codes.generate({ timestamp: Date.parse('2026-11-25T09:00:00Z') + minutes * 60_000 });
    await owner.post('me/second-step/accept', { code: at(0) });
    const { page } = await dashboard.stranger();
    await page.goto(`${dashboard.address}/o/whatever/findings`);
    await page.waitForURL(/sign-in\?next=/u);
    await filledIn(page, { 'Your e-mail address': OWNER.email });
    await page.getByLabel('Your password').fill('not this one at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Your password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const code = page.getByLabel('The code from your app, or a recovery code');
    await code.fill(at(0.5));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('There is nothing here.').waitFor();
    await owner.post('me/second-step/switch-off', { password: OWNER.password });
  });

  it('is an invitation for those who are asked in, also for who signs in here already', async () => {
    const owner = await ownerByApi();
    const path = await pathOf(owner);
    const { body } = await owner.post(`${path}/invitations`, {
      email: 'vera@bakery.example',
      role: 'viewer',
    });
    const { page } = await dashboard.stranger();
    await page.goto(onPort(body.link));
    await page.getByText('invites you to Sweet Crumb Bakery, as viewer').waitFor();
    await filledIn(page, { 'Your name': 'Vera' });
    await page.getByLabel('Choose a password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('heading', { name: 'Open drift' }).waitFor();
    const other = (await owner.post('organizations', { name: 'Second Bakery' })).body;
    const again = (
      await owner.post(`organizations/${other.id}/invitations`, {
        email: 'vera@bakery.example',
        role: 'admin',
      })
    ).body;
    await page.goto(onPort(again.link));
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('button', { name: 'Organization' }).waitFor();
    await page.goto(onPort(again.link));
    await page.getByText(/link/u).waitFor();
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
  });

  it('is a link to a new password for who forgot hers', async () => {
    const owner = await ownerByApi();
    const path = await pathOf(owner);
    const otto = await invitedPerson(owner, path, { email: 'otto@bakery.example', role: 'viewer' });
    const { id } = (await otto.get('me')).body;
    const { link } = (await owner.post(`${path}/people/${id}/new-password`)).body;
    const { page } = await dashboard.stranger();
    await page.goto(onPort(link));
    await page.getByLabel('Choose a password').fill('violet harbour onion clock');
    await page.getByRole('button', { name: 'Set it' }).click();
    await filledIn(page, { 'Your e-mail address': 'otto@bakery.example' });
    await page.getByLabel('Your password').fill('violet harbour onion clock');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Open drift' }).waitFor();
  });

  it('says what came of a sign-in elsewhere, in words of ours alone', async () => {
    const { page } = await dashboard.stranger();
    for (const [address, words] of [
      ['/sign-in?problem=not-invited', 'Nobody has invited you'],
      ['/sign-in?problem=constructor', 'did not let you in'],
      ['/connections?connected=crm', 'Plumbline can read that tool now'],
      ['/connections?problem=%3Cb%3E', 'Nothing was stored'],
      ['/new-password', 'This page is opened by a link'],
    ] as const) {
      await page.goto(`${dashboard.address}${address}`);
      await page.getByText(words).waitFor();
    }
  });

  it('breaks no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });

  async function ownerByApi(): Promise<Browser> {
    const owner = new Browser(dashboard);
    await owner.signIn(OWNER);
    return owner;
  }

  async function pathOf(owner: Browser): Promise<string> {
    const { items } = (await owner.get('organizations')).body;
    return `organizations/${items.find(({ name }: { name: string }) => name === 'Sweet Crumb Bakery').id}`;
  }

  /** Links name the address that asked for them, which was none that listens. */
  function onPort(link: string): string {
    return link.replace(/^http:\/\/[^/]+/u, dashboard.address);
  }
});

async function filledIn(page: Page, given: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(given)) await page.getByLabel(label).fill(text);
}

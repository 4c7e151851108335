import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { listCommandLineScan } from '#scanner/queue/command-line-scan.js';
import { Browser, invitedPerson, ORGANIZATION, OWNER, setUpLink } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { hostileBusiness, MARKUP, nameConnection, type Places } from './hostile-scan.js';
import type { Look } from './opened-browser.js';
import { openDashboard, type OpenedDashboard, sideways, wrongFor } from './opened-dashboard.js';
import { LOOKING, type Screen, SCREENS } from './screens.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();
const PHONE = { width: 360, height: 740 };
const LARGEST = { width: 3840, height: 2160 };
const USUAL = { width: 1280, height: 900 };

/** What must hold of each screen, for all of them: one list (screens.ts), one business that has everything. */
(chromium === null ? describe.skip : describe)('every screen', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let viewer: Browser;
  let bakery: Places;
  let entries: readonly string[];

  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '');
    owner = new Browser(dashboard);
    const link = await setUpLink(dashboard.app);
    entries = [`/set-up#${link}`];
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('before a sign-in can be read by everybody, small and light or large and dark', async () => {
    await expectReadable((await dashboard.stranger()).page, ['/set-up', ...entries, '/sign-in']);
    ({ bakery, viewer } = await everythingOf(dashboard, owner));
    const me = `organizations/${bakery.place.split('/o/')[1] ?? ''}`;
    const guest = { email: 'otto@bakery.example', role: 'viewer' };
    const invitation = onPort((await owner.post(`${me}/invitations`, guest)).body.link);
    const { id } = (await viewer.get('me')).body;
    const password = onPort((await owner.post(`${me}/people/${id}/new-password`)).body.link);
    await expectReadable((await dashboard.stranger()).page, [
      '/sign-in?problem=not-invited',
      `/sign-in-link#${'x'.repeat(43)}`,
      invitation,
      password,
      '/connections?problem=no',
    ]);
  });

  describe('with everything there', () => {
    let page: Page;
    beforeAll(async () => {
      page = await opened(owner);
    });

    it.each(SCREENS)('$title can be read by everybody, and never scrolls sideways', async (screen) => {
      const place = placeOf(screen.address, bakery);
      await page.goto(place);
      await page.getByText(screen.shows).first().waitFor();
      await screen.open?.(page);
      await expectReadableHere(page, place);
    });

    it('all organizations on one page can be read by everybody', async () => {
      await page.goto(`${dashboard.address}/organizations`);
      await page.getByRole('link', { name: ORGANIZATION }).waitFor();
      await expectReadableHere(page, 'organizations');
    });
  });

  describe('for a viewer', () => {
    let decides: Page;
    let looksOn: Page;
    beforeAll(async () => {
      decides = await opened(owner);
      looksOn = await opened(viewer);
    });

    it.each(SCREENS)('$title offers nothing to decide', async ({ address, acts, shows }) => {
      const place = placeOf(address, bakery);
      await Promise.all([decides.goto(place), looksOn.goto(place)]);
      for (const name of acts) await decides.getByRole('button', { name, exact: true }).first().waitFor();
      await looksOn.getByText(shows).first().waitFor();
      await looksOn.getByText('One moment …').first().waitFor({ state: 'detached' });
      expect(await actionsOn(looksOn)).toEqual([]);
    });
  });

  describe('before the first scan', () => {
    let page: Page;
    let place: string;
    beforeAll(async () => {
      const { id } = (await owner.post('organizations', { name: 'New Bakery' })).body;
      place = `${dashboard.address}/o/${id}`;
      page = await opened(owner);
    });

    it.each(SCREENS.filter(({ empty }) => empty !== null))(
      '$title says that nothing is there, and calls nothing fine',
      async ({ address, empty }) => {
        await page.goto(`${place}${String(address)}`);
        await page
          .getByText(empty ?? '')
          .first()
          .waitFor();
        expect(await page.getByText(/Nothing differs|As your policy says/u).count()).toBe(0);
        expect(await wrongFor(page)).toEqual([]);
      },
    );
  });

  describe('when the service does not do what was asked', () => {
    const TITLE = 'Something is odd here.';
    const service = {
      answers: 200,
      asked: Promise.withResolvers<void>(),
      goesOn: Promise.withResolvers<void>(),
    };
    let page: Page;
    beforeAll(async () => {
      page = await opened(owner);
      await page.route('**/api/v1/organizations/*/**', async (route) => {
        service.asked.resolve();
        await service.goesOn.promise;
        const { answers: status } = service;
        if (status === 200) return route.continue();
        const body = JSON.stringify({ type: 'about:blank', title: TITLE, status, request: '1' });
        return route.fulfill({ status, contentType: 'application/problem+json', body });
      });
    });

    it.each(SCREENS.filter(({ asks }) => asks !== false))(
      '$title waits, says what went wrong and offers another try, or says that one may not',
      async ({ address, shows }) => {
        const again = page.getByRole('button', { name: 'Try again' });
        Object.assign(service, {
          answers: 500,
          asked: Promise.withResolvers(),
          goesOn: Promise.withResolvers(),
        });
        await page.goto(placeOf(address, bakery));
        await service.asked.promise;
        await page.getByText('One moment …').first().waitFor();
        service.goesOn.resolve();
        await page.getByRole('alert').getByText(TITLE).first().waitFor();
        expect(await page.getByText('One moment …').count()).toBe(0);
        service.answers = 200;
        await again.first().click();
        await page.getByText(shows).first().waitFor();
        await again.first().waitFor({ state: 'detached' });
        service.answers = 403;
        await page.reload();
        await page.getByText(TITLE).first().waitFor();
        await page.getByText('Ask an owner of your organization').first().waitFor();
        expect(await again.count()).toBe(0);
      },
    );
  });

  describe('under names that do harm', () => {
    let page: Page;
    let hostile: Places;
    beforeAll(async () => {
      hostile = await hostileBusiness(dashboard, owner);
      page = await opened(owner, PHONE);
    });

    it.each(SCREENS)('$title shows them as text, on a phone and on the largest screen', async (screen) => {
      const { address, names, shows, open } = screen;
      await page.setViewportSize(PHONE);
      await page.goto(placeOf(address, hostile));
      await page
        .getByRole('main')
        .getByText(names ? MARKUP.slice(0, 20) : shows)
        .filter({ visible: true })
        .first()
        .waitFor();
      await open?.(page);
      expect(await sideways(page)).toBe(0);
      await page.setViewportSize(LARGEST);
      expect(await sideways(page)).toBe(0);
      expect(await page.locator('img[src=x]').count()).toBe(0);
      expect(await page.title()).toMatch(/· Plumbline$/u);
    });
  });

  it('breaks no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });

  async function opened(who: Browser, look: Look = {}): Promise<Page> {
    return (await signedIn(dashboard, who, look)).page;
  }

  async function expectReadable(page: Page, addresses: readonly string[]): Promise<void> {
    for (const address of addresses) {
      await page.goto('about:blank');
      await page.goto(dashboard.address + address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectReadableHere(page, address);
    }
  }
});

const placeOf = (address: Screen['address'], places: Places): string =>
  places.place + (typeof address === 'string' ? address : address(places));

/** Links name the address that asked for them, which was none that listens. */
const onPort = (link: string): string => link.replace(/^http:\/\/[^/]+/u, '');

async function expectReadableHere(page: Page, place: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  expect([place, 'small', await sideways(page)]).toEqual([place, 'small', 0]);
  expect([place, 'light', await wrongFor(page)]).toEqual([place, 'light', []]);
  await pictured(page, `${place}-phone`);
  await page.setViewportSize(LARGEST);
  expect([place, 'large', await sideways(page)]).toEqual([place, 'large', 0]);
  await page.setViewportSize(USUAL);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  expect([place, 'dark', await wrongFor(page, 'colours')]).toEqual([place, 'dark', []]);
  await pictured(page, `${place}-dark`);
}

/** For whoever looks at the screens with her own eyes. */
async function pictured(page: Page, place: string): Promise<void> {
  const folder = process.env['PLUMBLINE_PICTURES'];
  if (folder === undefined) return;
  const name = place.replace(/^.*\/o\/[^/]*|#.*(?=-)/gu, '').replace(/[^\w-]+/gu, '-');
  await page.screenshot({ path: `${folder}/screen${name}.png`, fullPage: true });
}

interface Named {
  readonly textContent: string;
  getAttribute(name: string): string | null;
}

/** The names of all buttons of a screen that would change something. */
async function actionsOn(page: Page): Promise<readonly string[]> {
  const buttons = page.getByRole('main').locator('button:enabled:not([aria-expanded]:not([aria-haspopup]))');
  const names = await buttons.evaluateAll((all) =>
    (all as unknown as readonly Named[]).map(
      (one) => one.getAttribute('aria-label') ?? one.textContent.trim(),
    ),
  );
  return names.filter((name) => !LOOKING.test(name));
}

/** The scanned bakery with one of everything, and somebody who only looks on. */
async function everythingOf(
  dashboard: OpenedDashboard,
  owner: Browser,
): Promise<{ readonly bakery: Places; readonly viewer: Browser }> {
  await owner.post('set-up', { link: await setUpLink(dashboard.app), ...OWNER, organization: null });
  const { id } = (await owner.get('organizations')).body.items[0];
  const path = `organizations/${id}`;
  const viewer = await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' });
  await owner.post(`${path}/invitations`, { email: 'gus@bakery.example', role: 'viewer' });
  await owner.post(`${path}/tokens`, { name: 'Export', scope: 'read', ends_at: '2026-12-25T09:00:00Z' });
  await owner.ask('PUT', `${path}/schedule`, { every: 'day', at: '06:00', day: 1, paused: false });
  await owner.post(`${path}/mails/test`, { to: OWNER.email });
  await owner.put(`${path}/uploads/contacts.csv`, Buffer.from('Email\n'));
  for (const months of ['6 months', '3 months']) {
    const { text, version } = (await owner.get(`${path}/policies/current`)).body;
    const changed = text.replace(/review_every: \d+ months/u, `review_every: ${months}`);
    await owner.ask('PUT', `${path}/policies/current`, { text: changed, replaces: version });
  }
  await nameConnection(dashboard, '310077', ORGANIZATION);
  const { scan } = (await owner.get(`${path}/overview`)).body;
  const made = { scanId: scan.id, startedAt: scan.finished_at, finishedAt: scan.finished_at };
  await listCommandLineScan(dashboard.app.get(DataSource).manager, ORGANIZATION, made);
  const [finding] = (await owner.get(`${path}/findings`)).body.items;
  const [job] = (await owner.get(`${path}/scans`)).body.items;
  return {
    bakery: { place: `${dashboard.address}/o/${id}`, finding: finding.id, job: job.id },
    viewer,
  };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Browser, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();
/** More steps than anybody would take to get somewhere. */
const MOST_TABS = 80;

/** The main things, done by somebody who has no mouse. */
(chromium === null ? describe.skip : describe)('by keyboard alone', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let page: Page;
  let place: string;
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '');
    const signed = await signedInOwner(dashboard);
    ({ owner } = signed);
    place = `${dashboard.address}/o/${signed.path.split('/')[1] ?? ''}`;
    ({ page } = await signedIn(dashboard, owner));
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('one skips to what is on the page, and sees where one is', async () => {
    await opened('');
    const skip = page.getByRole('link', { name: 'Skip to what is on the page' });
    await tabTo(skip, 'Shift+Tab');
    expect(await skip.boundingBox()).toMatchObject({ x: expect.any(Number) });
    await page.keyboard.press('Enter');
    expect(await hasFocus(page.getByRole('main'))).toBe(true);
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const [shown, what] = await page.evaluate<readonly [boolean, string]>(FOCUS);
      expect([what, shown]).toEqual([what, true]);
    }
  });

  it('one goes to another screen, which says what it is', async () => {
    await opened('');
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await press(navigation.getByRole('link', { name: 'Findings' }), 'Shift+Tab');
    const title = page.getByRole('heading', { level: 1, name: 'Findings' });
    await title.waitFor();
    expect(await hasFocus(title)).toBe(true);
  });

  it('one opens a menu, chooses, and is back where one was', async () => {
    await opened('');
    const account = page.getByRole('button', { name: 'Your account' });
    await press(account, 'Shift+Tab');
    await page.getByRole('menuitemradio', { name: 'Dark' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitemradio', { name: 'Dark' }).waitFor({ state: 'detached' });
    expect(await hasFocus(account)).toBe(true);
  });

  it('one opens and leaves the menu on a phone', async () => {
    const phone = (await signedIn(dashboard, owner, { width: 360, height: 740 })).page;
    await phone.goto(place);
    await phone.getByRole('heading', { name: 'Open drift' }).waitFor();
    const menu = phone.getByRole('button', { name: 'Menu', exact: true });
    const policy = phone.getByRole('link', { name: 'Policy', exact: true });
    expect(await policy.isVisible()).toBe(false);
    await press(menu, 'Shift+Tab');
    await tabTo(policy);
    await phone.keyboard.press('Escape');
    await policy.waitFor({ state: 'hidden' });
    expect(await hasFocus(menu)).toBe(true);
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    await phone.keyboard.press('Enter');
    await press(policy);
    await phone.getByRole('heading', { level: 1, name: 'Policy' }).waitFor();
    expect(await policy.isVisible()).toBe(false);
  });

  it('one stays in a dialog until it is closed, and comes back to where one was', async () => {
    const { items } = (
      await owner.get(`${place.replace(`${dashboard.address}/o`, 'organizations')}/findings`)
    ).body;
    await opened(`/findings/${items[0].id}`);
    const accept = page.getByRole('button', { name: 'Accept for a while' });
    await accept.waitFor();
    await press(accept);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await wrongFor(page)).toEqual([]);
    for (let step = 0; step < 10; step += 1) {
      expect(await dialog.evaluate(holdsFocus)).toBe(true);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await hasFocus(accept)).toBe(true);
  });

  it('one connects a tool step by step', async () => {
    await opened('/connections');
    await press(page.getByRole('link', { name: 'Connect HubSpot' }));
    await page.getByRole('heading', { name: 'What Plumbline reads in HubSpot' }).waitFor();
    const right = page.getByRole('checkbox').first();
    await tabTo(right);
    await page.keyboard.press('Space');
    expect(await right.isChecked()).toBe(false);
    await press(page.getByRole('button', { name: 'Go on' }));
    await page.getByRole('heading', { name: 'Connect HubSpot' }).waitFor();
    await tabTo(page.getByLabel('Service key'));
    await page.keyboard.type('not a key');
    await press(page.getByRole('button', { name: 'Connect', exact: true }));
    await page.getByRole('alert').getByText('does not look like this').waitFor();
  });

  it('one writes into the policy, and gets out of it again', async () => {
    await opened('/policy');
    const text = page.getByRole('textbox', { name: 'The policy as text' });
    await press(page.locator('summary', { hasText: 'Your business' }));
    await page.getByLabel('Who answers for this page').waitFor();
    await tabTo(text);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# ');
    await press(page.getByRole('button', { name: 'Discard changes' }));
    await page.getByText('Nothing is changed.').waitFor();
  });

  it('breaks no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });

  async function opened(address: string): Promise<void> {
    await page.goto(place + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
  }
});

/** Whether somebody who looks sees what has the focus, and what that is. */
const FOCUS = `(() => {
  const { outlineStyle, boxShadow, borderColor } = getComputedStyle(document.activeElement);
  return [outlineStyle !== 'none' || boxShadow !== 'none', document.activeElement.outerHTML.slice(0, 100)];
})()`;

/** What of an element is asked for, in the browser. */
interface InDocument {
  readonly ownerDocument: { readonly activeElement: unknown };
  contains(other: unknown): boolean;
}

function holdsFocus(box: unknown): boolean {
  const { ownerDocument } = box as InDocument;
  return (box as InDocument).contains(ownerDocument.activeElement);
}

async function hasFocus(what: Locator): Promise<boolean> {
  return what.evaluate((element) => {
    const { activeElement } = (element as unknown as InDocument).ownerDocument;
    return element === activeElement;
  });
}

/** As somebody gets there who can only go on, or back: each screen puts one at its title. */
async function tabTo(what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < MOST_TABS; step += 1) {
    if ((await what.count()) === 1 && (await hasFocus(what))) return;
    await what.page().keyboard.press(key);
  }
  throw new Error(`${String(what)} can not be reached with ${key}.`);
}

async function press(what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(what, key);
  await what.page().keyboard.press('Enter');
}

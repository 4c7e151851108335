import type { BrowserContext, Page } from 'playwright-core';
import type { Browser } from '../service/people-bench.js';
import type { Look } from './opened-browser.js';
import type { OpenedDashboard } from './opened-dashboard.js';

/** A browser in which somebody is signed in already. */
export async function signedIn(
  dashboard: OpenedDashboard,
  person: Browser,
  look: Look = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const opened = await dashboard.stranger(look);
  await opened.context.addCookies(
    [...person.cookies].map(([name, value]) => ({ name, value, url: dashboard.address })),
  );
  return opened;
}

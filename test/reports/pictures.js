import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Opens a browser that is installed here, and closes it again. */
export async function withBrowser(use) {
  const executablePath = process.env.PLUMBLINE_BROWSER ?? BROWSERS.find((file) => existsSync(file));
  if (executablePath === undefined) {
    process.stderr.write('No chromium was found. Install it, or name it in PLUMBLINE_BROWSER.\n');
    process.exit(2);
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

/** The whole of a page as a picture; nothing is fetched. */
export async function pictureOf(browser, { html, width, scheme, file }) {
  const context = await browser.newContext({
    viewport: { width, height: 400 },
    colorScheme: scheme,
    offline: true,
  });
  const page = await context.newPage();
  await page.setContent(html);
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
}

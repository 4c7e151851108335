import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { foundChromium } from '../browser/found-chromium.js';
import { startDemoService } from '../demo/demo-service.js';
import { CUSTOMERS, NOON, scanBakery } from '../demo/scanned-bakery.js';
import { startVendors } from '../vendors/start-vendors.js';
import { SCREENS } from './screens.js';

const IMAGES = path.join('docs', 'images');

const executablePath = foundChromium();
if (executablePath === null) {
  process.stderr.write('No chromium was found. Install it, or name it in PLUMBLINE_BROWSER.\n');
  process.exit(2);
}
const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-screenshots-'));
try {
  await using vendors = await startVendors({ size: CUSTOMERS, now: NOON });
  const say = (text: string) => process.stdout.write(text);
  const { exportsFolder, environment } = await scanBakery(path.join(folder, 'demo'), vendors, {
    say,
    shown: false,
  });
  const service = await startDemoService(path.join(folder, 'demo'), exportsFolder, {
    ...environment,
    PLUMBLINE_PORT: '0',
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await takePictures(browser, service.signInLink);
  } finally {
    await browser.close();
    service.stop();
    await service.ended;
  }
} finally {
  await rm(folder, { recursive: true });
}

async function takePictures(browser: Browser, signInLink: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'America/New_York',
  });
  const page = await context.newPage();
  // The demo's time is that of its simulated tools.
  await context.clock.setFixedTime(NOON);
  await page.goto(signInLink);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/o\//u);
  const home = page.url();
  for (const screen of SCREENS) {
    await page.setViewportSize({ width: screen.width ?? 1280, height: screen.height ?? 860 });
    await page.emulateMedia({ colorScheme: screen.scheme ?? 'light' });
    await page.goto(home + screen.address);
    await settled(page);
    await screen.act?.(page);
    await settled(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: path.join(IMAGES, `${screen.name}.png`) });
    process.stdout.write(`  ${screen.name}\n`);
  }
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

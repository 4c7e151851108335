import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** Two days after the scan of the example bakery. */
export const NOW = '2026-11-25T09:00:00Z';

/** A Chromium, and people before it who look at one service. */
export interface OpenedBrowser extends AsyncDisposable {
  /** A browser that knows nothing yet. */
  stranger(look?: Look): Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  /** What a browser complained of, such as a style that the service forbids. */
  readonly complaints: string[];
}

export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

export async function openBrowser(executablePath: string): Promise<OpenedBrowser> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const complaints: string[] = [];
  return {
    complaints,
    async stranger({ scheme = 'light', width = 1280, height = 900 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        reducedMotion: 'reduce',
        locale: 'en-US',
        timezoneId: 'America/New_York',
      });
      await context.clock.setFixedTime(NOW);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        // What the service refuses is shown on the page; the browser notes it, too.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          complaints.push(message.text());
      });
      return { page, context };
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

import { expect } from '@jest/globals';
import type { Browser } from '../service/people-bench.js';
import { type OpenedDashboard, sideways, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

/** Looks at a screen small and light, and large and dark: nothing that axe finds wrong, nothing to scroll sideways. */
export async function expectReadable(
  dashboard: OpenedDashboard,
  person: Browser,
  { address, shows }: { readonly address: string; readonly shows: string },
): Promise<void> {
  for (const look of [{ width: 360 }, { scheme: 'dark', width: 1280 }] as const) {
    const { page, context } = await signedIn(dashboard, person, look);
    await page.goto(address);
    await page.getByText(shows).first().waitFor();
    expect([look, await wrongFor(page)]).toEqual([look, []]);
    expect([look, await sideways(page)]).toEqual([look, 0]);
    await context.close();
  }
}

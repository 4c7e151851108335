import { expect, it } from '@jest/globals';
import { ORGANIZATION, OWNER, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard } from './opened-dashboard.js';

const chromium = foundChromium();

(chromium === null ? it.skip : it)('all organizations stand on one page, and lead to each', async () => {
  await using dashboard = await openDashboard(chromium ?? '');
  const { owner } = await signedInOwner(dashboard, { organization: ORGANIZATION });
  await owner.post('organizations', { name: '<script>alert(1)</script> \u05D0\u05D1 Bakery' });
  const { page } = await dashboard.stranger();
  await page.goto(`${dashboard.address}/organizations`);
  await page.getByLabel('Your e-mail address').fill(OWNER.email);
  await page.getByLabel('Your password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Your organizations' }).waitFor();
  await page.getByRole('link', { name: ORGANIZATION }).waitFor();
  // Nothing is said to be fine of what was never looked at.
  expect(await page.getByText('Nothing can be said yet').count()).toBe(2);
  expect(await page.getByText('Nothing differs').count()).toBe(0);
  await page.getByRole('link', { name: ORGANIZATION }).click();
  await page.getByRole('heading', { name: 'Open drift' }).waitFor();
  expect(dashboard.complaints).toEqual([]);
});

import type { Page } from 'playwright-core';

/** A picture of a screen of the dashboard. */
interface Screen {
  /** Of the file in docs/images. */
  readonly name: string;
  /** Behind that of the organization. */
  readonly address: string;
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  /** What the reader does there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

export const SCREENS: readonly Screen[] = [
  { name: 'overview', address: '', height: 1000 },
  { name: 'overview-dark', address: '', height: 1000, scheme: 'dark' },
  { name: 'overview-phone', address: '', width: 390, height: 844 },
  { name: 'findings', address: '/findings' },
  {
    name: 'finding',
    address: '/findings?text=jo%40pixelpantry',
    height: 1100,
    act: async (page) =>
      page.getByRole('link', { name: /jo@pixelpantry.example has access to crm/u }).click(),
  },
  { name: 'scans', address: '/scans' },
  { name: 'data-map', address: '/data-map', height: 1100 },
  { name: 'access', address: '/access', height: 1100 },
  { name: 'retention', address: '/retention', height: 1100 },
  { name: 'policy', address: '/policy', height: 1000 },
  { name: 'connections', address: '/connections' },
  { name: 'reports', address: '/reports', height: 1000 },
  { name: 'people', address: '/people' },
  { name: 'settings', address: '/settings' },
];

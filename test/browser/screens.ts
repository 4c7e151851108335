import type { Page } from 'playwright-core';
import type { Places } from './hostile-scan.js';

/** A screen of an organization, and what has to be true of it (every-screen.spec.ts). */
export interface Screen {
  readonly title: string;
  /** Behind the address of the organization. */
  readonly address: string | ((places: Places) => string);
  /** A word that stands there when it is there. */
  readonly shows: string | RegExp;
  /** What those who decide can press, and a viewer is not offered. */
  readonly acts: readonly string[];
  /** What is said before anything was written, connected or scanned; null: it is never empty. */
  readonly empty: string | null;
  /** Whether names that others chose are shown. */
  readonly names: boolean;
  /** Whether anything is asked for. */
  readonly asks?: false;
  /** What is opened before it is looked at. */
  readonly open?: (page: Page) => Promise<void>;
}

const NEVER_SCANNED = 'Nothing has been scanned yet';

/** All that stands behind the address of an organization (shell.tsx). */
export const SCREENS: readonly Screen[] = [
  {
    title: 'the overview',
    address: '',
    shows: 'Open drift',
    acts: ['Scan now'],
    empty: NEVER_SCANNED,
    names: true,
  },
  {
    title: 'findings',
    address: '/findings?state=all',
    shows: /^\d+ findings?$/u,
    acts: [],
    empty: NEVER_SCANNED,
    names: true,
  },
  {
    title: 'a finding',
    address: ({ finding }) => `/findings/${finding}`,
    shows: 'What happened',
    acts: ['Acknowledge', 'Accept for a while', 'Give it to somebody', 'Comment'],
    empty: null,
    names: true,
  },
  {
    title: 'the data map',
    address: '/data-map',
    shows: 'E-mail address',
    acts: [],
    empty: NEVER_SCANNED,
    names: true,
    open: (page) =>
      page
        .getByRole('row', { name: /E-mail address/u })
        .getByRole('button')
        .first()
        .click(),
  },
  { title: 'access', address: '/access', shows: 'Zapier', acts: [], empty: NEVER_SCANNED, names: true },
  {
    title: 'retention and consent',
    address: '/retention',
    shows: /overdue|Nothing can be said/u,
    acts: [],
    empty: NEVER_SCANNED,
    names: false,
  },
  {
    title: 'the policy',
    address: '/policy',
    shows: 'Versions',
    acts: ['Draft from the last scan'],
    empty: 'There is no policy yet',
    names: false,
    open: async (page) => {
      for (const section of ['Kinds of data', 'Tools', 'People', 'Vendors'])
        await page.locator('summary', { hasText: section }).first().click();
      await page.getByRole('button', { name: 'What it changed' }).first().click();
    },
  },
  {
    title: 'connections',
    address: '/connections',
    shows: 'Connect a tool',
    acts: [],
    empty: 'No tool is connected yet',
    names: false,
  },
  {
    title: 'a connection',
    address: '/connections/hubspot',
    shows: 'What it may not read',
    acts: ['Test it', 'Disconnect'],
    empty: 'There is no connection of that name any more',
    names: true,
  },
  {
    title: 'what a tool would be asked for',
    address: '/connections/new/google-workspace',
    shows: 'What Plumbline reads in Google Workspace',
    acts: ['Go on'],
    empty: null,
    names: false,
  },
  {
    title: 'how a tool is connected',
    address: '/connections/new/hubspot',
    shows: 'What Plumbline reads in HubSpot',
    acts: ['Go on'],
    empty: null,
    names: false,
    open: (page) => page.getByRole('button', { name: 'Go on' }).click(),
  },
  {
    title: 'exports',
    address: '/exports',
    shows: 'Where to find them',
    acts: ['Choose files'],
    empty: 'No file waits',
    names: true,
  },
  {
    title: 'scans',
    address: '/scans',
    shows: 'on the command line',
    acts: ['Scan now'],
    empty: 'Nobody has asked for a scan yet',
    names: false,
  },
  {
    title: 'a scan',
    address: ({ job }) => `/scans/${job}`,
    shows: 'What could be read',
    acts: [],
    empty: null,
    names: true,
  },
  {
    title: 'reports',
    address: '/reports',
    shows: 'What was sent',
    acts: ['Send a test mail'],
    empty: 'Nothing was sent yet',
    names: false,
  },
  {
    title: 'the schedule',
    address: '/schedule',
    shows: 'Next scan',
    acts: ['Save'],
    empty: 'No scan is planned',
    names: false,
  },
  {
    title: 'people',
    address: '/people',
    shows: 'Members',
    acts: ['Invite', 'Make a token', 'Remove', 'Take back'],
    empty: 'Nobody is invited just now',
    names: true,
  },
  {
    title: 'settings',
    address: '/settings',
    shows: 'Reports by mail',
    acts: ['Save'],
    empty: null,
    names: true,
  },
  {
    title: 'the first run',
    address: '/begin',
    shows: 'Your first scan',
    acts: ['Scan the example'],
    empty: null,
    names: false,
    asks: false,
  },
];

/** Buttons that change what one looks at, and nothing else; those that open something say so by themselves. */
export const LOOKING =
  /^(What it changed|Show|Older|Copy|Set up a second step|Toggle password visibility|Change the password|Sign it out)/u;

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserActionError } from '#connectors/contract/error.js';
import { accessedAppsCsv } from './apps-list.js';
import { daysBefore } from './calendar.js';
import { type Customer, inventCustomers } from './customer.js';
import { driveFiles } from './drive-files.js';
import { googleContactsCsv } from './google-contacts.js';
import { hubspotContactsCsv } from './hubspot-contacts.js';
import { mailchimpAudienceZip, mailchimpExportName } from './mailchimp-audience.js';
import { inventOrders } from './order.js';
import { type BakeryState, isIn } from './planted.js';
import { bookedCustomers } from './quickbooks-company.js';
import { quickbooksCustomersXlsx } from './quickbooks-customers.js';
import { quickbooksSalesCsv } from './quickbooks-sales.js';
import type { Setting } from './setting.js';
import {
  googleUsersCsv,
  googleUsersFileName,
  hubspotUsersCsv,
  mailchimpTeamCsv,
  quickbooksUsersCsv,
} from './staff-lists.js';

export interface BakeryOptions {
  /** The day on which the exports are made, YYYY-MM-DD; every other date hangs on it. */
  readonly asOf: string;
  /** `a-week-later` is the same bakery seven days on: give an `asOf` seven days after that of `first`. */
  readonly state?: BakeryState;
  readonly seed?: number;
  /** How many customers there are on the first day. */
  readonly customers?: number;
}

const DAYS_BETWEEN_STATES = 7;
const NEWCOMERS = 12;

/**
 * Writes the exports of an invented bakery, the same to the byte for the same options. `folder` is made if needed.
 * Throws a UserActionError if it holds anything: nothing of anybody is overwritten or mixed with invented people.
 */
export async function writeExampleBakery(folder: string, options: BakeryOptions): Promise<void> {
  const { asOf, state = 'first', seed = 20_260_901, customers: count = 2000 } = options;
  await ensureEmpty(folder);
  const opening = state === 'first' ? asOf : daysBefore(asOf, DAYS_BETWEEN_STATES);
  const setting: Setting = { seed, state, today: asOf, opening };
  const customers = [
    ...inventCustomers(seed, count, opening),
    ...(state === 'first' ? [] : newcomers(seed, count, asOf)),
  ];
  const booked = bookedCustomers(customers);
  const files: readonly (readonly [file: string, content: string | Buffer | null])[] = [
    [`hubspot/hubspot-crm-exports-all-contacts-${asOf}.csv`, hubspotContactsCsv(customers, setting)],
    [`hubspot/hubspot-users-${asOf}.csv`, hubspotUsersCsv(setting)],
    [`mailchimp/${mailchimpExportName(setting)}.zip`, await mailchimpAudienceZip(customers, setting)],
    ['mailchimp/team.csv', mailchimpTeamCsv(setting)],
    [
      'quickbooks/Sweet Crumb Bakery_Customer Contact List.xlsx',
      await quickbooksCustomersXlsx(booked, setting),
    ],
    [
      'quickbooks/Sweet Crumb Bakery_Sales by Customer Detail.csv',
      quickbooksSalesCsv(booked, inventOrders(seed, customers, opening), setting),
    ],
    ['quickbooks/manage-users.csv', quickbooksUsersCsv(setting)],
    [`google/${googleUsersFileName(setting)}`, googleUsersCsv(setting)],
    ['google/accessed-apps.csv', accessedAppsCsv(setting)],
    ['google/contacts.csv', googleContactsCsv(customers, setting)],
  ];
  for (const [file, content] of files) {
    if (content !== null) await write(folder, file, content);
  }
  for (const file of driveFiles.filter((plan) => isIn(state, plan))) {
    await write(folder, file.path, await file.content(customers, setting));
  }
}

/** Customers who came in the week between the two states. */
function newcomers(seed: number, count: number, asOf: string): readonly Customer[] {
  return inventCustomers(seed, count + NEWCOMERS, asOf)
    .slice(count)
    .map((customer) => cameBefore(customer, asOf));
}

function cameBefore(customer: Customer, asOf: string): Customer {
  return { ...customer, created: daysBefore(asOf, customer.index % DAYS_BETWEEN_STATES) };
}

async function ensureEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder);
  if (entries.length > 0) {
    throw new UserActionError({
      message: 'The folder for the example is not empty.',
      step: 'Choose a new folder, or empty this one.',
      details: { entries: entries.length },
    });
  }
}

async function write(folder: string, file: string, content: string | Buffer): Promise<void> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
}

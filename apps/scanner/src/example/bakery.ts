import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserActionError } from '#connectors/contract/error.js';
import { accessedAppsCsv } from './apps-list.js';
import { type BakeryOptions, inventBakery } from './bakery-people.js';
import { driveFiles } from './drive-files.js';
import { googleContactsCsv } from './google-contacts.js';
import { hubspotContactsCsv } from './hubspot-contacts.js';
import { mailchimpAudienceZip, mailchimpExportName } from './mailchimp-audience.js';
import { isIn } from './planted.js';
import { bookedCustomers } from './quickbooks-company.js';
import { quickbooksCustomersXlsx } from './quickbooks-customers.js';
import { quickbooksSalesCsv } from './quickbooks-sales.js';
import {
  googleUsersCsv,
  googleUsersFileName,
  hubspotUsersCsv,
  mailchimpTeamCsv,
  quickbooksUsersCsv,
} from './staff-lists.js';

/**
 * Writes the exports of an invented bakery, the same to the byte for the same options. `folder` is made if needed.
 * Throws a UserActionError if it holds anything: nothing of anybody is overwritten or mixed with invented people.
 */
export async function writeExampleBakery(folder: string, options: BakeryOptions): Promise<void> {
  await ensureEmpty(folder);
  for (const { path: file, content } of await exampleBakery(options)) await write(folder, file, content);
}

/** The same exports in memory, by their path in the folder. */
export async function exampleBakery(
  options: BakeryOptions,
): Promise<readonly { readonly path: string; readonly content: Buffer }[]> {
  const { setting, customers, orders } = inventBakery(options);
  const { today, state } = setting;
  const booked = bookedCustomers(customers);
  const files: readonly (readonly [file: string, content: string | Buffer | null])[] = [
    [`hubspot/hubspot-crm-exports-all-contacts-${today}.csv`, hubspotContactsCsv(customers, setting)],
    [`hubspot/hubspot-users-${today}.csv`, hubspotUsersCsv(setting)],
    [`mailchimp/${mailchimpExportName(setting)}.zip`, await mailchimpAudienceZip(customers, setting)],
    ['mailchimp/team.csv', mailchimpTeamCsv(setting)],
    [
      'quickbooks/Sweet Crumb Bakery_Customer Contact List.xlsx',
      await quickbooksCustomersXlsx(booked, setting),
    ],
    [
      'quickbooks/Sweet Crumb Bakery_Sales by Customer Detail.csv',
      quickbooksSalesCsv(booked, orders, setting),
    ],
    ['quickbooks/manage-users.csv', quickbooksUsersCsv(setting)],
    [`google/${googleUsersFileName(setting)}`, googleUsersCsv(setting)],
    ['google/accessed-apps.csv', accessedAppsCsv(setting)],
    ['google/contacts.csv', googleContactsCsv(customers, setting)],
  ];
  const exported = files.flatMap(([file, content]) =>
    content === null ? [] : [{ path: file, content: Buffer.from(content) }],
  );
  for (const file of driveFiles.filter((plan) => isIn(state, plan))) {
    exported.push({ path: file.path, content: Buffer.from(await file.content(customers, setting)) });
  }
  return exported;
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

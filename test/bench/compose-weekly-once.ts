// Composes the weekly mail of the one organization of a data directory, and prints what it took: a child of reports.bench.
import { BAKERY } from '#scanner/findings/ledger.spec-builders.js';
import { OrganizationRecords } from '#scanner/findings/organization-records.js';
import { composeWeekly } from '#scanner/reports/compose-weekly.js';
import { openDataSource } from '#scanner/storage/data-source.js';

const [, , folder = ''] = process.argv;
const dataSource = await openDataSource(folder);
const began = performance.now();
const { mail } = await composeWeekly(
  new OrganizationRecords(dataSource.manager, BAKERY),
  new Date('2027-12-31T12:00:00Z'),
  null,
);
const seconds = (performance.now() - began) / 1000;
await dataSource.destroy();
const kb = (bytes: number) => Math.round(bytes / 1024);
process.stdout.write(
  JSON.stringify({
    seconds: Math.round(seconds * 10) / 10,
    megabytes: kb(process.resourceUsage().maxRSS),
    htmlKb: kb(Buffer.byteLength(mail.html)),
    attachmentKb: kb(mail.attachments.reduce((sum, { bytes }) => sum + bytes.length, 0)),
    subject: mail.subject,
  }),
);

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { Ledger } from '../findings/ledger.js';
import { digest } from '../policies/digest.js';
import { currentIn } from '../policies/policies.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { endOfDay, policyInForce } from '../reports/policy-in-force.js';
import { dataDirectoryOption, emailOption, isDay, organizationOption } from './options.js';
import { withFindings } from './open-plumbline.js';
import { readPolicyFile } from './read-policy-file.js';
import {
  formatOf,
  refuseFileFor,
  type ReportFormat,
  reportFormats,
  type ReportKind,
  reportKinds,
} from './report-formats.js';
import { type ReportFile, reportFiles } from './report-files.js';
import { writeOutput } from './write-output.js';

interface ReportOptions {
  readonly kind: ReportKind;
  readonly format?: ReportFormat;
  readonly out?: string;
  readonly policy?: string;
  readonly at?: string;
  readonly to?: string;
  readonly organization?: string;
  readonly dataDir: string;
}

export function reportCommand(): Command {
  return new Command('report')
    .description(
      'write a report: the weekly mail, the page you sign (policy), wording for your website (notice), the quarterly audit pack (audit), questions to your vendors (questionnaire), the record of processing (ropa)',
    )
    .addOption(new Option('--kind <kind>', 'which report').choices(reportKinds).makeOptionMandatory())
    .addOption(
      new Option('--format <format>', 'how to write it; what is usual for it if you do not say').choices(
        reportFormats,
      ),
    )
    .option('--out <file>', 'write it to a file instead of the screen; mails to several vendors to a folder')
    .option('--policy <file>', 'make it from this policy instead of the one in force')
    .addOption(
      new Option(
        '--at <time>',
        'as it was then instead of now: a day (YYYY-MM-DD, until its end) or an instant (2026-11-23T12:00:00Z)',
      ).argParser(readTime),
    )
    .addOption(emailOption('--to <email>', 'to whom a mail goes (--format eml)'))
    .addOption(organizationOption())
    .addOption(dataDirectoryOption())
    .action(makeReport);
}

/** A day, or an instant in UTC. */
function readTime(text: string): string {
  if (isDay(text) || (/T.*Z$/u.test(text) && !Number.isNaN(Date.parse(text)))) return text;
  throw new InvalidArgumentError('Write a day as YYYY-MM-DD, or an instant such as 2026-11-23T12:00:00Z.');
}

async function makeReport(options: ReportOptions): Promise<void> {
  const { kind, out, policy: file } = options;
  const format = formatOf(kind, options.format);
  refuseScreenFor(kind, format, out);
  if (file === undefined) {
    await withFindings(options.dataDir, async (plumbline) => {
      const organization = await plumbline.get(Ledger).chooseOrganization(options.organization);
      const records = new OrganizationRecords(plumbline.get(DataSource).manager, organization);
      const at = instantOf(options.at, await timeZoneOf(records));
      const inForce = await policyInForce(records, at);
      await write(options, await reportFiles(kind, format, { inForce, at, records, to: options.to ?? null }));
    });
  } else {
    refuseFileFor(kind);
    const { policy, text } = await readPolicyFile(file);
    const at = instantOf(options.at, policy.timeZone);
    const inForce = { policy, version: digest(text), savedBy: null, savedAt: null };
    await write(
      options,
      await reportFiles(kind, format, { inForce, at, records: null, to: options.to ?? null }),
    );
  }
}

/** What is no text, or more than one file, does not go to a screen. */
function refuseScreenFor(kind: ReportKind, format: ReportFormat, out: string | undefined): void {
  const isFolder = kind === 'questionnaire' && format === 'eml';
  if (out !== undefined || (format !== 'pdf' && !isFolder)) return;
  throw new UserActionError({
    message: isFolder ? 'There is a mail for each vendor.' : 'A PDF can not be shown here.',
    step: isFolder
      ? 'Say which folder they go to: --out FOLDER.'
      : `Say which file it goes to: --out ${kind}.pdf.`,
  });
}

function instantOf(at: string | undefined, timeZone: string): Date {
  if (at === undefined) return new Date();
  return isDay(at) ? endOfDay(at, timeZone) : new Date(at);
}

/** Of the policy as it is today: a day begins where the business is. */
async function timeZoneOf(records: OrganizationRecords): Promise<string> {
  const saved = await currentIn(records);
  const parsed = parsePolicy(saved?.text ?? '', 'policy.yaml');
  return 'policy' in parsed ? parsed.policy.timeZone : 'UTC';
}

async function write({ kind, format, out }: ReportOptions, files: readonly ReportFile[]): Promise<void> {
  if (kind === 'questionnaire' && format === 'eml' && out !== undefined) {
    await mkdir(out, { recursive: true });
    for (const { name, content } of files) await writeOutput(content, path.join(out, name));
    return;
  }
  for (const { content } of files) await writeOutput(content, out);
}

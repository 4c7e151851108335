import { existsSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import { mailMeans } from '../delivery/mail-means.js';
import { SentMails } from '../delivery/sent-mails.js';
import { sendTestMail } from '../delivery/test-mail.js';
import { chooseOrganization } from '../findings/choose-organization.js';
import { readSettings } from '../settings/read-settings.js';
import { mailListAsText } from './mail-list-text.js';
import { withFindings } from './open-plumbline.js';
import { dataDirectoryOption, organizationOption } from './options.js';
import { writeOutput } from './write-output.js';

interface MailOptions {
  readonly organization?: string;
  readonly dataDir: string;
}

interface TestOptions {
  readonly to: string;
  readonly settings?: string;
  readonly dataDir: string;
}

/** More than anybody reads; the archive in the browser has all. */
const MOST_LISTED = 50;

export function mailCommand(): Command {
  const list = new Command('list')
    .description('show the mails that left and those that wait, the latest first')
    .addOption(organizationOption())
    .addOption(dataDirectoryOption())
    .action(listMails);
  const show = new Command('show')
    .description('show one mail, as text or whole as it was sent')
    .argument('<id>', 'its id or the start of it, as the list gives it')
    .option('--eml', 'whole, as mail programs open it')
    .addOption(organizationOption())
    .addOption(dataDirectoryOption())
    .action(showMail);
  const test = new Command('test')
    .description('send a test mail now, and say what to mend if it does not leave')
    .requiredOption('--to <address>', 'to whom')
    .option('--settings <file>', 'the file with the settings of the service, as for serve')
    .addOption(dataDirectoryOption())
    .action(testMail);
  return new Command('mail')
    .description('the mails that Plumbline sends')
    .addCommand(list)
    .addCommand(show)
    .addCommand(test);
}

async function listMails({ organization, dataDir }: MailOptions): Promise<void> {
  const text = await withFindings(dataDir, async (plumbline) => {
    const mails = await mailsOf(plumbline).list(await chosen(plumbline, organization), null, MOST_LISTED);
    return mailListAsText(mails);
  });
  await writeOutput(text, undefined);
}

async function showMail(id: string, options: MailOptions & { readonly eml?: true }): Promise<void> {
  const output = await withFindings(options.dataDir, async (plumbline) => {
    const whole = await mailsOf(plumbline).find(await chosen(plumbline, options.organization), id);
    if (whole === null) {
      throw new UserActionError({
        message: 'No mail has that id, or several begin so.',
        step: 'Look for it with: npx --no-install plumbline mail list',
      });
    }
    if (options.eml === true) return Buffer.from(whole.message, 'latin1');
    return `To: ${whole.mail.recipient}\nSubject: ${whole.mail.subject}\n\n${whole.body?.text ?? ''}`;
  });
  await writeOutput(output, undefined);
}

async function testMail({ to, settings: file, dataDir }: TestOptions): Promise<void> {
  if (to.length > 254 || !/^[^\s@\p{Cc}<>]+@[^\s@\p{Cc}<>]+$/u.test(to)) {
    throw new UserActionError({
      message: 'That is no e-mail address.',
      step: 'Write one after --to, for example maria@your-business.example.',
    });
  }
  if (file !== undefined && existsSync(file)) process.loadEnvFile(file);
  const settings = readSettings(process.env, { PLUMBLINE_DATA_DIR: dataDir });
  const clock = () => new Date();
  const means = mailMeans(settings, clock);
  const answer = await sendTestMail(means, { to, clock });
  if ('problem' in answer) throw new UserActionError(answer.problem);
  if (answer.is === 'unknown') {
    throw new UserActionError({
      message: 'The mail was handed over, but the mail server did not say whether it took it.',
      step: 'Look into the mailbox. If nothing is there in a quarter of an hour, try again.',
    });
  }
  await writeOutput(means.way === 'smtp' ? taken(to, means.from) : AS_FILE, undefined);
}

function taken(to: string, from: string): string {
  return `The mail server took a mail for ${to}. Look into that mailbox, also among unwanted mails.
If it lies there: the domain of ${from} has probably no SPF or DKIM record for this mail server. Your mail provider says how to set them.`;
}

const AS_FILE = `No mail server is set, so the mail is a file in the folder outbox of the data directory.
To have mails sent, set PLUMBLINE_SMTP_HOST and the settings beside it (docs/operations.md).`;

function mailsOf(plumbline: INestApplicationContext): SentMails {
  return new SentMails(plumbline.get(DataSource), () => new Date());
}

async function chosen(plumbline: INestApplicationContext, organization?: string): Promise<string> {
  return chooseOrganization(plumbline.get(DataSource), organization);
}

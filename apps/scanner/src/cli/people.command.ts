import { Command } from 'commander';
import { DataSource } from 'typeorm';
import { Simulation } from '#connectors/kit/guard/simulation.js';
import { linkAddress } from '../people/link-address.js';
import { AuditLog } from '../audit/audit-log.js';
import { type OwnerReset, resetOwner } from '../people/owner-reset.js';
import { makeSignInLink } from '../people/sign-in-link.js';
import { readSettings } from '../settings/read-settings.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { dataDirectoryOption } from './options.js';
import { withFindings } from './open-plumbline.js';
import { writeOutput } from './write-output.js';

interface ResetOptions {
  readonly dataDir: string;
  readonly email?: string;
}

export function peopleCommand(): Command {
  const reset = new Command('reset-owner')
    .description('make a link by which an owner gets back in, or by which the first owner comes in')
    .option('--email <address>', 'which owner, where there are several')
    .addOption(dataDirectoryOption())
    .action(printLink);
  const signIn = new Command('sign-in-link')
    .description('make a link that signs an owner in at once, good for a quarter of an hour')
    .option('--email <address>', 'which owner, where there are several')
    .addOption(dataDirectoryOption())
    .action(printSignInLink);
  return new Command('people')
    .description('who can sign in to the service')
    .addCommand(reset)
    .addCommand(signIn);
}

async function printSignInLink({ dataDir, email = '' }: ResetOptions): Promise<void> {
  const now = () => Simulation.from(process.env).now();
  const { link, email: whom } = await withFindings(dataDir, (plumbline) =>
    inTransaction(plumbline.get(DataSource), (manager) =>
      makeSignInLink(manager, new AuditLog(now), { email: email === '' ? null : email, now: now() }),
    ),
  );
  const address = linkAddress(addressFor(dataDir), 'sign-in-link', link.carried);
  await writeOutput(
    `This link signs ${whom} in. It is good once, for a quarter of an hour:\n\n  ${address}`,
    undefined,
  );
}

/** Where the service is to be found, by its settings. */
function addressFor(dataDir: string): string {
  const settings = readSettings(process.env, { PLUMBLINE_DATA_DIR: dataDir });
  const { PLUMBLINE_PUBLIC_URL: address, PLUMBLINE_PORT: port } = settings;
  return address ?? `http://127.0.0.1:${port}`;
}

async function printLink({ dataDir, email = '' }: ResetOptions): Promise<void> {
  const now = () => new Date();
  const done = await withFindings(dataDir, (plumbline) =>
    inTransaction(plumbline.get(DataSource), (manager) =>
      resetOwner(manager, new AuditLog(now), { email: email === '' ? null : email, now: now() }),
    ),
  );
  await writeOutput(textOf(done, addressFor(dataDir)), undefined);
}

function textOf({ link, email, taken }: OwnerReset, address: string): string {
  if (email === null) {
    return `Nobody owns anything yet. Open this link to become the first owner. It is good once, for 24 hours:\n\n  ${linkAddress(address, 'set-up', link.carried)}`;
  }
  const also = taken.length === 0 ? '' : `\n\nNobody owned these; ${email} does now: ${taken.join(', ')}`;
  return `With this link ${email} sets another password, and signs in without a code from a phone. It is good once, for 24 hours:\n\n  ${linkAddress(address, 'new-password', link.carried)}${also}`;
}

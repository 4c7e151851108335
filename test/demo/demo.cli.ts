import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import { startVendors } from '../vendors/start-vendors.js';
import { connectedTools } from './connected-tools.js';
import { type DemoService, startDemoService } from './demo-service.js';
import { plumblineCommand } from './plumbline-command.js';

/** The example never turns with the calendar. */
const AS_OF = '2026-11-23';
/** As many customers as the example's exports have: the same bakery, told in two ways. */
const CUSTOMERS = 2_000;
const NOON = `${AS_OF}T12:00:00Z`;
const POLICY = path.join('config', 'policy.example.yaml');

const { values } = parseArgs({
  options: { 'data-dir': { type: 'string', default: 'data' }, once: { type: 'boolean', default: false } },
});
const folder = path.join(values['data-dir'], 'demo');
const exportsFolder = path.join(folder, 'exports');

await using vendors = await startVendors({ size: CUSTOMERS, now: NOON });
const environment = { ...vendors.environment, PLUMBLINE_SIMULATE_NOW: NOON };
const data = ['--data-dir', folder];

// Every demo starts like the first one.
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true, mode: 0o700 });
await writeExampleBakery(exportsFolder, { asOf: AS_OF });
process.stdout.write('\nSweet Crumb Bakery, an invented business, and its invented tools:\n');
for (const { tool, title, way, answers, exportsFolder: of, stillNeeded } of connectedTools(vendors)) {
  for (const file of await readdir(path.join(exportsFolder, of)))
    if (!stillNeeded.includes(file)) await rm(path.join(exportsFolder, of, file));
  const args = ['connect', tool, '--way', way, '--policy', POLICY, ...data];
  const { code, output } = await plumblineCommand(args, { ...environment, ...answers }, false);
  if (code !== 0) throw new Error(`${title} could not be connected:\n${output}`);
  process.stdout.write(`  ${title}: logged in, read-only, to a simulated ${title} on this computer\n`);
}
process.stdout.write(
  '  Who can log in to QuickBooks, the team list of Mailchimp, the catering sheets: read from files\n\n',
);
const scan = ['scan', '--policy', POLICY, '--exports', exportsFolder, '--as-of', AS_OF, ...data];
const { code } = await plumblineCommand(scan, environment, true);
// The bakery has drifted on purpose; anything else is a failure.
process.exitCode = code === 1 ? 0 : (code ?? 1);
if (values.once || code !== 1) {
  process.stdout.write(nextSteps());
} else {
  // Ctrl-C is for the service: the demo ends with it, and takes the simulated vendors along.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  const service = await startDemoService(folder, exportsFolder, environment);
  process.stdout.write(dashboardIsOpen(service));
  await service.ended;
}

function dashboardIsOpen({ address, signInLink }: DemoService): string {
  return `
SEE IT IN THE BROWSER

  The same, on screens: ${address}
  This link signs you in as Maria, the owner of Sweet Crumb Bakery. It is good once, for a quarter of an hour:

    ${signInLink}

  Another one: npx --no-install plumbline people sign-in-link --data-dir ${folder}
  Stop the demo with Ctrl-C.
`;
}

function nextSteps(): string {
  const command = 'npx --no-install plumbline';
  return `
WHAT TO TRY NEXT

  Sweet Crumb Bakery's policy is ${POLICY}; what is read of its tools from files is in ${exportsFolder}.

  Accept a finding for a while (CODE stands at its right):
    ${command} accept CODE --reason "moving it in January" --data-dir ${folder}
  The same from exports alone, and a week later:
    ${command} demo
  Your own business:
    ${command} policy init
    ${command} connect hubspot --policy policy.yaml
    ${command} scan --policy policy.yaml --exports FOLDER
`;
}

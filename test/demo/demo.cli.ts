import path from 'node:path';
import { parseArgs } from 'node:util';
import { startVendors } from '../vendors/start-vendors.js';
import { type DemoService, startDemoService } from './demo-service.js';
import { CUSTOMERS, NOON, POLICY, scanBakery } from './scanned-bakery.js';

const { values } = parseArgs({
  options: { 'data-dir': { type: 'string', default: 'data' }, once: { type: 'boolean', default: false } },
});
const folder = path.join(values['data-dir'], 'demo');

await using vendors = await startVendors({ size: CUSTOMERS, now: NOON });
const say = (text: string) => process.stdout.write(text);
say('\nSweet Crumb Bakery, an invented business, and its invented tools:\n');
const { exportsFolder, environment, code } = await scanBakery(folder, vendors, { say, shown: true });
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

import { parseArgs } from 'node:util';
import type { BakeryState } from '#scanner/example/setting.js';
import { openControl, startedOf, type VendorsStarted } from './control-server.js';
import type { VendorId } from './core/simulated-vendor.js';
import type { GoogleSize } from './google/google-size.js';
import type { HubspotSize } from './hubspot/hubspot-size.js';
import type { MailchimpSize } from './mailchimp/mailchimp-size.js';
import type { QuickbooksSize } from './quickbooks/quickbooks-size.js';
import { startVendors } from './start-vendors.js';
import { vendorBuilders } from './vendor-builders.js';

const USAGE = `npm run vendors -- [OPTIONS]: vendors that are not real, on this computer only

  --vendors hubspot,google   which of them (default: all)
  --port 4100                first port, the others follow (default: any free ones)
  --size 2000                customers of the bakery, 50 to 1000000
  --google users=500,contacts=100000,files=5000   more than the bakery has
  --mailchimp audiences=12,mergeFields=40         likewise
  --hubspot properties=900                        likewise
  --quickbooks years=15,salesAYear=4000           likewise
  --state a-week-later       the same bakery seven days on
  --seed 20260901            another bakery
  --now 2026-11-23T12:00:00Z when it starts there (default: now)
  --speed 60                 how much faster time runs there
  --latency 80               milliseconds until an answer, in that time
  --no-limits                nobody is told to slow down
  --consent allow            answers consent pages at once: allow, deny, page (default)
  --condition hubspot:enterprise   a state of an account; may be given again
  --record-answers           keeps the answers too, for GET CONTROL/exchanges
  --json                     says how to reach them as one line of JSON
`;

const { values: asked } = parseArgs({
  options: {
    vendors: { type: 'string' },
    port: { type: 'string', default: '0' },
    size: { type: 'string', default: '2000' },
    google: { type: 'string', default: '' },
    mailchimp: { type: 'string', default: '' },
    hubspot: { type: 'string', default: '' },
    quickbooks: { type: 'string', default: '' },
    state: { type: 'string', default: 'first' },
    seed: { type: 'string' },
    now: { type: 'string' },
    speed: { type: 'string', default: '1' },
    latency: { type: 'string', default: '0' },
    'no-limits': { type: 'boolean', default: false },
    consent: { type: 'string', default: 'page' },
    condition: { type: 'string', multiple: true, default: [] },
    'record-answers': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (asked.help) process.stdout.write(USAGE);
else await run();

async function run(): Promise<void> {
  const known = vendorBuilders().map(([id]) => id);
  const ids = (asked.vendors?.split(',') as VendorId[] | undefined) ?? known;
  const first = Number(asked.port);
  const portAt = (place: number): number => (first === 0 ? 0 : first + place);
  const vendors = await startVendors({
    vendors: ids,
    ports: Object.fromEntries(ids.map((id, place) => [id, portAt(place)])),
    size: Number(asked.size),
    state: asked.state as BakeryState,
    google: sizesOf<GoogleSize>(asked.google),
    mailchimp: sizesOf<MailchimpSize>(asked.mailchimp),
    hubspot: sizesOf<HubspotSize>(asked.hubspot),
    quickbooks: sizesOf<QuickbooksSize>(asked.quickbooks),
    now: asked.now ?? new Date().toISOString(),
    speed: Number(asked.speed),
    latencyMs: Number(asked.latency),
    enforceLimits: !asked['no-limits'],
    recordAnswers: asked['record-answers'],
    ...(asked.seed === undefined ? {} : { seed: Number(asked.seed) }),
  });
  for (const condition of asked.condition) {
    const [id = '', name = ''] = condition.split(':');
    vendors.get(id as VendorId).setCondition(name);
  }
  for (const vendor of vendors.all) vendor.consent.mode = asked.consent as 'page' | 'allow' | 'deny';
  const control = await openControl(vendors, portAt(ids.length));
  const started = startedOf(vendors, control.origin);
  process.stdout.write(asked.json ? `${JSON.stringify(started)}\n` : inWords(started));
  const stop = (): void => {
    control.close();
    void vendors[Symbol.asyncDispose]();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** `users=500,files=20`. */
function sizesOf<S>(text: string): Partial<S> {
  const parts = text.split(',').filter((part) => part !== '');
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf('=')), Number(part.slice(part.indexOf('=') + 1))]),
  ) as Partial<S>;
}

function inWords({ control, environment, vendors }: VendorsStarted): string {
  const settings = Object.entries(environment).map(([name, origin]) => `export ${name}=${origin}`);
  const accounts = vendors.map(({ id, clientId, clientSecret, key }) =>
    [id, `  client id      ${clientId}`, `  client secret  ${clientSecret}`]
      .concat(key === null ? [] : [`  service key    ${key}`])
      .join('\n'),
  );
  return `Simulated vendors are running. Nothing here is real, and no real account can be reached through them.

${settings.join('\n')}

${accounts.join('\n')}

Control: ${control} (GET /exchanges; see test/vendors/control-server.ts). Ctrl+C ends them.
`;
}

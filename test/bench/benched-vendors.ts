import type { Limit } from '#connectors/contract/connector.js';
import { leastTimeMs } from '#connectors/contract/least-time.js';
import { rights } from '#connectors/google-workspace/google-rights.js';
import { ACCOUNTING } from '#connectors/quickbooks/sheet.js';
import type { RecordedExchange } from '../vendors/core/recorded-exchange.js';
import type { VendorId } from '../vendors/core/simulated-vendor.js';
import { REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import type { VendorsProcess } from '../vendors/vendors-process.js';

/** A vendor that the bench reads, by what it publishes and how a bakery logs in to it. */
export interface BenchedVendor {
  readonly vendor: VendorId;
  /** As `plumbline connect` calls it. */
  readonly tool: string;
  /** The system of config/policy.example.yaml that it feeds. */
  readonly system: string;
  /** What its account is named by, where the vendor does not tell. */
  readonly account?: string;
  /** How much faster its clock runs while it is read alone: as fast as a machine of two cores can play it. */
  readonly speed: number;
  readonly way: string;
  /** What a person types in to connect, by the names of `plumbline connect`. */
  readonly answers: (vendors: VendorsProcess) => Promise<Readonly<Record<string, string>>>;
  /** An access token, or a key. */
  readonly token: (vendors: VendorsProcess) => Promise<string>;
  /** Asked before anything is measured: what a real tool has at hand, the simulation works out when first asked. */
  readonly warmUp: readonly string[];
  /** The least time, in ms, in which the vendor lets so much be asked. */
  readonly boundMs: (exchanges: readonly RecordedExchange[]) => number;
}

/** Limits that hold for the requests whose path it is. */
type Published = readonly (readonly [path: RegExp, limits: readonly Limit[]])[];

export const benchedVendors: readonly BenchedVendor[] = [
  {
    vendor: 'hubspot',
    tool: 'hubspot',
    system: 'crm',
    speed: 2,
    way: 'key',
    answers: async (vendors) => Promise.resolve({ KEY: keyOf(vendors, 'hubspot') }),
    token: async (vendors) => Promise.resolve(keyOf(vendors, 'hubspot')),
    warmUp: [],
    // As published for a key on the smaller plans; search is counted apart.
    boundMs: boundBy([
      [/\/search$/u, [{ requests: 5, perMs: 1_000 }]],
      [/^(?!.*\/search$)/u, [{ requests: 100, perMs: 10_000 }]],
    ]),
  },
  {
    vendor: 'mailchimp',
    tool: 'mailchimp',
    system: 'newsletter',
    speed: 1,
    way: 'key',
    answers: async (vendors) => Promise.resolve({ KEY: keyOf(vendors, 'mailchimp') }),
    token: async (vendors) => Promise.resolve(keyOf(vendors, 'mailchimp')),
    warmUp: [],
    boundMs: (exchanges) => {
      const answering = exchanges.reduce((sum, { tookMs }) => sum + tookMs, 0);
      return answering / MAILCHIMP_AT_ONCE;
    },
  },
  {
    vendor: 'quickbooks',
    tool: 'quickbooks',
    system: 'books',
    account: REALM_ID,
    speed: 1,
    way: 'refresh-token',
    async answers(vendors) {
      const { clientId = '', clientSecret = '' } =
        vendors.vendors.find(({ id }) => id === 'quickbooks') ?? {};
      const { refreshToken } = await granted(vendors, 'quickbooks', [ACCOUNTING]);
      return {
        CLIENT_ID: clientId,
        CLIENT_SECRET: clientSecret,
        REFRESH_TOKEN: refreshToken ?? '',
        ACCOUNT: REALM_ID,
      };
    },
    token: async (vendors) => (await granted(vendors, 'quickbooks', [ACCOUNTING])).accessToken,
    warmUp: [
      'select * from Customer orderby MetaData.LastUpdatedTime desc maxresults 1',
      'select * from Customer where Active IN (true, false) orderby MetaData.LastUpdatedTime desc maxresults 1',
      'select count(*) from Customer where Active IN (true, false)',
      'select * from Customer where Active IN (true, false) orderby Id asc maxresults 1',
      ...['Invoice', 'SalesReceipt', 'CreditMemo', 'RefundReceipt', 'Payment'].map(
        (list) => `select count(*) from ${list}`,
      ),
    ].map((query) => `/v3/company/${REALM_ID}/query?query=${encodeURIComponent(query)}`),
    boundMs: boundBy([
      [
        /^\/v3\/company\//u,
        [
          { requests: 500, perMs: 60_000 },
          { requests: 10, perMs: 1_000 },
        ],
      ],
    ]),
  },
  {
    vendor: 'google',
    tool: 'google-workspace',
    system: 'office',
    speed: 2,
    way: 'service-account',
    async answers(vendors) {
      const { keyFile } = (await vendors.ask('service-account', {})) as { readonly keyFile: string };
      return { KEY: keyFile, SUBJECT: 'maria@sweetcrumb.example' };
    },
    token: async (vendors) => (await granted(vendors, 'google', GOOGLE_RIGHTS)).accessToken,
    warmUp: [],
    // People's is not published, and taken from memory.
    boundMs: boundBy([
      [/^\/v1\/people\//u, [{ requests: 90, perMs: 60_000 }]],
      [/^\/v4\/spreadsheets\//u, [{ requests: 60, perMs: 60_000 }]],
      [/^\/admin\//u, [{ requests: 2_400, perMs: 60_000 }]],
    ]),
  },
];

/** Mailchimp publishes no rate, only how many requests may be on their way at once for each person. */
const MAILCHIMP_AT_ONCE = 10;

/** What is asked for unless the owner switches more on. */
const GOOGLE_RIGHTS = Object.values(rights).filter((right) => right !== rights.appGrants);

function boundBy(published: Published): BenchedVendor['boundMs'] {
  return (exchanges) => {
    const answered = exchanges.filter(({ status, kind }) => status !== 429 && kind === 'api');
    const times = published.map(([of, limits]) =>
      leastTimeMs(answered.filter(({ path }) => of.test(path)).length, limits),
    );
    return Math.max(...times);
  };
}

function keyOf(vendors: VendorsProcess, vendor: VendorId): string {
  return vendors.vendors.find(({ id }) => id === vendor)?.key ?? '';
}

async function granted(
  vendors: VendorsProcess,
  vendor: VendorId,
  scopes: readonly string[],
): Promise<{ readonly accessToken: string; readonly refreshToken: string | null }> {
  const query = vendor === 'quickbooks' ? { query: { realmId: REALM_ID } } : {};
  return (await vendors.ask('grant', { vendor, scopes, ...query })) as Awaited<ReturnType<typeof granted>>;
}

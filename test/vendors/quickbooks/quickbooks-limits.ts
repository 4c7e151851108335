import type { PublishedLimit, SimulatedRequest } from '../core/simulated-vendor.js';
import type { QuickbooksErrors } from './quickbooks-errors.js';

/** What Intuit publishes: per company 500 a minute, and per company and app 10 a second. */
export function quickbooksLimits(errors: QuickbooksErrors): readonly PublishedLimit[] {
  const tooMany = (): ReturnType<PublishedLimit['tooMany']> => errors.tooMany(null, NOBODY);
  return [
    {
      id: 'company-minute',
      requests: 500,
      perMs: 60_000,
      window: 'rolling',
      appliesTo: isOfBooks,
      key: () => 'company',
      tooMany,
    },
    {
      id: 'app-second',
      requests: 10,
      perMs: 1000,
      window: 'rolling',
      appliesTo: isOfBooks,
      key: ({ token }) => token?.grant?.client.id ?? '',
      tooMany,
    },
  ];
}

function isOfBooks({ path }: SimulatedRequest): boolean {
  return path.startsWith('/v3/company/');
}

const NOBODY: SimulatedRequest = {
  method: 'GET',
  host: '',
  path: '',
  query: new URLSearchParams(),
  headers: {},
  body: '',
  parameters: {},
  token: null,
};

import type { PublishedLimit, SimulatedRequest } from '../core/simulated-vendor.js';
import { apiOf, type GoogleApi } from './answers/google-api.js';
import { metricExceeded, userRateLimitExceeded } from './answers/google-errors.js';

const MINUTE = 60_000;

/** Google's published limits, per minute. People's is from memory, and Drive's is that of projects older than May 2026. */
export const googleLimits: readonly PublishedLimit[] = [
  {
    ...perMinute('directory', 2400, 'admin'),
    appliesTo: ({ path }) => path.startsWith('/admin/directory/'),
    tooMany: userRateLimitExceeded,
  },
  {
    ...perMinute('reports', 2400, 'admin'),
    appliesTo: ({ path }) => path.startsWith('/admin/reports/'),
    tooMany: userRateLimitExceeded,
  },
  { ...perMinute('drive', 12_000, 'drive'), key: () => 'project', tooMany: userRateLimitExceeded },
  {
    ...perMinute('sheets-user', 60, 'sheets'),
    tooMany: () => metricExceeded('sheets', 'Read requests', 'per minute per user'),
  },
  {
    ...perMinute('sheets-project', 300, 'sheets'),
    key: () => 'project',
    tooMany: () => metricExceeded('sheets', 'Read requests', 'per minute'),
  },
  {
    ...perMinute('people', 90, 'people'),
    tooMany: () =>
      metricExceeded('people', 'Critical read requests (Contact and Profile Reads)', 'per minute per user'),
  },
];

function perMinute(
  id: string,
  requests: number,
  api: GoogleApi,
): Pick<PublishedLimit, 'id' | 'requests' | 'perMs' | 'window' | 'appliesTo' | 'key'> {
  return {
    id,
    requests,
    perMs: MINUTE,
    window: 'rolling',
    appliesTo: ({ path }) => apiOf(path) === api,
    key: ({ token }: SimulatedRequest) => token?.user ?? '',
  };
}

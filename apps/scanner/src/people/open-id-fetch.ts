import type { CustomFetch } from 'openid-client';
import { withinGuard } from '#connectors/kit/guard/choke-points.js';
import type { Transport } from '#connectors/kit/guard/transport.js';

/** No answer of a sign-in service is larger. */
const LARGEST_BYTES = 1024 * 1024;

/**
 * `fetch` for the sign-in service of the settings. It goes through the guard like everything else: https only, the usual
 * port. Which hosts there are stands in the service's own description, and follows from the settings alone: nothing that
 * a visitor sends gets into an address. Redirects are not followed.
 */
export function openIdFetch(transport: Transport): CustomFetch {
  return async (address, options) => {
    const url = new URL(address);
    const rules = {
      connector: 'exports' as const,
      hosts: [url.hostname],
      readsByPost: [],
      tokenUrls: [url.origin + url.pathname],
    };
    const answer = await withinGuard({ rules, transport }, () =>
      fetch(address, { ...options, redirect: 'manual' } as RequestInit),
    );
    if (Number(answer.headers.get('content-length') ?? 0) > LARGEST_BYTES) throw new RangeError('too large');
    return answer;
  };
}

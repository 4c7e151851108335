import { BugError, VendorFailedError } from '../../contract/error.js';
import type { OAuthFacts } from '../../contract/vendor-connector.js';
import { retryAfterMs } from '../guard/waiting.js';
import { clockAheadMs } from './vendor-clock.js';

export type Fetch = (address: string, options: RequestInit) => Promise<Response>;

export interface TokenRequestSettings {
  readonly title: string;
  readonly facts: OAuthFacts;
  readonly fetch: Fetch;
  readonly now: () => Date;
}

/** One request to a token endpoint, as oauth4webapi makes it, and what the answer said of the time. */
export interface TokenRequest {
  readonly send: Fetch;
  aheadMs(): number | null;
}

const MOST_BYTES = 200_000;

/**
 * Sends to a token endpoint and brings what comes back into the standard's form, so that the library can judge it:
 * vendors leave `token_type` out, send scopes as a list, or word an error in their own way. Throws a VendorFailedError
 * where there is no answer to judge. Nothing of the answer is in any error.
 */
export function tokenRequest({ title, facts, fetch, now }: TokenRequestSettings): TokenRequest {
  let ahead: number | null = null;
  return {
    aheadMs: () => ahead,
    async send(address, options) {
      const headers = new Headers(options.headers);
      for (const [name, value] of Object.entries(facts.tokenHeaders ?? {})) headers.set(name, value);
      const response = await answered(fetch, address, { ...options, headers }, title);
      ahead = clockAheadMs(response.headers, now());
      const { status } = response;
      const body = await textOf(response, title);
      if (status === 429 || status >= 500) {
        const asked = retryAfterMs(Object.fromEntries(response.headers));
        throw vendorFailed(title, 'is overloaded', status, asked);
      }
      const json = objectIn(body);
      if (status === 200 && json === null && body.trim() !== '')
        throw vendorFailed(title, 'answered in a form we do not know', status);
      if (status >= 300 && status < 400) throw vendorFailed(title, 'sent us to another address', status);
      return asStandard(status, standardized(json ?? {}, facts));
    },
  };
}

export function vendorFailed(
  title: string,
  what: string,
  status: number | null = null,
  retryMs: number | null = null,
): VendorFailedError {
  return new VendorFailedError({
    message: `${title} ${what}.`,
    details: status === null ? {} : { status },
    retryAfterMs: retryMs,
  });
}

async function answered(
  fetch: Fetch,
  address: string,
  options: RequestInit,
  title: string,
): Promise<Response> {
  try {
    return await fetch(address, options);
  } catch (error) {
    // What a failed request throws can hold the request itself; only our own errors pass.
    if (error instanceof BugError) throw error;
    if (error instanceof Error && error.cause instanceof BugError) throw error.cause;
    throw vendorFailed(title, 'could not be reached');
  }
}

async function textOf(response: Response, title: string): Promise<string> {
  try {
    const text = await response.text();
    if (text.length <= MOST_BYTES) return text;
  } catch {
    throw vendorFailed(title, 'broke off its answer', response.status);
  }
  throw vendorFailed(title, 'answered in a form we do not know', response.status);
}

function objectIn(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : null;
  } catch {
    return null;
  }
}

function standardized(
  json: Readonly<Record<string, unknown>>,
  facts: OAuthFacts,
): Readonly<Record<string, unknown>> {
  const answer: Record<string, unknown> = { token_type: 'bearer', ...(facts.standardAnswer?.(json) ?? json) };
  // An id token says who signed in, which nobody here asks; its times would be judged by our clock.
  delete answer['id_token'];
  for (const name of ['scope', 'refresh_token', 'token_type']) {
    if (answer[name] === null || answer[name] === '') delete answer[name];
  }
  // Mailchimp says 0 for "never".
  if (!(Number(answer['expires_in']) > 0)) delete answer['expires_in'];
  return { token_type: 'bearer', ...answer };
}

function asStandard(status: number, answer: Readonly<Record<string, unknown>>): Response {
  const body =
    status >= 400 && typeof answer['error'] !== 'string' ? { ...answer, error: 'unknown' } : answer;
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

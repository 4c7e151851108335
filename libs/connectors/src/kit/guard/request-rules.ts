import type { ConnectorId } from '../../contract/fact.js';

/** What may be asked of a vendor: GET on its hosts, and the named POST requests. Everything else is refused. */
export interface RequestRules {
  readonly connector: ConnectorId;
  /** Exact host names, lower case. */
  readonly hosts: readonly string[];
  /** Whole host names, lower case, of a vendor that keeps each account in one of its data centres. */
  readonly dataCentres?: RegExp | undefined;
  /** POST requests that only read, by path. */
  readonly readsByPost: readonly RegExp[];
  /** Whole URLs that are posted to, without query: OAuth token requests; empty while reading. */
  readonly tokenUrls: readonly string[];
}

interface AskedRequest {
  readonly method: string;
  readonly url: URL;
}

/** Why a request may not be sent, as a static sentence; null if it may. Knows nothing of who asks. */
export function whyForbidden(rules: RequestRules, { method, url }: AskedRequest): string | null {
  if (url.protocol !== 'https:') return 'A request without encryption was refused';
  if (url.username !== '' || url.password !== '')
    return 'A request with a password in its address was refused';
  if (url.port !== '' || !isHostOf(rules, url.hostname)) return 'A request to a foreign host was refused';
  switch (method.toUpperCase()) {
    case 'GET':
      return null;
    case 'POST':
      return isReadOrToken(rules, url) ? null : 'A POST request that is not known as a read was refused';
    default:
      return 'A request that could change something was refused';
  }
}

/** Whether a host is one of the vendor's own. */
export function isHostOf(
  { hosts, dataCentres }: Pick<RequestRules, 'hosts' | 'dataCentres'>,
  host: string,
): boolean {
  return hosts.includes(host) || (dataCentres?.exec(host)?.[0] ?? null) === host;
}

function isReadOrToken({ readsByPost, tokenUrls }: RequestRules, { origin, pathname }: URL): boolean {
  return readsByPost.some((path) => path.test(pathname)) || tokenUrls.includes(origin + pathname);
}

import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';
import https from 'node:https';
import { Dispatcher, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { BugError } from '../../contract/error.js';
import { type RequestRules, whyForbidden } from './request-rules.js';
import type { Transport } from './transport.js';

interface Guarded {
  readonly rules: RequestRules;
  readonly transport: Transport;
}

const current = new AsyncLocalStorage<Guarded>();

/** Runs `work` with every HTTP request it makes, by whatever SDK, held to `rules` and sent over `transport`. */
export function withinGuard<T>(guarded: Guarded, work: () => T): T {
  return current.run(guarded, work);
}

/**
 * Puts a guard before the two ways in which the vendors' SDKs reach the network: fetch (undici's global dispatcher) and
 * node:http (the global agents). From then on a request of this process outside of a guard is refused. Call once, at
 * start. Gives a function that takes the guard away again, for tests.
 */
export function installChokePoints(): () => void {
  const before = { dispatcher: getGlobalDispatcher(), http: http.globalAgent, https: https.globalAgent };
  const proxies = takeProxySettings();
  setGlobalDispatcher(new GuardedDispatcher());
  http.globalAgent = new GuardedAgent();
  https.globalAgent = new SecureGuardedAgent() as unknown as https.Agent;
  return () => {
    setGlobalDispatcher(before.dispatcher);
    http.globalAgent = before.http;
    https.globalAgent = before.https;
    Object.assign(process.env, proxies);
  };
}

/** SDKs that find a proxy in the environment (axios does) bring an agent of their own, which no guard stands before. */
function takeProxySettings(): Readonly<Record<string, string>> {
  const proxies: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value === undefined || !/^(?:https?|all)_proxy$/iu.test(name)) continue;
    proxies[name] = value;
    delete process.env[name];
  }
  return proxies;
}

/** What node:http's own agents call on a request; not in the public types. */
type RequestToAgent = http.ClientRequest & { onSocket(socket: null, error: Error): void };

class GuardedDispatcher extends Dispatcher {
  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const url = addressOf(String(options.origin), options.path);
    const { transport } = admitted(options.method, url);
    const { simulatedOrigin } = transport;
    const sent =
      simulatedOrigin === null
        ? options
        : { ...options, origin: simulatedOrigin, headers: withForwardedHost(options.headers, url.hostname) };
    return transport.dispatcher.dispatch(sent, handler);
  }
}

/** node:http asks its agent for a socket before anything is sent: the place to say no. */
class GuardedAgent extends http.Agent {
  protected readonly isSecure: boolean = false;

  addRequest(request: http.ClientRequest, options: http.RequestOptions): void {
    const scheme = this.isSecure ? 'https:' : 'http:';
    const port = options.port === undefined || options.port === null ? '' : `:${options.port}`;
    const origin = `${scheme}//${options.host ?? options.hostname ?? ''}${port}`;
    let guarded: Guarded;
    try {
      guarded = admitted(request.method, addressOf(origin, request.path));
    } catch (error) {
      // As an agent tells that it has no socket: the only way in which a request reports an error at this point.
      (request as RequestToAgent).onSocket(null, error as Error);
      return;
    }
    const agent = guarded.transport.agentFor(this.isSecure) as http.Agent & Pick<GuardedAgent, 'addRequest'>;
    agent.addRequest(request, options);
  }
}

/**
 * Where a request goes. A path may also be a whole address, for a proxy, which says nothing of where it is sent; one that
 * reads differently as an address is sent as it stands, and not as we would judge it.
 */
function addressOf(origin: string, path: string): URL {
  const address = origin + path;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && path.startsWith('/') && address.toLowerCase().startsWith(url.origin)) {
    const [asked] = path.split(/[?#]/u);
    if (asked === url.pathname) return url;
  }
  throw new BugError({ message: 'A request with an unclear address was refused' });
}

/** A class of its own, without parameters: who asks for no agent (`agent: false`) gets a new one of this kind. */
class SecureGuardedAgent extends GuardedAgent {
  protected override readonly isSecure = true;
  readonly protocol = 'https:';
  readonly defaultPort = 443;
}

/** The guard in force, if it lets the request pass. Throws a BugError that names neither path nor query: both can hold values. */
function admitted(method: string, url: URL): Guarded {
  const guarded = current.getStore();
  if (guarded === undefined) throw refused('A request outside of a guard was refused', method, url);
  const why = whyForbidden(guarded.rules, { method, url });
  if (why !== null) throw refused(why, method, url);
  return guarded;
}

function refused(message: string, method: string, url: URL): BugError {
  return new BugError({ message, details: { method, host: url.hostname } });
}

type SentHeaders = NonNullable<Dispatcher.DispatchOptions['headers']>;

/** A simulated vendor with several hosts can tell which one was meant. */
function withForwardedHost(headers: SentHeaders | null | undefined, host: string): SentHeaders {
  if (Array.isArray(headers)) return [...headers, 'x-forwarded-host', host];
  if (headers === undefined || headers === null) return { 'x-forwarded-host': host };
  if (Symbol.iterator in headers)
    return [...headers].flatMap(([name, value]) => [name, String(value)]).concat('x-forwarded-host', host);
  return { ...headers, 'x-forwarded-host': host };
}

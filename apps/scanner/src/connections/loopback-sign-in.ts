import { randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { BugError, UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import type { AskedRights } from '#connectors/kit/oauth/asked-rights.js';
import { OAuthRefusedError } from '#connectors/kit/oauth/oauth-refused-error.js';
import type { OAuthProblem } from '#connectors/kit/oauth/oauth-problem.js';
import { SIGN_IN_WITHIN_MS } from '#connectors/kit/oauth/pending-sign-ins.js';
import type { SignedIn, SignIn } from '#connectors/kit/oauth/sign-in.js';
import { signInPage } from './sign-in-page.js';

export interface LoopbackSettings {
  readonly title: string;
  readonly signIn: SignIn;
  readonly rights: AskedRights;
  /** As the vendor takes it in a redirect address. */
  readonly host: 'localhost' | '127.0.0.1';
  readonly port: number;
  /** The address as this browser is to open it: a simulated vendor stands elsewhere. */
  readonly inBrowser: (address: string) => string;
}

export interface LoopbackSignIn {
  /** What the person opens. */
  readonly startAddress: string;
  readonly signedIn: Promise<SignedIn>;
  close(): Promise<void>;
}

const COOKIE = 'plumbline_sign_in';

/** Anybody can make a browser open our address with these: they do not end the sign-in of somebody else. */
const NOT_OURS: ReadonlySet<OAuthProblem> = new Set(['attempt-unknown', 'other-browser', 'wrong-address']);

export function loopbackRedirect({ host, port }: Pick<LoopbackSettings, 'host' | 'port'>): string {
  return `http://${host}:${port}/connected`;
}

/**
 * Waits on this computer for a browser that comes back from the vendor. The sign-in begins at an address that only this
 * terminal shows, where the browser gets a cookie that it must still have when it comes back.
 */
export async function loopbackSignIn(settings: LoopbackSettings): Promise<LoopbackSignIn> {
  const { title, host, port } = settings;
  const ticket = randomBytes(16).toString('base64url');
  const { promise: signedIn, resolve, reject } = Promise.withResolvers<SignedIn>();
  // Whoever closes without waiting must not be told of it by a crash.
  signedIn.catch(() => undefined);
  const answerTo: RequestListener = (request, response) => {
    const path = pathIn(request.url);
    const page = (text: string, status = 200) => answer(response, status, signInPage(title, text));
    // A page elsewhere that has its name point here may not speak with us.
    if (request.headers.host !== `${host}:${port}`) return page('This is not for you.', 421);
    if (request.method === 'GET' && path === `/connect/${ticket}`) {
      begin(settings, response).catch(reject);
      return;
    }
    if (request.method === 'GET' && path === '/connected') {
      void end(settings, request, page).then((ending) => {
        if ('signedIn' in ending) return resolve(ending.signedIn);
        return ending.error === null ? undefined : reject(ending.error);
      });
      return;
    }
    page('There is nothing here.', 404);
  };
  const servers = await listenOn(host, port, answerTo);
  const tooLate = setTimeout(
    () => reject(new OAuthRefusedError('attempt-too-late', title)),
    SIGN_IN_WITHIN_MS,
  );
  return {
    startAddress: `http://${host}:${port}/connect/${ticket}`,
    signedIn,
    async close() {
      clearTimeout(tooLate);
      await Promise.all(servers.map(closed));
    },
  };
}

async function begin(settings: LoopbackSettings, response: ServerResponse): Promise<void> {
  const { signIn, rights, inBrowser } = settings;
  const browser = randomBytes(32).toString('base64url');
  const address = await signIn.begin(loopbackRedirect(settings), rights, browser);
  const seconds = SIGN_IN_WITHIN_MS / 1000;
  response
    .writeHead(302, {
      ...HEADERS,
      location: inBrowser(address),
      'set-cookie': `${COOKIE}=${browser}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${seconds}`,
    })
    .end();
}

/** What the waiting ends with; an error of null: it goes on. */
type Ending = { readonly signedIn: SignedIn } | { readonly error: Error | null };

/** The browser came back: looks, and tells the person on a page. */
async function end(
  settings: LoopbackSettings,
  request: IncomingMessage,
  page: (text: string, status?: number) => void,
): Promise<Ending> {
  const landedOn = new URL(request.url ?? '/', loopbackRedirect(settings)).href;
  try {
    const signedIn = await settings.signIn.finish(landedOn, cookieIn(request));
    page('Signed in. You can close this window and go back to the terminal.');
    return { signedIn };
  } catch (error) {
    if (error instanceof OAuthRefusedError) {
      page(`${error.message} ${error.step}`, 400);
      return { error: NOT_OURS.has(error.problem) ? null : error };
    }
    const isVendors = error instanceof VendorFailedError;
    page(isVendors ? `${error.message} Please try again later.` : 'Something went wrong in Plumbline.', 500);
    return { error: asError(error) };
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new BugError({ message: 'A sign-in ended in something unknown.' });
}

function cookieIn({ headers }: IncomingMessage): string | null {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? null;
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // The address of this page has the code in it.
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

function answer(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, HEADERS).end(page);
}

/** "" where it is no path of ours: "//" is one, and no address. */
function pathIn(url: string | undefined): string {
  return url !== undefined && /^\/(?!\/)/u.test(url) ? (url.split('?')[0] ?? '') : '';
}

/** Browsers look for "localhost" at ::1 too, and some look there first: nobody else may answer there instead of us. */
async function listenOn(
  host: LoopbackSettings['host'],
  port: number,
  answerTo: RequestListener,
): Promise<readonly Server[]> {
  const first = await listen('127.0.0.1', port, answerTo);
  if (host !== 'localhost') return [first];
  try {
    return [first, await listen('::1', port, answerTo)];
  } catch (error) {
    if (hasNoSuchAddress(error)) return [first];
    await closed(first);
    throw error;
  }
}

async function listen(address: string, port: number, answerTo: RequestListener): Promise<Server> {
  const server = createServer(answerTo);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(hasNoSuchAddress(cause) ? cause : portTaken(port)));
    server.listen(port, address, resolve);
  });
  return server;
}

/** A computer without IPv6. */
function hasNoSuchAddress(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
}

function portTaken(port: number): UserActionError {
  return new UserActionError({
    message: 'Plumbline can not wait for your browser: another program uses that port.',
    step: 'Choose another with --port NUMBER. Where the tool asks for a redirect address, register the new one there.',
    details: { port },
  });
}

function closed(server: Server): Promise<unknown> {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
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
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', `http://${host}`).pathname;
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
  });
  await listen(server, port);
  const tooLate = setTimeout(
    () => reject(new OAuthRefusedError('attempt-too-late', title)),
    SIGN_IN_WITHIN_MS,
  );
  return {
    startAddress: `http://${host}:${port}/connect/${ticket}`,
    signedIn,
    async close() {
      clearTimeout(tooLate);
      server.closeIdleConnections();
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
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

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', () => {
      reject(
        new UserActionError({
          message: 'Plumbline can not wait for your browser: another program uses that port.',
          step: 'Choose another with --port NUMBER. Where the tool asks for a redirect address, register the new one there.',
          details: { port },
        }),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

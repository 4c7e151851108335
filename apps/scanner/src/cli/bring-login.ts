import { randomBytes } from 'node:crypto';
import { BugError } from '#connectors/contract/error.js';
import type { WayToConnect } from '#connectors/contract/vendor-connector.js';
import type { AskedRights } from '#connectors/kit/oauth/asked-rights.js';
import { type OAuthProblem, wordsOf } from '#connectors/kit/oauth/oauth-problem.js';
import type { SignedIn, SignIn } from '#connectors/kit/oauth/sign-in.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { Connections } from '../connections/connections.js';
import { type LoopbackSettings, loopbackSignIn } from '../connections/loopback-sign-in.js';
import { type BroughtLogin, loginTyped, type TypedAnswers } from '../connections/typed-answers.js';
import type { Asking } from './ask.js';

/** How the browser comes back: to this computer, or to a page whose address is pasted. */
export type ComingBack =
  | { readonly to: 'this computer'; readonly host: LoopbackSettings['host']; readonly port: number }
  | { readonly to: 'a page'; readonly redirectUri: string };

export interface Login {
  readonly connections: Connections;
  readonly connector: AnyVendorConnector;
  readonly way: WayToConnect;
  readonly rights: AskedRights;
  readonly answers: TypedAnswers;
  readonly comingBack: ComingBack;
  readonly asking: Asking;
}

/** Gets the login in the way that was chosen: what was typed in, or a sign-in at the vendor. */
export async function bringLogin(login: Login): Promise<BroughtLogin> {
  const { way, answers, rights, connections, connector } = login;
  const base = loginTyped(answers, rights);
  if (way.id === 'service-account') {
    const { key } = base.secrets;
    if (key === undefined || base.subject === null) throw fieldMissing(connector, way);
    return {
      ...base,
      tokens: await connections.serviceAccountTokens(connector, key, base.subject, base.asked),
    };
  }
  if (way.id !== 'oauth' && way.id !== 'paste-back') return base;
  if (base.clientId === null) throw fieldMissing(connector, way);
  const app = { clientId: base.clientId, clientSecret: base.secrets.client_secret ?? null };
  const { tokens, account } = await signedIn(login, connections.signIn(connector, app));
  return { ...base, tokens, account: account ?? base.account };
}

async function signedIn(login: Login, signIn: SignIn): Promise<SignedIn> {
  const { connections, connector, rights, comingBack, asking } = login;
  const inBrowser = (address: string) => connections.means.simulation.url(connector.id, address);
  if (comingBack.to === 'a page') {
    // The terminal itself stands for the browser: what it began ends here, and nowhere else.
    const here = randomBytes(32).toString('base64url');
    const address = await signIn.begin(comingBack.redirectUri, rights, here);
    say(`Open this address in your browser, sign in, and allow access:\n\n${inBrowser(address)}\n`);
    say('Then copy the whole address of the page you land on, and paste it here. You have ten minutes.\n');
    say(errorPages(connector.title));
    return signIn.finish(await asking.ask('The address you landed on', false), here);
  }
  const { host, port } = comingBack;
  const listening = await loopbackSignIn({ title: connector.title, signIn, rights, host, port, inBrowser });
  try {
    say(
      `Open this address in a browser on this computer, sign in, and allow access:\n\n${listening.startAddress}\n`,
    );
    say(`Plumbline waits here for ten minutes.\n\n${errorPages(connector.title)}`);
    return await listening.signedIn;
  } finally {
    await listening.close();
  }
}

/** What vendors show on a page of their own, from which nobody is sent back here. */
function errorPages(title: string): string {
  const step = (problem: OAuthProblem) => wordsOf(problem, title).step;
  return [
    `If ${title} shows an error page instead, stop here with Ctrl-C. What to do if it says`,
    `  that the administrator blocks the app (admin_policy_enforced): ${step('blocked-by-admin')}`,
    `  that the redirect address does not match (redirect_uri_mismatch): ${step('wrong-redirect')}`,
    `  that the scopes do not match or your plan lacks them (invalid_scope): ${step('rights-not-offered')}`,
    '',
  ].join('\n');
}

function fieldMissing({ id }: AnyVendorConnector, way: WayToConnect): BugError {
  return new BugError({
    message: 'A way to connect does not ask for what it needs.',
    details: { connector: id, way: way.id },
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

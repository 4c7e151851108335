import { randomBytes } from 'node:crypto';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { plumblineCommand } from './plumbline-command.js';
import { startServiceProcess } from './service-process.js';

const ERASURES = path.join('config', 'policy.example.erasures.csv');
const OWNER = { email: 'maria@sweetcrumb.example', name: 'Maria' };
const HEADERS = { 'content-type': 'application/json', 'x-plumbline': 'web' };

/** The service over what the demo scanned, with an owner who can sign in by a link. */
export interface DemoService {
  readonly address: string;
  readonly signInLink: string;
  /** Ends when the service does: at Ctrl-C. */
  readonly ended: Promise<void>;
  stop(): void;
}

/**
 * Starts `plumbline serve` on the demo's data and makes Maria its owner. `exportsFolder` is what its scans read beside the
 * connected tools.
 */
export async function startDemoService(
  folder: string,
  exportsFolder: string,
  given: Readonly<Record<string, string>>,
): Promise<DemoService> {
  const exportsOfAll = path.join(folder, 'exports-by-organization');
  const environment = { ...given, PLUMBLINE_EXPORTS_DIR: exportsOfAll };
  await mkdir(exportsOfAll, { recursive: true, mode: 0o700 });
  const service = await startServiceProcess(folder, environment);
  const { setUpLink, ended } = service;
  const address = setUpLink.origin;
  const organization = await becomeOwner(setUpLink);
  const exportsHere = path.join(exportsOfAll, organization);
  await cp(exportsFolder, exportsHere, { recursive: true });
  // The policy names it beside itself; the service looks for it among the exports.
  await cp(ERASURES, path.join(exportsHere, path.basename(ERASURES)));
  const { output } = await plumblineCommand(
    ['people', 'sign-in-link', '--data-dir', folder],
    { ...environment, PLUMBLINE_PORT: setUpLink.port },
    false,
  );
  return {
    address,
    signInLink: /http\S+/u.exec(output)?.[0] ?? address,
    ended,
    stop: () => service.stop(),
  };
}

/** Gives the id of the organization that the demo scanned. Nobody needs the password: there is the link. */
async function becomeOwner(setUpLink: URL): Promise<string> {
  const { origin, hash } = setUpLink;
  const made = await fetch(`${origin}/api/v1/set-up`, {
    method: 'POST',
    headers: { ...HEADERS, origin },
    body: JSON.stringify({
      ...OWNER,
      link: hash.slice(1),
      password: randomBytes(24).toString('base64url'),
      organization: null,
    }),
  });
  if (made.status !== 201) throw new Error(`Maria could not become the owner: ${await made.text()}`);
  const cookie = made.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const asked = await fetch(`${origin}/api/v1/organizations`, { headers: { ...HEADERS, cookie } });
  const { items } = (await asked.json()) as { readonly items: readonly { readonly id: string }[] };
  return items[0]?.id ?? '';
}

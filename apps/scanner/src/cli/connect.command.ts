import { Command, InvalidArgumentError, Option } from 'commander';
import { UserActionError } from '#connectors/contract/error.js';
import type { WayToConnect } from '#connectors/contract/vendor-connector.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import { chosenRights } from '../connections/chosen-rights.js';
import { Connections } from '../connections/connections.js';
import { loopbackRedirect } from '../connections/loopback-sign-in.js';
import { checkName } from '../connections/new-connection.js';
import { Ledger } from '../findings/ledger.js';
import { type Asking, askOn } from './ask.js';
import { bringLogin, type ComingBack } from './bring-login.js';
import { chooseWay, wayIds } from './choose-way.js';
import { answersFor } from './connect-answers.js';
import { rightsGuide, wayGuide } from './connect-guide.js';
import { connectionAsText } from './connection-text.js';
import { FAILED } from './failure.js';
import { dataDirectoryOption, organizationOption } from './options.js';
import { withPlumbline } from './open-plumbline.js';
import { readPolicyFile } from './read-policy-file.js';
import { simulationNotice } from './simulation-notice.js';

interface ConnectOptions {
  readonly name?: string;
  readonly way?: WayToConnect['id'];
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly redirectUri?: string;
  readonly port: number;
  readonly answers?: string;
  readonly guide?: true;
  readonly policy?: string;
  readonly organization?: string;
  readonly dataDir: string;
}

/** Registered at vendors that want the port in the redirect address, so it is always the same. */
const PORT = 8765;

export function connectCommand(): Command {
  return new Command('connect')
    .description('let Plumbline log in to one of your tools, to read and never to change anything')
    .argument('<tool>', 'which one, for example hubspot or google-workspace')
    .option('--name <name>', 'what to call the connection; the name of the tool if you do not say')
    .addOption(new Option('--way <way>', 'how to log in; you are asked if there are several').choices(wayIds))
    .option('--without <right>', 'an optional right not to ask for; may be given again', collected, [])
    .option('--with <right>', 'a wider right to ask for as well; may be given again', collected, [])
    .option('--redirect-uri <address>', 'with --way paste-back: a page of your own, https, where you land')
    .addOption(
      new Option('--port <number>', 'where to wait on this computer for your browser')
        .argParser(portNumber)
        .default(PORT),
    )
    .option(
      '--answers <file>',
      'a JSON file with what would be asked; PLUMBLINE_CONNECT_KEY and so on work too',
    )
    .option('--guide', 'show the steps and the rights, and end')
    .option('--policy <file>', 'your policy: it names your business, if nothing was scanned yet')
    .addOption(organizationOption())
    .addOption(dataDirectoryOption())
    .action(connect);
}

async function connect(tool: string, options: ConnectOptions): Promise<void> {
  const asking = askOn(process.stdin, process.stderr);
  try {
    await withPlumbline(options.dataDir, async (plumbline) => {
      const connections = plumbline.get(Connections);
      const connector = connections.connector(tool);
      const rights = chosenRights(connector, options);
      checkName(options.name ?? null);
      say(simulationNotice(connections.means));
      say(rightsGuide(connector));
      const way = await chooseWay(connector, options.way, asking);
      const comingBack = await comingBackFor(connector, way, options, asking);
      say(wayGuide(way, redirectOf(comingBack)));
      if (options.with.length > 0) say(`Enter these rights in your app too: ${options.with.join(', ')}`);
      if (options.guide === true) return;
      const organization = await organizationOf(plumbline.get(Ledger), options);
      await connections.checkKey();
      const answers = await answersFor(way, options.answers, process.env, asking);
      const login = await bringLogin({ connections, connector, way, rights, answers, comingBack, asking });
      const connected = { organization, name: options.name ?? null, connector, way: way.id, ...login };
      const connection = await connections.connect(connected);
      say(connectionAsText(connection, connector));
      if (connection.health.state === 'works') say(nextSteps(connector));
      else process.exitCode = FAILED;
    });
  } finally {
    asking.close();
  }
}

async function comingBackFor(
  { oauth, title }: AnyVendorConnector,
  way: WayToConnect,
  { redirectUri, port, guide }: ConnectOptions,
  asking: Asking,
): Promise<ComingBack> {
  const { loopbackHost: host } = oauth;
  const isSignIn = way.id === 'oauth' || way.id === 'paste-back';
  if (!isSignIn || (way.id === 'oauth' && host !== null && redirectUri === undefined))
    return { to: 'this computer', host: host ?? '127.0.0.1', port };
  if (redirectUri === undefined && guide === true)
    return { to: 'a page', redirectUri: 'https://your-business.example/' };
  const page =
    redirectUri ??
    (await asking.ask(
      `${title} can not come back to this computer. Name any https page of your own, where you will land`,
      false,
    ));
  if (URL.canParse(page) && new URL(page).protocol === 'https:' && new URL(page).hash === '')
    return { to: 'a page', redirectUri: page };
  throw new UserActionError({
    message: 'That is no address of an https page.',
    step: 'Give the whole address, as the browser shows it: --redirect-uri https://your-business.example/',
  });
}

function redirectOf(comingBack: ComingBack): string {
  return comingBack.to === 'a page' ? comingBack.redirectUri : loopbackRedirect(comingBack);
}

/** The business a connection belongs to: the policy names it, or it is the one that was scanned before. */
async function organizationOf(ledger: Ledger, { policy, organization }: ConnectOptions): Promise<string> {
  if (organization === undefined && policy !== undefined)
    return (await readPolicyFile(policy)).policy.organization;
  if ((await ledger.organizations()).length > 0) return ledger.chooseOrganization(organization);
  if (organization !== undefined) return organization;
  throw new UserActionError({
    message: 'Plumbline does not know yet which business this is for.',
    step: 'Name your policy with --policy policy.yaml (npx --no-install plumbline policy init makes one), or the business itself with --organization "NAME".',
  });
}

function nextSteps({ id }: AnyVendorConnector): string {
  return [
    'What is next: name it in your policy, under "systems", and scan.',
    '',
    `    systems:`,
    `      NAME: { connector: ${id} }`,
    '',
    '    npx --no-install plumbline scan --policy policy.yaml',
  ].join('\n');
}

function collected(right: string, before: readonly string[]): readonly string[] {
  return [...before, right];
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1024 || port > 65_535)
    throw new InvalidArgumentError('Write a number from 1024 to 65535.');
  return port;
}

function say(text: string): void {
  if (text !== '') process.stdout.write(`${text}\n\n`);
}

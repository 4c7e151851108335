import { Command, Option } from 'commander';
import { missingRights } from '#connectors/kit/oauth/asked-rights.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { Connection } from '../connections/connection.js';
import { Connections } from '../connections/connections.js';
import { Ledger } from '../findings/ledger.js';
import { isDataDirectory } from '../storage/data-directory.js';
import { connectionAsText } from './connection-text.js';
import { dataDirectoryOption, organizationOption } from './options.js';
import { withPlumbline } from './open-plumbline.js';
import { simulationNotice } from './simulation-notice.js';
import { writeOutput } from './write-output.js';

interface ConnectionsOptions {
  readonly format: 'text' | 'json';
  readonly organization?: string;
  readonly dataDir: string;
}

export function connectionsCommand(): Command {
  return new Command('connections')
    .description('show which tools are connected, how they are, and what each missing right costs')
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .addOption(organizationOption())
    .addOption(dataDirectoryOption())
    .action(showConnections);
}

async function showConnections(options: ConnectionsOptions): Promise<void> {
  const none = options.format === 'json' ? '[]' : NONE;
  if (!isDataDirectory(options.dataDir)) return writeOutput(none, undefined);
  const text = await withPlumbline(options.dataDir, async (plumbline) => {
    const ledger = plumbline.get(Ledger);
    if ((await ledger.organizations()).length === 0) return none;
    const connections = plumbline.get(Connections);
    const { means } = connections;
    const list = await connections.list(await ledger.chooseOrganization(options.organization));
    const of = ({ connector }: Connection) => means.connectors.find(({ id }) => id === connector) ?? null;
    if (options.format === 'json') {
      const rows = list.map((one) => asJson(one, of(one)));
      return JSON.stringify(rows, null, 2);
    }
    const texts = list.map((one) => connectionAsText(one, of(one)));
    return [simulationNotice(means), ...(texts.length === 0 ? [NONE] : texts)]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  return writeOutput(text, undefined);
}

const NONE = 'Nothing is connected yet. To begin: npx --no-install plumbline connect hubspot';

function asJson(connection: Connection, connector: AnyVendorConnector | null): object {
  const { health, organization: _organization, clientId, vendorKind, ...rest } = connection;
  const missing = connector === null ? [] : missingRights(connector, connection.granted);
  return {
    ...rest,
    clientId,
    simulated: vendorKind === 'simulated',
    ...health,
    missing: missing.map(({ scope, costs, isOptional }) => ({ scope, optional: isOptional, costs })),
  };
}

import { Command } from 'commander';
import type { Disconnected } from '../connections/disconnect.js';
import type { ConnectionMeans } from '../connections/means.js';
import { kindSpokenTo } from '../connections/vendor-kind.js';
import { Connections } from '../connections/connections.js';
import { Ledger } from '../findings/ledger.js';
import { dataDirectoryOption, organizationOption } from './options.js';
import { withFindings } from './open-plumbline.js';
import { simulationNotice } from './simulation-notice.js';
import { writeOutput } from './write-output.js';

interface DisconnectOptions {
  readonly organization?: string;
  readonly dataDir: string;
}

export function disconnectCommand(): Command {
  return new Command('disconnect')
    .description('take the login back at the tool, and delete it here')
    .argument('<name>', 'the connection, as "plumbline connections" shows it')
    .addOption(organizationOption())
    .addOption(dataDirectoryOption())
    .action(disconnect);
}

async function disconnect(name: string, options: DisconnectOptions): Promise<void> {
  const outcome = await withFindings(options.dataDir, async (plumbline) => {
    const organization = await plumbline.get(Ledger).chooseOrganization(options.organization);
    const connections = plumbline.get(Connections);
    const disconnected = await connections.disconnect(organization, name);
    const { means } = connections;
    return [simulationNotice(means), inWords(disconnected, means)].filter((part) => part !== '');
  });
  await writeOutput(outcome.join('\n\n'), undefined);
}

function inWords({ connection, revocation, byHand }: Disconnected, means: ConnectionMeans): string {
  const { vendorKind, connector } = connection;
  const deleted = `Everything of ${connection.name} was deleted here; what earlier scans found stays.`;
  const where = byHand === null ? '' : `\nWhat to do: ${byHand}`;
  if (revocation === 'done') return `The login was taken back at the tool. ${deleted}`;
  if (vendorKind !== kindSpokenTo(means, connector)) {
    return vendorKind === 'simulated'
      ? `${deleted}\nIt was a login to a simulated tool, which was not told.`
      : `${deleted}\nThe real tool was not told, as a simulated one stands in its place now: the login is still good there.${where}`;
  }
  const why =
    revocation === 'failed'
      ? 'The tool could not be told, so the login is still good there.'
      : 'This login can only be taken back by hand.';
  return `${deleted}\n${why}${where}`;
}

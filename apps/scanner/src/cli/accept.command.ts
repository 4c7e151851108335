import { Command } from 'commander';
import { Ledger } from '../findings/ledger.js';
import { decisionOf } from './decision.js';
import { approverOption, dataDirectoryOption, dayOption, organizationOption } from './options.js';
import { withFindings } from './open-plumbline.js';
import { writeOutput } from './write-output.js';

interface AcceptOptions {
  readonly reason: string;
  readonly until?: string;
  readonly by?: string;
  readonly organization?: string;
  readonly dataDir: string;
}

export function acceptCommand(): Command {
  return new Command('accept')
    .description('accept a finding for a while: it is no drift until the date you give')
    .argument('<id>', 'the finding, as the report shows it; its first letters are enough')
    .requiredOption('--reason <text>', 'why it is all right for now')
    .addOption(
      dayOption('--until <date>', 'last day of the exception; 90 days if you do not say, 12 months at most'),
    )
    .addOption(approverOption('who accepts it; the owner named in the policy if you do not say'))
    .addOption(organizationOption())
    .addOption(dataDirectoryOption())
    .action(acceptFinding);
}

async function acceptFinding(id: string, options: AcceptOptions): Promise<void> {
  const { reason, until } = options;
  const message = await withFindings(options.dataDir, async (plumbline) => {
    const ledger = plumbline.get(Ledger);
    const decision = await decisionOf(ledger, options, new Date());
    const accepted = await ledger.acceptFinding({
      ...decision,
      idOrPrefix: id,
      reason,
      ...(until !== undefined && { until }),
    });
    return [
      `Accepted until ${accepted.until}: ${accepted.title}`,
      'It does not count as drift until then. A week before, the report reminds you.',
    ].join('\n');
  });
  await writeOutput(message, undefined);
}

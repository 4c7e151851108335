import { Command } from 'commander';
import { Ledger } from '../findings/ledger.js';
import { decisionOf } from './decision.js';
import { approverOption, dataDirectoryOption, organizationOption } from './options.js';
import { withFindings } from './open-plumbline.js';
import { writeOutput } from './write-output.js';

interface ApproveOptions {
  readonly by?: string;
  readonly organization?: string;
  readonly dataDir: string;
}

export function baselineCommand(): Command {
  const approve = new Command('approve')
    .description('approve the last scan: from now on, new fields and new apps are measured against it')
    .addOption(approverOption('who approves it; the owner named in the policy if you do not say'))
    .addOption(organizationOption())
    .addOption(dataDirectoryOption())
    .action(approveBaseline);
  return new Command('baseline').description('the scan that you know and approve').addCommand(approve);
}

async function approveBaseline(options: ApproveOptions): Promise<void> {
  const message = await withFindings(options.dataDir, async (plumbline) => {
    const ledger = plumbline.get(Ledger);
    const decision = await decisionOf(ledger, options, new Date());
    const { asOf } = await ledger.approveBaseline(decision);
    return [
      `${decision.approver} approved the scan of ${asOf} as the baseline.`,
      'Its findings stay open: approving excepts nothing. From the next scan on, fields and apps that were not there are reported as new.',
    ].join('\n');
  });
  await writeOutput(message, undefined);
}

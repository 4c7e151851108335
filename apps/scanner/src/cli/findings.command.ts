import { Command, Option } from 'commander';
import { reportAsJson } from '#reports/exports/json.js';
import { findingAsText, findingsAsText } from '#reports/terminal/finding-text.js';
import { Ledger } from '../findings/ledger.js';
import { dataDirectoryOption, organizationOption } from './options.js';
import { withFindings } from './open-plumbline.js';
import { saySimulated } from './say-simulated.js';
import { textStyle } from './text-style.js';
import { writeOutput } from './write-output.js';

interface FindingsOptions {
  readonly dataDir: string;
  readonly organization?: string;
  readonly format: 'text' | 'json';
}

export function findingsCommand(): Command {
  return new Command('findings')
    .description('list what the last scan found; with an id, show that finding in full')
    .argument('[id]', 'a finding, as the report shows it; its first letters are enough')
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .addOption(organizationOption())
    .addOption(dataDirectoryOption())
    .action(showFindings);
}

async function showFindings(id: string | undefined, options: FindingsOptions): Promise<void> {
  const text = await withFindings(options.dataDir, async (plumbline) => {
    const ledger = plumbline.get(Ledger);
    const organization = await ledger.chooseOrganization(options.organization);
    const outcome = await ledger.latestOutcome(organization, 'command line');
    saySimulated(outcome.inventory);
    const chosen = id === undefined ? null : await ledger.findFinding(organization, id);
    if (options.format === 'json') {
      const { findings } = reportAsJson(outcome);
      return JSON.stringify(
        chosen ? findings.filter((finding) => finding.id === chosen.finding.id) : findings,
        null,
        2,
      );
    }
    const style = textStyle();
    return chosen ? findingAsText(chosen, style) : findingsAsText(outcome, style);
  });
  await writeOutput(text, undefined);
}

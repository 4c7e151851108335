import { capabilities, type Capability } from '#connectors/contract/fact.js';
import { capitalised } from '../model/words.js';
import type { ConnectorOnPage } from './connector-sections/connector-on-page.js';
import { howToConnect } from './connector-sections/how-to-connect.js';
import { limitsAndCosts } from './connector-sections/limits-and-costs.js';
import { codes, tableOf } from './connector-sections/markdown-parts.js';
import { rightsAsked } from './connector-sections/rights-asked.js';
import { markdown } from './markdown.js';

/** The page of a connector in docs/connectors, from its data sheet, as Markdown (GitHub's, for its tables). */
export function connectorPage(connector: ConnectorOnPage): string {
  const { id } = connector;
  const title = markdown(connector.title);
  const blocks = [
    `<!-- Written by "npm run docs:connectors" from the data sheet in libs/connectors/src/${id}. Change that, not this. -->`,
    `# ${title}`,
    `What happens when you let Plumbline log in to ${title}: it reads, and changes nothing there. This shows the same on your screen, and then connects, step by step:`,
    `    npx --no-install plumbline connect ${id} --policy policy.yaml`,
    '## What is read',
    whatIsRead(connector),
    "Your customers' data is in memory while a scan runs, and is kept nowhere.",
    '## The rights it asks for, and why',
    ...rightsAsked(connector),
    '## What it can not see, and how you fill the gap',
    whatIsNotTold(connector),
    '## How to connect',
    ...howToConnect(connector),
    '## Limits, and how long a large account takes',
    ...limitsAndCosts(connector),
    `## What ${title} asks of you`,
    whatTheVendorAsks(connector),
    '## How to take the login back',
    `    npx --no-install plumbline disconnect ${id}`,
    howItEnds(connector),
    '## For whoever looks after your computers',
    `For ${title} Plumbline speaks to these hosts only, by https: ${whereTo(connector)}. Its guard refuses every request that could change something, before it leaves the computer.`,
    'How logins are kept: [security.md](../security.md). How a connector is built: [connectors.md](../connectors.md).',
  ];
  return `${blocks.join('\n\n')}\n`;
}

const NAMES: Readonly<Record<Capability, string>> = {
  fields: 'Fields',
  records: 'Records',
  people: 'Who can log in',
  apps: 'Other apps',
  files: 'Shared files',
  payees: 'Whom you pay',
};

function whatIsRead({ capabilities: sheets }: ConnectorOnPage): string {
  const rows = capabilities.flatMap((capability) => {
    const sheet = sheets[capability];
    return sheet === undefined ? [] : [[NAMES[capability], markdown(capitalised(sheet.reads))]];
  });
  return tableOf(['', 'what'], rows);
}

function whatIsNotTold({ cannotRead }: ConnectorOnPage): string {
  return cannotRead
    .map(({ reason, step }) => `- **${markdown(capitalised(reason))}.** ${markdown(step)}`)
    .join('\n');
}

function whatTheVendorAsks({ conditions }: ConnectorOnPage): string {
  return conditions
    .map(({ text, source, seen }) => `- ${markdown(text)} ([source](${source}), seen on ${seen})`)
    .join('\n');
}

function howItEnds({ title, oauth, revokeByHand }: ConnectorOnPage): string {
  const byProgram =
    oauth.revokeUrl === null
      ? `This deletes the login here. ${title} lets no program end it there, so do that too.`
      : `This ends a sign-in at ${title}, and deletes the login here. A key or a service account only you can end there.`;
  return markdown(`${byProgram} ${revokeByHand}`);
}

function whereTo({ hosts, dataCentres }: ConnectorOnPage): string {
  return dataCentres === undefined ? codes(hosts) : `${codes(hosts)}, and the data centre of your account`;
}

/** The tools that a first policy can name, and as which system. */
const SYSTEMS = {
  hubspot: 'crm',
  mailchimp: 'newsletter',
  quickbooks: 'books',
  'google-workspace': 'office',
} as const;

export type FirstTool = keyof typeof SYSTEMS;

export const firstTools = Object.keys(SYSTEMS) as readonly FirstTool[];

/** A policy that names tools and allows nothing yet. */
export function firstPolicy(organization: string, tools: readonly FirstTool[]): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [
    '# What customer data the business keeps, and where. It names the tools only: what they hold is for you to allow.',
    'plumbline: 1',
    // JSON is YAML, too: whatever stands in a name stays a name.
    `organization: ${JSON.stringify(organization)}`,
    `time_zone: ${zone}`,
    'systems:',
    ...tools.map((tool) => `  ${SYSTEMS[tool]}: { connector: ${tool} }`),
    'data: []',
    '',
  ].join('\n');
}

const IN_NAMES: readonly (readonly [FirstTool, RegExp])[] = [
  ['hubspot', /hubspot/iu],
  ['mailchimp', /mailchimp|audience|subscribed|members_/iu],
  ['quickbooks', /quickbooks|sales by customer|customer contact list/iu],
  ['google-workspace', /google|user_download|accessed-apps|^contacts\.csv$/iu],
];

/** The tools that files come from, as far as their names tell. Which others there are, only their owner knows. */
export function toolsOfFiles(names: readonly string[]): readonly FirstTool[] {
  return IN_NAMES.filter(([, pattern]) => names.some((name) => pattern.test(name))).map(([tool]) => tool);
}

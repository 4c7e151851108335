import type { Setting } from './setting.js';
import { SETTINGS } from './settings.js';

/** Read by the key ring, which every command needs and not the service alone (connections/key-ring.ts). */
const KEY_SETTING = {
  sentence:
    'The key that the logins of your tools are locked with. Without it Plumbline makes one and keeps it beside the database (docs/security.md).',
  form: '32 bytes in base64; several, separated by commas, while one takes the place of another',
  isSecret: true,
} as const;

/** config/settings.md: every setting of the service, as a page for who installs it. */
export function settingsPage(): string {
  return [
    '# Settings of the service',
    '',
    '<!-- Written from apps/scanner/src/settings/settings.ts: npm run docs:settings -->',
    '',
    'Nothing needs to be set. Each setting is a variable of the environment, or a line `NAME=value` of a file that',
    '`npm start -- --settings FILE` names; what stands in the environment wins. `NAME_FILE` names a file that holds the',
    'value alone, for secrets. A setting that is wrong, or that Plumbline does not know, stops the start with a sentence.',
    '',
    ...Object.entries(SETTINGS).flatMap(([name, setting]) => section(name, setting)),
    ...section('PLUMBLINE_MASTER_KEY', KEY_SETTING),
    'Settings that begin with `PLUMBLINE_SIMULATE_` are for trying things out ([simulated tools](../docs/simulated-vendors.md)).',
    '',
  ].join('\n');
}

function section(
  name: string,
  { sentence, form, usually, isSecret }: Pick<Setting, 'sentence' | 'form' | 'usually' | 'isSecret'>,
): readonly string[] {
  const usual = usually === undefined ? 'Not set, unless you do.' : `Usually \`${usually}\`.`;
  const secret = isSecret === true ? ` It is a secret: better \`${name}_FILE\`.` : '';
  return [`## ${name}`, '', sentence, '', `Can be: ${form}. ${usual}${secret}`, ''];
}

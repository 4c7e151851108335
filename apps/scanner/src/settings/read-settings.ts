import { readFileSync } from 'node:fs';
import { UserActionError } from '#connectors/contract/error.js';
import type { Setting } from './setting.js';
import { SETTINGS, type SettingName, type Settings } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;

const LONGEST_FILE_BYTES = 65_536;

/**
 * The settings of a process. Later settings may stand on the command line.
 * @throws UserActionError that names the variable, and never what it was set to.
 */
export function readSettings(environment: Environment, chosen: Environment = {}): Settings {
  refuseUnknown(environment);
  const read = Object.entries(SETTINGS).map(([name, setting]) => {
    const given = chosen[name] ?? givenBy(environment, name);
    return [name, valueOf(name, setting, given)];
  });
  const settings = Object.fromEntries(read) as Settings;
  refuseHalfSettings(settings);
  return settings;
}

function givenBy(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim() ?? '';
  const file = environment[`${name}_FILE`]?.trim() ?? '';
  if (value !== '' && file !== '') {
    throw wrong(name, 'It is set twice.', `Set ${name} or ${name}_FILE, not both.`);
  }
  if (file === '') return value === '' ? undefined : value;
  return contentOf(name, file);
}

function contentOf(name: string, file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw wrong(
      name,
      'Its file could not be read.',
      `Let ${name}_FILE name a file that Plumbline may read, or remove it.`,
    );
  }
  if (text.length > LONGEST_FILE_BYTES)
    throw wrong(name, 'Its file is too long.', `Let ${name}_FILE name the file with the secret alone.`);
  return text.trim();
}

function valueOf(name: string, { is, usually, form }: Setting, given: string | undefined): unknown {
  const result = is.safeParse(given ?? usually);
  if (result.success) return result.data;
  throw wrong(name, 'It was set to something it can not be.', `Set ${name} to ${form}, or remove it.`);
}

/** A misspelt setting would be silently the usual one. */
function refuseUnknown(environment: Environment): void {
  const ours = new Set([...Object.keys(SETTINGS), ...OTHERS]);
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('PLUMBLINE_') || ours.has(name.replace(/_FILE$/u, '')) || isOfCommands(name))
      continue;
    throw wrong(
      name,
      'Plumbline knows no such setting.',
      `Remove ${name}, or look for its name in config/settings.md.`,
    );
  }
}

/** Read elsewhere: by the key ring, and by commands. */
const OTHERS = ['PLUMBLINE_MASTER_KEY'];

function isOfCommands(name: string): boolean {
  return name.startsWith('PLUMBLINE_SIMULATE_') || name.startsWith('PLUMBLINE_CONNECT_');
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

function refuseHalfSettings(settings: Settings): void {
  refuseHalf(settings, ['PLUMBLINE_OIDC_ISSUER', 'PLUMBLINE_OIDC_CLIENT_ID', 'PLUMBLINE_OIDC_CLIENT_SECRET']);
  if (!LOOPBACK.has(settings.PLUMBLINE_HOST) && settings.PLUMBLINE_PUBLIC_URL === undefined) {
    throw wrong(
      'PLUMBLINE_PUBLIC_URL',
      'Plumbline would be open to the network without encryption.',
      'Set PLUMBLINE_PUBLIC_URL to the https address of the web server in front of it, or leave PLUMBLINE_HOST at 127.0.0.1.',
    );
  }
  refuseHalfMail(settings);
}

/** All of a kind, or none. */
function refuseHalf(settings: Settings, kind: readonly SettingName[]): void {
  const missing = kind.filter((name) => settings[name] === undefined);
  if (missing.length === 0 || missing.length === kind.length) return;
  throw wrong(missing.join(', '), 'The others of its kind are set.', `Set ${missing.join(' and ')} too.`);
}

function refuseHalfMail(settings: Settings): void {
  const { PLUMBLINE_SMTP_HOST: host, PLUMBLINE_SMTP_USER: user } = settings;
  refuseHalf(settings, [
    'PLUMBLINE_SMTP_OAUTH_CLIENT_ID',
    'PLUMBLINE_SMTP_OAUTH_CLIENT_SECRET',
    'PLUMBLINE_SMTP_OAUTH_REFRESH_TOKEN',
    'PLUMBLINE_SMTP_OAUTH_TOKEN_URL',
  ]);
  const hasPassword = settings.PLUMBLINE_SMTP_PASSWORD !== undefined;
  const hasTokens = settings.PLUMBLINE_SMTP_OAUTH_CLIENT_ID !== undefined;
  if (host === undefined && (user !== undefined || hasPassword || hasTokens)) {
    throw wrong(
      'PLUMBLINE_SMTP_HOST',
      'The others of its kind are set.',
      'Set PLUMBLINE_SMTP_HOST to the mail server of your provider.',
    );
  }
  if (hasPassword && hasTokens) {
    throw wrong(
      'PLUMBLINE_SMTP_PASSWORD',
      'There are two ways to sign in to the mail server.',
      'Set PLUMBLINE_SMTP_PASSWORD, or the settings PLUMBLINE_SMTP_OAUTH_…, and not both.',
    );
  }
  if ((user !== undefined) !== (hasPassword || hasTokens)) {
    throw wrong(
      user === undefined ? 'PLUMBLINE_SMTP_USER' : 'PLUMBLINE_SMTP_PASSWORD',
      'The mail account is set by half.',
      'Set PLUMBLINE_SMTP_USER and PLUMBLINE_SMTP_PASSWORD, or neither.',
    );
  }
  if (host !== undefined && settings.PLUMBLINE_SMTP_SECURITY === 'none' && !LOOPBACK.has(host)) {
    throw wrong(
      'PLUMBLINE_SMTP_SECURITY',
      'Mails and the password would leave this computer without encryption.',
      'Set PLUMBLINE_SMTP_SECURITY to starttls or tls.',
    );
  }
  if (host !== undefined && settings.PLUMBLINE_SMTP_FROM === undefined && user?.includes('@') !== true) {
    throw wrong(
      'PLUMBLINE_SMTP_FROM',
      'Mails need an address that they come from.',
      'Set PLUMBLINE_SMTP_FROM to the address of the mail account.',
    );
  }
}

function wrong(setting: string, message: string, step: string): UserActionError {
  return new UserActionError({ message: `A setting is wrong. ${message}`, details: { setting }, step });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { UserActionError } from '#connectors/contract/error.js';
import { readSettings } from './read-settings.js';
import { SETTINGS } from './settings.js';

const CANARY = 'canary-8417';
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function fileWith(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-settings-'));
  folders.push(folder);
  const file = path.join(folder, 'secret');
  writeFileSync(file, text);
  return file;
}

function refusalOf(environment: Readonly<Record<string, string>>): UserActionError {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof UserActionError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('settings', () => {
  it('need nothing to be set', () => {
    expect(readSettings({ PATH: '/usr/bin' })).toMatchObject({
      PLUMBLINE_DATA_DIR: 'data',
      PLUMBLINE_HOST: '127.0.0.1',
      PLUMBLINE_PORT: 4750,
      PLUMBLINE_TRUST_PROXY: false,
      PLUMBLINE_PUBLIC_URL: undefined,
    });
  });

  it('are what was set; the command line wins', () => {
    const environment = { PLUMBLINE_PORT: ' 8080 ', PLUMBLINE_PUBLIC_URL: 'https://plumbline.example/' };
    expect(readSettings(environment)).toMatchObject({
      PLUMBLINE_PORT: 8080,
      PLUMBLINE_PUBLIC_URL: 'https://plumbline.example',
    });
    expect(readSettings(environment, { PLUMBLINE_PORT: '0' }).PLUMBLINE_PORT).toBe(0);
  });

  it('may stand in a file, without the line end', () => {
    const file = fileWith(`${CANARY}-${CANARY}\n`);
    expect(readSettings({ PLUMBLINE_METRICS_TOKEN_FILE: file }).PLUMBLINE_METRICS_TOKEN).toBe(
      `${CANARY}-${CANARY}`,
    );
  });

  it.each([
    ['PLUMBLINE_PORT', { PLUMBLINE_PORT: CANARY }],
    ['PLUMBLINE_PORT', { PLUMBLINE_PORT: '70000' }],
    ['PLUMBLINE_PUBLIC_URL', { PLUMBLINE_PUBLIC_URL: `http://${CANARY}.example` }],
    ['PLUMBLINE_PUBLIC_URL', { PLUMBLINE_PUBLIC_URL: `https://${CANARY}.example/path` }],
    ['PLUMBLINE_PUBLIC_URL', { PLUMBLINE_HOST: '0.0.0.0' }],
    ['PLUMBLINE_TRUST_PROXY', { PLUMBLINE_TRUST_PROXY: CANARY }],
    ['PLUMBLINE_METRICS_TOKEN', { PLUMBLINE_METRICS_TOKEN: CANARY }],
    ['PLUMBLINE_METRICS_TOKEN', { PLUMBLINE_METRICS_TOKEN_FILE: `/nowhere/${CANARY}` }],
    ['PLUMBLINE_METRICS_TOKEN', { PLUMBLINE_METRICS_TOKEN: CANARY, PLUMBLINE_METRICS_TOKEN_FILE: CANARY }],
    ['PLUMBLINE_PROT', { PLUMBLINE_PROT: CANARY }],
    [
      'PLUMBLINE_OIDC_CLIENT_ID, PLUMBLINE_OIDC_CLIENT_SECRET',
      { PLUMBLINE_OIDC_ISSUER: 'https://id.example' },
    ],
  ])('name the variable that is wrong and never its value: %s', (setting, environment) => {
    const refusal = refusalOf(environment);
    expect(refusal.details).toEqual({ setting });
    expect(inspect(refusal, { depth: 9, showHidden: true })).not.toContain(CANARY);
  });

  it('each say what they are for', () => {
    for (const { sentence, form } of Object.values(SETTINGS)) {
      expect(sentence).toMatch(/^[A-Z].*\.$/u);
      expect(form).not.toBe('');
    }
  });
});

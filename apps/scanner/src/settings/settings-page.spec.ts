import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SETTINGS } from './settings.js';
import { settingsPage } from './settings-page.js';

describe('the page of settings', () => {
  it('is that of the settings; if not: npm run docs:settings', () => {
    const file = new URL('../../../../config/settings.md', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(settingsPage());
  });

  it('names every one, and for secrets the file', () => {
    for (const [name, setting] of Object.entries(SETTINGS)) {
      expect(settingsPage()).toContain(`## ${name}\n`);
      if ('isSecret' in setting) expect(settingsPage()).toContain(`better \`${name}_FILE\``);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { aiAppNamed, aiApps } from './ai-catalogue.js';

describe('aiAppNamed', () => {
  it.each([
    ['ChatGPT', 'ChatGPT'],
    ['ChatGPT (OpenAI)', 'ChatGPT'],
    ['claude', 'Claude'],
    ['Claude for Google Workspace', 'Claude'],
    ['Fireflies.ai Notetaker', 'Fireflies.ai'],
    ['Read (beta)', 'Read AI'],
    ['tl;dv', 'tl;dv'],
    ['Canva AI', 'Canva AI'],
    ['Zapier MCP', 'Zapier'],
  ])('recognises %s', (displayName, name) => {
    expect(aiAppNamed(displayName)?.name).toBe(name);
  });

  it.each([
    'Canva',
    'Zapier',
    'Slack',
    'Notion',
    'Claudette Bookings',
    'Pineapple Pi Orders',
    'Read Receipts',
    'Grand Motion Pictures',
    'Clay Pottery Shop',
    '',
  ])('does not take %j for an AI app', (displayName) => {
    expect(aiAppNamed(displayName)).toBeNull();
  });

  it('finds each app by its own names', () => {
    for (const app of aiApps) {
      for (const name of [...app.words, ...app.whole]) {
        expect([name, aiAppNamed(name)?.vendor]).toEqual([name, app.vendor]);
      }
    }
  });
});

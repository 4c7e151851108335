import { describe, expect, it } from '@jest/globals';
import { anApp, anOffice, inventoryOf, judge } from '../inventory.spec-builders.js';
import { appAi } from './app-ai.js';
import { appUndeclared } from './app-undeclared.js';
import { readingLines, whatItRead } from './what-it-read.js';

const reads = [
  { api: 'CONTACTS', bytes: 48_400, lastDay: '2026-10-31' },
  { api: 'DRIVE', bytes: 1_234_000_000, lastDay: '2026-11-19' },
];

describe('what an app read', () => {
  it('is said with the most first, and the last day of all', () => {
    expect(whatItRead(anApp('X', { reads }))).toBe(
      ' It read 1.2 GB from Drive and 48 KB from Contacts, last on 19 November 2026.',
    );
    expect(readingLines(reads)).toEqual([
      'CONTACTS: 48 KB, last on 31 October 2026',
      'DRIVE: 1.2 GB, last on 19 November 2026',
    ]);
  });

  it.each([
    [0, ''],
    [950, ' It read 950 bytes from Drive, last on 19 November 2026.'],
    [2_000_000, ' It read 2 MB from Drive, last on 19 November 2026.'],
  ])('of %d bytes is "%s"', (bytes, words) => {
    expect(whatItRead(anApp('X', { reads: [{ api: 'DRIVE', bytes, lastDay: '2026-11-19' }] }))).toBe(words);
  });

  it('is not said where no log tells', () => {
    expect(whatItRead(anApp('X'))).toBe('');
  });

  it('stands in the finding, and makes it no other one (law 6)', () => {
    const withReads = anApp('ChatGPT', { scopes: ['drive.readonly'], reads, lastSeen: '2026-11-19' });
    const judged = (app: typeof withReads) =>
      judge(appAi, { inventory: inventoryOf(anOffice({ apps: [app] })) })[0];

    expect(judged(withReads)?.message).toContain('It read 1.2 GB from Drive');
    expect(judged(withReads)?.evidence).toMatchObject({
      reads: readingLines(reads),
      last_seen: '2026-11-19',
    });
    expect(judged({ ...withReads, lastSeen: '2026-11-20' })?.content).toEqual(judged(withReads)?.content);

    const other = inventoryOf(anOffice({ apps: [anApp('Parcel Pigeon', { reads })] }));
    expect(judge(appUndeclared, { inventory: other })[0]?.message).toContain('It read 1.2 GB from Drive');
  });
});

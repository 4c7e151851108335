import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';

const QUOTE = /^<!-- (\S+) -->\n\n```ts\n([\s\S]*?)\n```$/gmu;

describe('docs/connectors.md', () => {
  it('quotes the code of the example as it stands', async () => {
    const page = await readFile('docs/connectors.md', 'utf8');
    const quotes = [...page.matchAll(QUOTE)];
    expect(quotes).toHaveLength(page.split('```ts').length - 1);
    expect(new Set(quotes.map(([, file]) => file)).size).toBeGreaterThan(4);
    for (const [, file = '', code = ''] of quotes) {
      expect(`\n${await readFile(file, 'utf8')}`).toContain(`\n${code}\n`);
    }
  });
});

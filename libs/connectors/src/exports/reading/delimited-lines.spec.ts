import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText } from './decode-text.js';
import { delimitedLines } from './delimited-lines.js';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function readBack(bytes: Buffer, size = 2 ** 20) {
  const rows: string[][] = [];
  const lines: number[] = [];
  for await (const batch of delimitedLines(decodeText(inChunks(bytes, size)))) {
    for (const row of batch.rows) rows.push([...row]);
    lines.push(...batch.lines);
  }
  return { rows, lines };
}

const table = [
  ['Name', 'Ort', 'Notiz'],
  ['Jürgen Groß', 'Zürich', 'isst gern „Öl“ – 5 €'],
  ['Zoë', 'Ålesund', 'a, b; c'],
];
const quoted = (delimiter: string) =>
  table.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n') + '\r\n';

describe('a delimited file', () => {
  it.each([
    ['UTF-8', Buffer.from(quoted(','))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${quoted(',')}`)],
    ['UTF-16 LE with a mark', iconv.encode(quoted('\t'), 'utf-16le', { addBOM: true })],
    ['UTF-16 LE without', iconv.encode(quoted(','), 'utf-16le')],
    ['UTF-16 BE with a mark', iconv.encode(quoted(';'), 'utf-16be', { addBOM: true })],
    ['UTF-16 BE without', iconv.encode(quoted('\t'), 'utf-16be')],
    ['Windows-1252', iconv.encode(quoted(';'), 'windows-1252')],
    ['old Mac line ends', Buffer.from(quoted(',').replaceAll('\r\n', '\r'))],
    ['Excel, which says its delimiter', Buffer.from(`sep=;\r\n${quoted(';')}`)],
  ])('in %s reads the same', async (_, bytes) => {
    expect((await readBack(bytes)).rows).toEqual(table);
  });

  it('is Windows-1252 by its first byte beyond ASCII, however far in it stands', async () => {
    const text = `Name,City\n${'Ann,Bern\n'.repeat(400_000)}Zoë,Zürich\n`;
    const { rows } = await readBack(iconv.encode(text, 'windows-1252'));
    expect(rows.at(-1)).toEqual(['Zoë', 'Zürich']);
    expect((await readBack(Buffer.from(text))).rows.at(-1)).toEqual(['Zoë', 'Zürich']);
  });

  it.each([
    ['semicolons with decimal commas', 'a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n', 3],
    ['commas with semicolons in a cell', 'a,b\n1;2;3;4,x\n5;6,y\n7,z\n', 2],
    ['tabs with commas in a cell', 'a\tb\nx, y\tz\nx, y, z\tz\n', 2],
    ['titles above the table', 'Bakery; the good one, really\n\na,b,c\n1,2,3\n4,5,6\n', 3],
    ['one column', 'Name\nAnn\nBob\n', 1],
  ])('is cut at its delimiter: %s', async (_, text, width) => {
    expect((await readBack(Buffer.from(text))).rows.at(-1)).toHaveLength(width);
  });

  it('numbers each row by its first line', async () => {
    const { rows, lines } = await readBack(Buffer.from('a,b\n"x\r\ny",1\n\nz,"1\n2\n3"\nlast,2'));
    expect(rows.map(([first]) => first)).toEqual(['a', 'x\ny', '', 'z', 'last']);
    expect(lines).toEqual([1, 2, 4, 5, 8]);
  });

  it('reads back any table, however its bytes come in', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '€', '"', ',', ';', '\n', '日', ' '),
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 97 }),
        async (cells, delimiter, lineEnd, size) => {
          // A thousand plain rows in front tell the delimiter and make chunks that begin anywhere.
          const plain = Array.from({ length: 300 }, () => ['Ann', 'Bern', 'x1']);
          const all = [...plain, ...cells.map((row) => [...row])];
          const text = all
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter) + lineEnd)
            .join('');
          const { rows } = await readBack(Buffer.from(text), size * 41);
          expect(rows).toEqual(all);
        },
      ),
      { numRuns: 60 },
    );
  });
});

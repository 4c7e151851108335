import { describe, expect, it } from '@jest/globals';
import { workbookOf, zipOf } from '../../testing/exports-folder.js';
import { Workbook } from './workbook.js';

async function linesOf(bytes: Buffer) {
  const workbook = await Workbook.open(bytes, new AbortController().signal);
  const sheets: { rows: string[][]; lines: number[] }[] = [];
  for (const sheet of workbook.sheets) {
    const rows: string[][] = [];
    const lines: number[] = [];
    for await (const batch of sheet.lines()) {
      rows.push(...batch.rows.map((row) => [...row]));
      lines.push(...batch.lines);
    }
    sheets.push({ rows, lines });
  }
  workbook.close();
  return sheets;
}

const relationships =
  '<Relationships xmlns="r"><Relationship Id="a" Type="http://x/worksheet" Target="/xl/worksheets/one.xml"/>' +
  '<Relationship Id="c" Type="http://x/chartsheet" Target="chart.xml"/><Relationship Id="s" Type="http://x/styles" Target="styles.xml"/></Relationships>';

describe('a workbook', () => {
  it('gives text as people see it: dates, results of formulas, long numbers, links, rich text', async () => {
    const [sheet] = await linesOf(
      await workbookOf({
        Customers: [
          ['Name', 'Born', 'Seen', 'Phone', 'Sum', 'Note'],
          [
            'Ann & Bo',
            new Date(Date.UTC(1990, 1, 3)),
            new Date(Date.UTC(2026, 1, 3, 10, 11, 12)),
            15550101234567,
            { formula: 'A1*2', result: 0.1 + 0.2 },
            { richText: [{ text: 'loves ' }, { text: 'tea' }] },
          ],
          [],
          [{ text: 'Cy', hyperlink: 'https://x.example' }, null, null, -1.5, true],
        ],
      }),
    );
    expect(sheet?.rows).toEqual([
      ['Name', 'Born', 'Seen', 'Phone', 'Sum', 'Note'],
      ['Ann & Bo', '1990-02-03', '2026-02-03 10:11:12', '15550101234567', '0.3', 'loves tea'],
      [],
      ['Cy', '', '', '-1.5', 'true'],
    ]);
    expect(sheet?.lines).toEqual([1, 2, 3, 4]);
  });

  it('is read sheet by sheet, in the order of its tabs', async () => {
    const sheets = await linesOf(await workbookOf({ z: [['first']], a: [], m: [['third']] }));
    expect(sheets.map(({ rows }) => rows)).toEqual([[['first']], [], [['third']]]);
  });

  it('may have prefixes, no references, days since 1904, dates as text, and charts, which are no sheets', async () => {
    const sheets = await linesOf(
      await zipOf({
        '_rels/.rels':
          '<Relationships><Relationship Id="b" Type="http://x/officeDocument" Target="xl/book2.xml"/></Relationships>',
        'xl/book2.xml':
          '<x:workbook xmlns:x="m" xmlns:q="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="n" q:id="c"/><x:sheet name="o" q:id="a"/></x:sheets></x:workbook>',
        'xl/_rels/book2.xml.rels': relationships,
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy&quot; o&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>' +
          '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>',
        'xl/worksheets/one.xml':
          '<x:worksheet><x:sheetData><x:row><x:c s="1"><x:v>0</x:v></x:c><x:c s="2"><x:v>1.5</x:v></x:c><x:c s="3"><x:v>7</x:v></x:c>' +
          '<x:c t="d"><x:v>2026-01-02T00:00:00</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c><x:c t="inlineStr"><x:is><x:t>in</x:t></x:is></x:c></x:row><x:row r="2"/></x:sheetData></x:worksheet>',
      }),
    );
    expect(sheets).toEqual([{ rows: [['00:00:00', '1.5', '7', '2026-01-02', '', 'in'], []], lines: [1, 2] }]);
  });

  it('knows no entities but those of XML, so that none can blow up', async () => {
    const bomb =
      '<!DOCTYPE w [<!ENTITY a "canary"><!ENTITY b "&a;&a;">]><workbook><sheets>&b;</sheets></workbook>';
    const opening = linesOf(
      await zipOf({ 'xl/workbook.xml': bomb, 'xl/_rels/workbook.xml.rels': relationships }),
    );
    await expect(opening).rejects.toMatchObject({ reason: expect.stringMatching('damaged') });
  });
});

import { dayNumber } from './calendar.js';
import { zipOf } from './zip.js';

/** A cell: text, a number, or a day that the workbook holds as a date. */
export type Cell = string | number | { readonly day: string };

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Excel counts days from the end of 1899. */
const EXCEL_EPOCH = dayNumber('1899-12-30');
const PLAIN_STYLE = 0;
const DATE_STYLE = 1;

/**
 * A workbook of one sheet, with shared strings and real dates as spreadsheet programs write them. Made by hand
 * because the libraries stamp the clock into the file, and the example must be the same to the byte.
 */
export function xlsxOf(sheetName: string, rows: readonly (readonly Cell[])[], day: string): Promise<Buffer> {
  const strings = new SharedStrings();
  const sheet = rows.map((row, index) => rowXml(row, index + 1, strings)).join('');
  const parts: readonly (readonly [path: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/styles.xml', styles()],
    ['xl/sharedStrings.xml', strings.xml()],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${SHEETS}"><sheetData>${sheet}</sheetData></worksheet>`],
  ];
  return zipOf(
    parts.map(([name, xml]) => ({ name, content: XML + xml })),
    day,
  );
}

/** Every text once; cells point to it by number. */
class SharedStrings {
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  xml(): string {
    const items = [...this.numbers.keys()].map(
      (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
    );
    return `<sst xmlns="${SHEETS}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

function rowXml(row: readonly Cell[], number: number, strings: SharedStrings): string {
  const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`, strings));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml(cell: Cell, reference: string, strings: SharedStrings): string {
  if (cell === '') return '';
  if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${strings.numberOf(cell)}</v></c>`;
  const [value, style] =
    typeof cell === 'number' ? [cell, PLAIN_STYLE] : [dayNumber(cell.day) - EXCEL_EPOCH, DATE_STYLE];
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

/** A, B ... Z: the example has no wider sheet. */
function columnName(index: number): string {
  return String.fromCodePoint(65 + index);
}

/** Format 14 is the date as the reader's country writes it. */
function styles(): string {
  const formats = [PLAIN_STYLE, 14].map(
    (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  // Spreadsheet programs expect these two fills first, in this order.
  const fills = ['none', 'gray125'].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`);
  return (
    `<styleSheet xmlns="${SHEETS}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">${fills.join('')}</fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="2">${formats.join('')}</cellXfs></styleSheet>`
  );
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(): string {
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/styles.xml', 'styles'],
    ['/xl/sharedStrings.xml', 'sharedStrings'],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${CONTENT}.${type}+xml"/>`);
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

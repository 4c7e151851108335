import { Page } from '../terminal/page.js';
import { ANSWERS } from './answer-words.js';
import type { Cell, DocumentPart } from './document-part.js';
import type { PlainDocument } from './plain-document.js';

/** As the lines of a mail: anything longer is broken by whoever shows it. */
const WIDTH = 72;

/** A document for whoever reads text: a table is a list of its rows. */
export function documentAsText(document: PlainDocument): string {
  const { kind, organization, standing, sections, signatures, foot } = document;
  const page = new Page({ colors: false, width: WIDTH });
  page.text(`${kind.toUpperCase()}: ${organization}`);
  for (const line of standing) page.text(line);
  for (const { heading, parts } of sections) {
    page.heading(heading.toUpperCase());
    for (const part of parts) writePart(page, part);
  }
  if (signatures !== null) {
    page.heading('SIGNATURES');
    page.text(signatures.pledge);
    for (const name of signatures.signatories) {
      page.gap();
      page.text(`${name === '' ? 'Name' : name}: ______________________  Date: ____________`);
    }
  }
  page.gap();
  page.text(`-- ${foot}`);
  return `${page.toString()}\n`;
}

function writePart(page: Page, part: DocumentPart): void {
  const item = (text: string) => page.text(text, { left: [{ text: '- ' }] });
  switch (part.kind) {
    case 'text':
      return page.text(part.text);
    case 'gap':
      return page.text(`LEFT OPEN: ${part.text}`);
    case 'answer':
      return page.text(`${ANSWERS[part.answer].toUpperCase()} ${part.text}`);
    case 'list':
      return part.items.forEach(item);
    case 'table':
    default:
      return part.rows.forEach((cells) => item(rowInWords(part.columns, cells)));
  }
}

/** "Name (with first name and last name). Why: to deliver. Where: crm." */
function rowInWords(columns: readonly string[], cells: readonly Cell[]): string {
  const words = cells.map(({ text, note }) => (note === undefined ? text : `${text} (${note})`));
  return words
    .map((word, at) => (at === 0 ? word : `${columns[at] ?? ''}: ${word}`))
    .filter((word) => !word.endsWith(': '))
    .join('. ')
    .concat('.');
}

import type { Answer, Cell, DocumentPart, DocumentSection } from './document-part.js';
import { columnShares } from './column-shares.js';
import { ANSWERS } from './answer-words.js';
import { readable } from './readable-text.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text so that HTML shows it as it is, in content and in attributes. */
export function html(text: string): string {
  return readable(text).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}

export function sectionAsHtml({ heading, parts }: DocumentSection): string {
  return `<section>\n<h2>${html(heading)}</h2>\n${parts.map(partAsHtml).join('\n')}\n</section>`;
}

const CLASSES: Readonly<Record<Answer, string>> = { yes: 'yes', no: 'no', 'cannot tell': 'open' };

function partAsHtml(part: DocumentPart): string {
  switch (part.kind) {
    case 'text':
      return `<p>${html(part.text)}</p>`;
    case 'gap':
      return `<p class="gap"><b>Left open</b>${html(part.text)}</p>`;
    case 'answer':
      return `<p class="answer ${CLASSES[part.answer]}"><b>${html(ANSWERS[part.answer])}</b> ${html(part.text)}</p>`;
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`;
    case 'table':
    default:
      return [
        `<table>${columnWidths(part.columns, part.rows)}${headRow(part.columns)}`,
        `<tbody>${part.rows.map((cells) => `<tr>${cells.map(cellAsHtml).join('')}</tr>`).join('\n')}</tbody></table>`,
      ].join('\n');
  }
}

/** Rows that explain themselves have no heads. */
function headRow(columns: readonly string[]): string {
  if (columns.every((column) => column === '')) return '';
  const heads = columns.map((column) => `<th scope="col">${html(column)}</th>`);
  return `<thead><tr>${heads.join('')}</tr></thead>`;
}

/** As wide as what stands in them asks for; a browser by itself tears dates apart to make room for long texts. */
function columnWidths(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const shares = columnShares(columns, rows);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => `<col style="width:${((share / all) * 100).toFixed(1)}%">`);
  return `<colgroup>${widths.join('')}</colgroup>`;
}

function cellAsHtml({ text, note }: Cell): string {
  return `<td>${html(text)}${note === undefined ? '' : ` <small>${html(note)}</small>`}</td>`;
}

import type { Cell, DocumentPart, DocumentSection } from './document-part.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text so that HTML shows it as it is, in content and in attributes. */
export function html(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}

export function sectionAsHtml({ heading, parts }: DocumentSection): string {
  return `<section>\n<h2>${html(heading)}</h2>\n${parts.map(partAsHtml).join('\n')}\n</section>`;
}

function partAsHtml(part: DocumentPart): string {
  switch (part.kind) {
    case 'text':
      return `<p>${html(part.text)}</p>`;
    case 'gap':
      return `<p class="gap"><b>Left open</b>${html(part.text)}</p>`;
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`;
    case 'table':
    default:
      return [
        `<table><thead><tr>${part.columns.map((column) => `<th scope="col">${html(column)}</th>`).join('')}</tr></thead>`,
        `<tbody>${part.rows.map((cells) => `<tr>${cells.map(cellAsHtml).join('')}</tr>`).join('\n')}</tbody></table>`,
      ].join('\n');
  }
}

function cellAsHtml({ text, note }: Cell): string {
  return `<td>${html(text)}${note === undefined ? '' : `<small>${html(note)}</small>`}</td>`;
}

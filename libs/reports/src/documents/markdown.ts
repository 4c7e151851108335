import { ANSWERS } from './answer-words.js';
import type { Cell, DocumentPart, DocumentSection } from './document-part.js';
import { readable } from './readable-text.js';

/** A text so that Markdown shows it as it is, on one line. */
export function markdown(text: string): string {
  return readable(text)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|#~&!$]/gu, '\\$&')
    .replace(/^[-+=]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

export function sectionAsMarkdown({ heading, parts }: DocumentSection): string {
  return [`## ${markdown(heading)}`, ...parts.map(partAsMarkdown)].join('\n\n');
}

function partAsMarkdown(part: DocumentPart): string {
  switch (part.kind) {
    case 'text':
      return markdown(part.text);
    case 'gap':
      return `> **Left open:** ${markdown(part.text)}`;
    case 'answer':
      return `**${ANSWERS[part.answer]}** ${markdown(part.text)}`;
    case 'list':
      return part.items.map((item) => `- ${markdown(item)}`).join('\n');
    case 'table':
    default:
      return [
        row(part.columns.map(markdown)),
        row(part.columns.map(() => '---')),
        ...part.rows.map((cells) => row(cells.map(cellAsMarkdown))),
      ].join('\n');
  }
}

function cellAsMarkdown({ text, note }: Cell): string {
  return note === undefined ? markdown(text) : `${markdown(text)}<br>*${markdown(note)}*`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

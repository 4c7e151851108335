import { capitalised } from '../../model/words.js';
import { markdown } from '../markdown.js';

/** A table of cells that are Markdown already. */
export function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/** "To see this. To see that." */
export function sentences(parts: readonly string[]): string {
  return markdown(parts.map((part) => `${capitalised(part)}.`).join(' '));
}

/** Words that a vendor spells so and not otherwise. */
export function codes(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

import type { OneList } from './record-list.js';

const HEADER = ['system', 'subject', 'record', 'day', 'page'];

/** A list as a file for a spreadsheet; nothing in it is a formula there. */
export function asCsv(system: string, lists: readonly OneList[]): string {
  const rows = lists.flatMap(({ subject, records }) =>
    records.map(({ record, day, page }) => [system, subject, record, day ?? '', page ?? '']),
  );
  return [HEADER, ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Hands a text over as a file, and keeps no copy. */
export function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

import type { AppReading } from '#connectors/contract/fact.js';
import type { InventoryApp } from '../../engine/inventory.js';
import { dayInWords, listed } from '../wording.js';

/** "It read 1.2 GB from Drive, last on 19 November 2026." with a space before it; empty where no log tells. */
export function whatItRead({ reads = [] }: InventoryApp): string {
  const [first] = reads
    .map(({ lastDay }) => lastDay)
    .toSorted()
    .toReversed();
  const read = reads.filter(({ bytes }) => bytes > 0);
  if (read.length === 0 || first === undefined) return '';
  const parts = read
    .toSorted((one, other) => other.bytes - one.bytes)
    .map(({ api, bytes }) => `${inBytes(bytes)} from ${serviceTitle(api)}`);
  return ` It read ${listed(parts)}, last on ${dayInWords(first)}.`;
}

/** One line for each interface, for the evidence: "DRIVE: 1.2 GB, last on 19 November 2026". */
export function readingLines(reads: readonly AppReading[]): readonly string[] {
  return reads.map(({ api, bytes, lastDay }) => `${api}: ${inBytes(bytes)}, last on ${dayInWords(lastDay)}`);
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** "950 bytes", "48 KB", "1.2 GB": in steps of a thousand, as shops and vendors count. */
function inBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  const shown = step > 0 && value < 10 ? value.toFixed(1).replace(/\.0$/u, '') : String(Math.round(value));
  return `${shown} ${UNITS[step] ?? ''}`;
}

/** `DRIVE` is "Drive", `GSUITE_ADMIN` "Gsuite admin". */
function serviceTitle(api: string): string {
  const words = api.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

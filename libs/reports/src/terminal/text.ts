import { reportOf } from '../model/report.js';
import type { ScanOutcome } from '../model/scan-outcome.js';
import { dayInWords } from '../model/words.js';
import { Page, type TextStyle } from './page.js';
import {
  writeBaseline,
  writeChanges,
  writeExceptions,
  writeMissingSections,
  writeQuestions,
} from './sections.js';
import { writeDrift } from './drift-section.js';
import { writeGaps } from './gaps-section.js';

/** The report of a scan for a person at a terminal. */
export function reportAsText(outcome: ScanOutcome, style: TextStyle): string {
  const page = new Page(style);
  const report = reportOf(outcome);
  const { paint } = page;
  page.text(`${report.scan.organization}, ${dayInWords(report.scan.asOf)}`, { paint: paint.bold });
  const { tone, sentences } = report.headline;
  const tonePaint = { quiet: paint.green, unsure: paint.yellow, drift: (text: string) => text }[tone];
  for (const sentence of sentences) page.text(sentence, { paint: tonePaint });
  writeGaps(page, report);
  writeMissingSections(page, report);
  writeDrift(page, report);
  writeQuestions(page, report);
  writeChanges(page, report);
  writeExceptions(page, report);
  writeBaseline(page, report);
  return page.toString();
}

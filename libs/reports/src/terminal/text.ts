import { reportOf } from '../model/report.js';
import type { ScanOutcome } from '../model/scan-outcome.js';
import { simulationNotice } from '../model/simulated.js';
import { dayInWords } from '../model/words.js';
import { writeDrift } from './drift-section.js';
import { writeGaps } from './gaps-section.js';
import { Page, type TextStyle } from './page.js';
import { writeChanges, writeEnd, writeExceptions, writeQuestions } from './sections.js';

/** The report of a scan for a person at a terminal. Without colours it says the same. */
export function reportAsText(outcome: ScanOutcome, style: TextStyle): string {
  const page = new Page(style);
  const { paint } = page;
  const report = reportOf(outcome);
  const { tone, sentences } = report.headline;
  const headline = { quiet: paint.green, unsure: paint.yellow, drift: paint.bold }[tone];
  page.text(`${report.scan.organization}, ${dayInWords(report.scan.asOf)}`, { paint: paint.bold });
  const simulated = simulationNotice(outcome.inventory);
  if (simulated !== null) page.text(simulated, { paint: paint.yellow });
  for (const sentence of sentences) page.text(sentence, { paint: headline });
  writeGaps(page, report);
  writeDrift(page, report);
  writeQuestions(page, report);
  writeChanges(page, report);
  writeExceptions(page, report);
  writeEnd(page, report);
  return page.toString();
}

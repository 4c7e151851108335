import type { DriftOfRule, DriftOfSeverity } from '../model/drift.js';
import { countInWords, particularsOf } from '../model/evidence-words.js';
import type { Report } from '../model/report.js';
import type { ReportedFinding } from '../model/scan-outcome.js';
import { tagsOf } from '../model/tags.js';
import { numberInWords } from '../model/words.js';
import { shortId } from './finding-line.js';
import type { Page } from './page.js';

/** Drift by severity, gravest first; findings of one rule share their explanation. */
export function writeDrift(page: Page, report: Report): void {
  for (const { severity, count, rules } of report.drift) {
    page.gap();
    page.text(`${TITLES[severity]}: ${numberInWords(count)}`, { paint: paintOf(page, severity) });
    for (const ofRule of rules) {
      page.gap();
      writeRule(page, report, ofRule);
    }
  }
}

const TITLES: Readonly<Record<DriftOfSeverity['severity'], string>> = {
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  info: 'FOR INFORMATION',
};

function paintOf({ paint }: Page, severity: DriftOfSeverity['severity']): (text: string) => string {
  const color = { high: paint.red, medium: paint.yellow, low: paint.cyan, info: paint.dim }[severity];
  return (text) => paint.bold(color(text));
}

function writeRule(page: Page, report: Report, { words, systems }: DriftOfRule): void {
  const [only, ...others] = systems.flatMap(({ findings }) => findings);
  if (only && others.length === 0) return writeOnly(page, report, only);
  const [system, ...moreSystems] = systems;
  const isOneSystem = moreSystems.length === 0 && system !== undefined && system.title !== null;
  page.text(isOneSystem ? `${words.heading} · ${system.title}` : words.heading, {
    indent: 2,
    paint: page.paint.bold,
  });
  for (const { title, findings } of systems) {
    if (!isOneSystem && title !== null) page.text(title, { indent: 4 });
    for (const reported of findings) writeItem(page, report, reported, isOneSystem || title === null ? 4 : 6);
  }
  writeReason(page, words.why, words.step);
}

/** The only finding of its rule speaks for itself. */
function writeOnly(page: Page, report: Report, reported: ReportedFinding): void {
  const { title, message, remedy } = reported.finding;
  const { paint } = page;
  page.text(title, {
    indent: 2,
    paint: paint.bold,
    right: rightOf(report, reported),
    paintRight: paint.dim,
  });
  writeReason(page, message, remedy);
}

function writeItem(page: Page, report: Report, reported: ReportedFinding, indent: number): void {
  const count = countInWords(reported.finding.evidence);
  const particulars = particularsOf(reported.finding);
  page.text(count === null ? particulars : `${particulars}, ${count}`, {
    indent,
    mark: '• ',
    right: rightOf(report, reported),
    paintRight: page.paint.dim,
  });
}

function rightOf(report: Report, reported: ReportedFinding): string {
  return [...tagsOf(reported, report.news), shortId(reported)].join('  ');
}

function writeReason(page: Page, why: string, step: string): void {
  page.text(why, { indent: 4, paint: page.paint.dim });
  if (step !== '') page.text(step, { indent: 4, mark: '→ ', paintMark: page.paint.cyan });
}

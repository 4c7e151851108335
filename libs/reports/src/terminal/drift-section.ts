import type { DriftGroup, DriftOfSeverity } from '../model/drift.js';
import { countInWords } from '../model/evidence-words.js';
import { particularsOf } from '../model/particulars.js';
import type { Report } from '../model/report.js';
import type { ReportedFinding } from '../model/scan-outcome.js';
import { tagsOf } from '../model/tags.js';
import { numberInWords } from '../model/words.js';
import { idCell, severityPaint, stepCell } from './marks.js';
import { type Cell, padded, type Page } from './page.js';
import { widthOf } from './wrap.js';

const TITLES: Readonly<Record<DriftOfSeverity['severity'], string>> = {
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  info: 'FOR INFORMATION',
};

/** Drift by severity, gravest first; findings of a kind share their explanation. */
export function writeDrift(page: Page, report: Report): void {
  for (const { severity, count, groups } of report.drift) {
    page.heading(`${TITLES[severity]}: ${numberInWords(count)}`, (text) =>
      page.paint.bold(severityPaint(page, severity)(text)),
    );
    for (const group of groups) {
      page.gap();
      writeGroup(page, report, group);
    }
  }
}

function writeGroup(page: Page, report: Report, group: DriftGroup): void {
  const [only, ...others] = group.findings;
  if (only && others.length === 0) writeOnly(page, report, only);
  else writeTogether(page, report, group);
}

/** The only finding of its kind speaks for itself. */
function writeOnly(page: Page, report: Report, reported: ReportedFinding): void {
  const { title, message, remedy } = reported.finding;
  const right = rightOf(page, report, reported, 0);
  page.text(title, { indent: 2, paint: page.paint.bold, right });
  writeReason(page, message, remedy);
}

/** Names of systems longer than this do not push the column of everybody else. */
const WIDEST_SYSTEM = 20;

/** Findings of a kind beyond these are counted only. */
const MOST_OF_A_KIND = 15;

/** Several findings of a kind: what they have in common once, and a line for each. */
function writeTogether(page: Page, report: Report, { words, onlySystem, findings }: DriftGroup): void {
  const { paint } = page;
  const heading = onlySystem === null ? words.heading : `${words.heading}: ${onlySystem}`;
  page.text(heading, { indent: 2, paint: paint.bold });
  const shown = findings.slice(0, MOST_OF_A_KIND);
  const systems = onlySystem === null ? shown.map(({ finding }) => finding.system ?? '') : [];
  const systemWidth = Math.min(WIDEST_SYSTEM, Math.max(0, ...systems.map(widthOf)));
  const countWidth = Math.max(0, ...shown.map(({ finding }) => (countInWords(finding) ?? '').length));
  for (const reported of shown) {
    const { finding } = reported;
    const system: readonly Cell[] =
      systemWidth === 0 ? [] : [{ text: padded(finding.system ?? '', systemWidth + 2), paint: paint.dim }];
    page.text(particularsOf(finding), {
      indent: 4,
      left: [{ text: '• ' }, ...system],
      right: rightOf(page, report, reported, countWidth),
    });
  }
  const more = findings.length - shown.length;
  if (more > 0) {
    page.text(`... and ${numberInWords(more)} more, listed by: ${page.command('findings')}`, {
      indent: 4,
    });
  }
  writeReason(page, words.why, words.step);
}

/** What changed about a finding, its count and its id; counts stand right-aligned under each other. */
function rightOf(page: Page, report: Report, reported: ReportedFinding, countWidth: number): readonly Cell[] {
  const count = countInWords(reported.finding) ?? '';
  return [
    { text: tagsOf(reported, report.news).join(', '), paint: page.paint.yellow },
    { text: count === '' ? '' : count.padStart(countWidth) },
    idCell(page, reported.finding),
  ];
}

function writeReason(page: Page, why: string, step: string): void {
  page.text(why, { indent: 4 });
  if (step !== '') page.text(step, { indent: 4, left: [stepCell(page)] });
}

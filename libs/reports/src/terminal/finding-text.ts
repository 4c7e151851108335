import { isDrift } from '#rules/engine/exception.js';
import { countInWords, furtherEvidence } from '../model/evidence-words.js';
import { inReportOrder } from '../model/report-order.js';
import type { ReportedFinding, ScanOutcome } from '../model/scan-outcome.js';
import { newsByFinding, tagsOf } from '../model/tags.js';
import { systemTitle } from '../model/tool-words.js';
import { counted, dayInWords } from '../model/words.js';
import { shortId } from './finding-line.js';
import { Page, type TextStyle } from './page.js';

/** One finding in full, for a person who wants to check it or act on it. */
export function findingAsText({ finding, change, excepted }: ReportedFinding, style: TextStyle): string {
  const page = new Page(style);
  const { paint } = page;
  const fact = (name: string, value: string) =>
    page.text(value, { mark: `${name}:`.padEnd(12), paintMark: paint.dim });
  page.text(finding.title, { paint: paint.bold });
  page.gap();
  page.text(finding.message);
  page.gap();
  page.text(finding.remedy, { mark: '→ ', paintMark: paint.cyan });
  page.gap();
  fact('Severity', finding.severity);
  fact('Where', systemTitle(finding.system, finding.connector));
  fact('What', finding.subject);
  const count = countInWords(finding.evidence);
  if (count !== null) fact('Evidence', count);
  for (const line of furtherEvidence(finding.evidence)) fact(count === null ? 'Evidence' : '', line);
  fact('Seen', `first on ${dayInWords(finding.firstSeen)}, last on ${dayInWords(finding.lastSeen)}`);
  fact('State', stateInWords({ finding, change, excepted, cause: null }));
  fact('Rule', finding.rule);
  fact('Id', finding.id);
  return page.toString();
}

function stateInWords({ finding, change, excepted }: ReportedFinding): string {
  const { observation, disposition } = finding;
  if (observation === 'absent') {
    return change === 'fixed' ? 'fixed' : 'gone, because the policy, the rules or a decision changed';
  }
  const seen = observation === 'not_observed' ? ', but not seen in the last scan' : '';
  switch (disposition.kind) {
    case 'open':
      return `open${seen}`;
    case 'acknowledged':
      return `acknowledged by ${disposition.by} on ${dayInWords(disposition.on)}${seen}`;
    case 'exception': {
      const words = `accepted by ${disposition.approver} until ${dayInWords(disposition.until)}: ${disposition.reason}`;
      return excepted ? `${words}${seen}` : `open again${seen}; it was ${words}`;
    }
  }
}

/** Every finding of the last scan in a line each, as `plumbline findings` prints them. */
export function findingsAsText(outcome: ScanOutcome, style: TextStyle): string {
  const page = new Page(style);
  const { paint } = page;
  const { findings, inventory, scan, news } = outcome;
  const items = newsByFinding(news);
  const present = inReportOrder(findings, inventory).filter(
    ({ finding }) => finding.observation !== 'absent',
  );
  const drift = present.filter(({ finding }) => isDrift(finding, scan.asOf));
  page.text(
    `${scan.organization}, ${dayInWords(scan.asOf)}: ${counted(drift.length, 'open finding')}, ${counted(present.length - drift.length, 'accepted for a while', 'accepted for a while')}`,
    { paint: paint.bold },
  );
  page.gap();
  for (const reported of present) {
    const { severity, title } = reported.finding;
    const tags = [...tagsOf(reported, items), ...(reported.excepted ? ['accepted'] : [])];
    page.text(title, {
      mark: `${shortId(reported)}  ${severity.padEnd(6)}  `,
      paintMark: { high: paint.red, medium: paint.yellow, low: paint.cyan, info: paint.dim }[severity],
      right: tags.join(', '),
      paintRight: paint.dim,
    });
  }
  return page.toString();
}

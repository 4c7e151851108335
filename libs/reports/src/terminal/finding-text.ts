import { isDrift } from '#rules/engine/exception.js';
import { evidenceInWords } from '../model/evidence-words.js';
import { inReportOrder } from '../model/report-order.js';
import type { ReportedFinding, ScanOutcome } from '../model/scan-outcome.js';
import { newsByFinding, tagsOf } from '../model/tags.js';
import { systemTitle } from '../model/tool-words.js';
import { counted, dayInWords, numberInWords } from '../model/words.js';
import { idCell, severityPaint, stepCell } from './marks.js';
import { padded, Page, type TextStyle } from './page.js';
import { widthOf } from './wrap.js';

/** One finding in full, for a person who wants to check it or act on it. */
export function findingAsText(reported: ReportedFinding, style: TextStyle): string {
  const { finding } = reported;
  const page = new Page(style);
  const { paint } = page;
  page.text(finding.title, { paint: paint.bold });
  page.gap();
  page.text(finding.message);
  page.gap();
  page.text(finding.remedy, { left: [stepCell(page)] });
  page.gap();
  const facts = factsOf(reported);
  const width = Math.max(...facts.map(({ name }) => widthOf(name))) + 2;
  for (const { name, value } of facts) {
    page.text(value, { left: [{ text: padded(name, width), paint: paint.dim }] });
  }
  return page.toString();
}

function factsOf(reported: ReportedFinding): readonly { readonly name: string; readonly value: string }[] {
  const { finding } = reported;
  const { severity, system, connector, subject, firstSeen, lastSeen, rule, id } = finding;
  return [
    { name: 'Severity', value: severity },
    ...(system === null ? [] : [{ name: 'Where', value: systemTitle(system, connector) }]),
    { name: 'What', value: subject },
    ...evidenceInWords(finding),
    { name: 'Seen', value: `first on ${dayInWords(firstSeen)}, last on ${dayInWords(lastSeen)}` },
    { name: 'State', value: stateInWords(reported) },
    { name: 'Rule', value: rule },
    { name: 'Id', value: id },
  ];
}

function stateInWords({ finding, change, excepted }: ReportedFinding): string {
  const { observation, disposition } = finding;
  if (observation === 'absent') {
    return change === 'gone'
      ? 'gone: the policy, the rules or the baseline changed, or another finding tells of it now'
      : 'fixed';
  }
  const seen = observation === 'not_observed' ? ', but not seen in the last scan' : '';
  if (disposition.kind === 'open') return `open${seen}`;
  if (disposition.kind === 'acknowledged') {
    return `acknowledged by ${disposition.by} on ${dayInWords(disposition.on)}${seen}`;
  }
  const { approver, until, reason } = disposition;
  const words = `accepted by ${approver} until ${dayInWords(until)}: ${reason}`;
  return excepted ? `${words}${seen}` : `open again${seen}; it was ${words}`;
}

/** Every finding of the last scan that is not settled, in a line or two each. */
export function findingsAsText(outcome: ScanOutcome, style: TextStyle): string {
  const { findings, inventory, scan, news } = outcome;
  const page = new Page(style);
  const { paint } = page;
  const items = newsByFinding(news);
  const present = inReportOrder(findings, inventory).filter(
    ({ finding }) => finding.observation !== 'absent',
  );
  const drift = present.filter(({ finding }) => isDrift(finding, scan.asOf));
  const accepted = present.length - drift.length;
  page.text(
    `${scan.organization}, ${dayInWords(scan.asOf)}: ${counted(drift.length, 'open finding')}, ${numberInWords(accepted)} accepted for a while`,
    { paint: paint.bold },
  );
  page.gap();
  for (const reported of present) {
    const { finding } = reported;
    const tags = [...tagsOf(reported, items), ...(reported.excepted ? ['accepted'] : [])];
    page.text(finding.title, {
      left: [
        idCell(page, finding),
        { text: `  ${finding.severity.padEnd(6)}  `, paint: severityPaint(page, finding.severity) },
      ],
      right: [{ text: tags.join(', '), paint: paint.yellow }],
    });
  }
  return page.toString();
}

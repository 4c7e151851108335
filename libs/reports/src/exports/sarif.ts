import { rules } from '#rules/catalog/rules.js';
import { isExcepted } from '#rules/engine/exception.js';
import type { Disposition, Finding } from '#rules/engine/finding.js';
import { UNCLAIMED } from '#rules/engine/inventory.js';
import type { Rule, Severity } from '#rules/engine/rule.js';
import { exitCodeOf } from '../model/exit-code.js';
import type { Gap } from '../model/gap.js';
import { gapsOf } from '../model/gaps.js';
import { notJudgedBy, type PolicyPart } from '../model/not-judged.js';
import { inReportOrder } from '../model/report-order.js';
import { wordsOf } from '../model/rule-words.js';
import type { ReportedFinding, ScanOutcome } from '../model/scan-outcome.js';
import { simulationNotice } from '../model/simulated.js';
import { againstBaseline } from './sarif-baseline.js';
import type {
  SarifBaselineState,
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifNotification,
  SarifResult,
  SarifRule,
  SarifSuppression,
} from './sarif-log.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const EXPORTS_FOLDER = 'EXPORTS';
const RULE_INDEX: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

const LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

const GAP_LEVELS: Readonly<Record<Gap['kind'], SarifLevel>> = {
  failed: 'error',
  denied: 'error',
  partial: 'warning',
  not_supplied: 'note',
  unsupported: 'note',
};

/** The report of a scan as SARIF 2.1.0: what could not be read as notifications, findings as results. */
export function reportAsSarif(outcome: ScanOutcome): SarifLog {
  const { scan, inventory, baseline, missingSections } = outcome;
  const compared = againstBaseline(outcome);
  const states = new Map(compared.map(({ reported, state }) => [reported.finding.id, state]));
  const simulated = simulationNotice(inventory);
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Plumbline', version: scan.rulesVersion, rules: rules.map(ruleAsSarif) } },
        automationDetails: { id: `${scan.organization.replaceAll('/', ' ')}/${scan.id}` },
        invocations: [
          {
            startTimeUtc: scan.startedAt,
            endTimeUtc: scan.finishedAt,
            executionSuccessful: exitCodeOf(outcome, 'high') !== 2,
            toolExecutionNotifications: gapsOf(inventory).map(gapAsNotification),
            toolConfigurationNotifications: notJudged(missingSections),
          },
        ],
        originalUriBaseIds: {
          [EXPORTS_FOLDER]: { description: { text: 'The folder with the exports that were scanned.' } },
        },
        results: inReportOrder(
          compared.map(({ reported }) => reported),
          inventory,
        ).flatMap((reported) => {
          const state = states.get(reported.finding.id);
          return state === undefined ? [] : [resultOf(reported, state, scan.asOf)];
        }),
        properties: {
          organization: scan.organization,
          ...(simulated !== null && { simulated }),
          asOf: scan.asOf,
          policyVersion: scan.policyVersion,
          baseline: baseline && {
            scan: baseline.scan,
            approvedBy: baseline.approvedBy,
            approvedOn: baseline.approvedOn,
          },
        },
      },
    ],
  };
}

function ruleAsSarif({ id, title, severity }: Rule): SarifRule {
  const { heading, why, step } = wordsOf(id, []);
  return {
    id,
    shortDescription: { text: inMessage(title) },
    fullDescription: { text: inMessage(`${heading}. ${why}`) },
    help: { text: inMessage(`${why} ${step}`) },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function gapAsNotification({ kind, what, steps }: Gap): SarifNotification {
  return {
    descriptor: { id: kind },
    level: GAP_LEVELS[kind],
    message: { text: inMessage([what, ...steps].join(' ')) },
  };
}

function notJudged(missingSections: readonly string[]): readonly SarifNotification[] {
  const { notInPolicy, notYetBuilt } = notJudgedBy(missingSections);
  return [
    ...notInPolicy.map((part) => notJudgedPart('not_in_policy', part, 'the policy does not say')),
    ...notYetBuilt.map((part) => notJudgedPart('not_yet_built', part, 'this version has no rule for it')),
  ];
}

function notJudgedPart(id: string, { decides, section }: PolicyPart, why: string): SarifNotification {
  const text = `Not judged: ${decides} (${section}:), because ${why}.`;
  return { descriptor: { id }, level: 'note', message: { text: inMessage(text) } };
}

function resultOf(
  { finding, change }: ReportedFinding,
  state: SarifBaselineState,
  asOf: string,
): SarifResult {
  const { id, rule, severity, title, message, remedy, disposition, identities } = finding;
  const ruleIndex = RULE_INDEX.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: inMessage(`${title}. ${message} What to do: ${remedy}`) },
    locations: [locationOf(finding)],
    partialFingerprints: { 'plumblineIdentity/v1': identities[0] ?? id },
    baselineState: state,
    // Either all results have this or none: an empty list says that nothing is suppressed.
    suppressions: suppressionsOf(disposition, asOf),
    properties: {
      id,
      severity,
      system: finding.system,
      connector: finding.connector,
      subject: finding.subject,
      evidence: finding.evidence,
      observation: finding.observation,
      disposition: disposition.kind,
      change,
      firstSeen: finding.firstSeen,
      lastSeen: finding.lastSeen,
    },
  };
}

/** Tools have no files: a finding is at a place in a system. Only a file that no system claims is itself the place. */
function locationOf({ system, subject, objectType, objectId, rule }: Finding): SarifLocation {
  if (system === UNCLAIMED && objectType === 'file') {
    const uri = objectId.toWellFormed().split('/').map(encodeURIComponent).join('/');
    return { physicalLocation: { artifactLocation: { uri, uriBaseId: EXPORTS_FOLDER } } };
  }
  const within = system ?? rule.slice(0, rule.indexOf('.'));
  return {
    logicalLocations: [{ name: subject, fullyQualifiedName: `${within}/${subject}`, kind: objectType }],
  };
}

function suppressionsOf(disposition: Disposition, asOf: string): readonly SarifSuppression[] {
  if (disposition.kind !== 'exception' || !isExcepted(disposition, asOf)) return [];
  const { reason, approver, on, until } = disposition;
  return [
    { kind: 'external', status: 'accepted', justification: reason, properties: { approver, on, until } },
  ];
}

/** Braces are doubled (SARIF 3.11.5), and nothing that a name holds becomes a link (3.11.6). */
function inMessage(text: string): string {
  return text.replaceAll(/[{}]/gu, '$&$&').replaceAll(/\[(?=[^\]]*\]\()/gu, String.raw`\[`);
}

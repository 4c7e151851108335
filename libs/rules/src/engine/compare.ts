import { mayClose, seenIn, stillSeenIn } from './completeness.js';
import type { Cause, Change, Disposition, Finding, FindingEvent } from './finding.js';
import type { IdentifiedViolation } from './identity.js';
import { type Inventory, UNCLAIMED } from './inventory.js';
import type { Rule, Severity } from './rule.js';
import type { RuleId } from './rule-id.js';

/**
 * Why did a finding come or go? Told by judging again with one thing as it was. Each set holds identities;
 * null means that thing did not change since the previous scan.
 */
export interface CauseWitness {
  /** Today's data and rules under the previous policy. */
  readonly underPreviousPolicy: ReadonlySet<string> | null;
  /** Today's data, rules and policy beside the previous baseline. */
  readonly besidePreviousBaseline: ReadonlySet<string> | null;
  /** Today's rules on the previous policy and data. */
  readonly onPreviousData: ReadonlySet<string> | null;
}

export interface CompareInput {
  /** Every finding known of the organization. */
  readonly known: readonly Finding[];
  readonly violations: ReadonlyMap<string, IdentifiedViolation>;
  readonly inventory: Inventory;
  /** The rules that judged; a finding of a rule that is not there any more is gone. */
  readonly rules: ReadonlyMap<RuleId, Pick<Rule, 'needs' | 'family' | 'saysLess'>>;
  readonly witness: CauseWitness;
  /** Whether the rule of a finding can not say that it is absent, although everything was read (`Rule.isSilentOn`). */
  readonly isSilentOn?: (finding: Finding) => boolean;
  readonly policyVersion: string;
}

export interface Comparison {
  /** The new state of every finding, known and new. */
  readonly findings: readonly Finding[];
  /** Changes of state only: the same scan twice has none (law 6). */
  readonly events: readonly FindingEvent[];
  /** What this scan did to each finding that is not long absent, by id. */
  readonly changes: ReadonlyMap<string, Change>;
}

const SEVERITIES: readonly Severity[] = ['info', 'low', 'medium', 'high'];

interface Step {
  readonly finding: Finding;
  readonly change: Change | null;
  readonly event: FindingEvent | null;
}

/** Compares a scan with what was known before it (events, law 7). Pure: same input, same output, in any order. */
export function compare(input: CompareInput): Comparison {
  const matches = matchKnown(input);
  const matched = new Set([...matches.values()].map(({ identity }) => identity));
  const families = new Set([...input.violations.values()].map((violation) => familyKey(violation, input)));
  const steps: Step[] = [];
  for (const finding of input.known) {
    const violation = matches.get(finding.id);
    const family = familyKey(finding, input);
    const isReplaced = family !== null && families.has(family);
    steps.push(violation ? seen(finding, violation, input) : unseen(finding, input, isReplaced));
  }
  const unobserved = unobservedFamilies(steps, input);
  for (const violation of input.violations.values()) {
    if (matched.has(violation.identity) || unobserved.has(familyKey(violation, input))) continue;
    steps.push(born(violation, input));
  }
  const ordered = steps.toSorted((left, right) => (left.finding.id < right.finding.id ? -1 : 1));
  return {
    findings: ordered.map(({ finding }) => finding),
    events: ordered.flatMap(({ event }) => (event ? [event] : [])),
    changes: new Map(
      ordered.flatMap(({ finding, change }) => (change ? [[finding.id, change] as const] : [])),
    ),
  };
}

/** By identity or alias; then, where a connection took over from exports, by rule, object and name (E20). */
function matchKnown({ known, violations }: CompareInput): ReadonlyMap<string, IdentifiedViolation> {
  const matches = new Map<string, IdentifiedViolation>();
  const taken = new Set<string>();
  for (const finding of known) {
    const identity = finding.identities.find((candidate) => violations.has(candidate));
    const violation = identity === undefined ? undefined : violations.get(identity);
    if (!violation || taken.has(violation.identity)) continue;
    matches.set(finding.id, violation);
    taken.add(violation.identity);
  }
  const connected = [...violations.values()].filter(
    ({ identity, account }) => !taken.has(identity) && account !== null && !isFromExports(account),
  );
  const heirs = new Map(connected.map((violation) => [inheritanceKey(violation), violation]));
  const heirsByLabel = new Map(
    connected.flatMap((violation) => {
      const { objectIdInExports: objectId } = violation;
      return objectId === undefined ? [] : [[inheritanceKey({ ...violation, objectId }), violation] as const];
    }),
  );
  // What agrees by name first: a label may be the name of another field.
  for (const byWhat of [heirs, heirsByLabel]) {
    for (const finding of known) {
      if (matches.has(finding.id) || finding.account === null || !isFromExports(finding.account)) continue;
      const heir = byWhat.get(inheritanceKey(finding));
      if (!heir || taken.has(heir.identity)) continue;
      matches.set(finding.id, heir);
      taken.add(heir.identity);
    }
  }
  return matches;
}

/** Objects of which a finding stands that this scan could not look at: silence does not turn it into a lesser one. */
function unobservedFamilies(steps: readonly Step[], input: CompareInput): ReadonlySet<string | null> {
  return new Set(
    steps
      .filter(({ finding }) => finding.observation === 'not_observed')
      .map(({ finding }) => familyKey(finding, input))
      .filter((key) => key !== null),
  );
}

function familyKey(
  of: Pick<Finding, 'rule' | 'system' | 'objectType' | 'objectId'>,
  { rules }: CompareInput,
): string | null {
  const family = rules.get(of.rule)?.family;
  return family === undefined ? null : JSON.stringify([family, of.system, of.objectType, of.objectId]);
}

function isFromExports(account: string): boolean {
  return account === 'exports' || account.startsWith('exports:');
}

function inheritanceKey(of: {
  readonly rule: RuleId;
  readonly system: string | null;
  readonly connector: string | null;
  readonly objectType: string;
  readonly objectId: string;
}): string {
  return JSON.stringify([of.rule, of.system, of.connector, of.objectType, of.objectId]);
}

function born(violation: IdentifiedViolation, input: CompareInput): Step {
  const finding: Finding = {
    ...described(violation, input),
    id: violation.identity.slice(0, 16),
    identities: [violation.identity],
    disposition: { kind: 'open' },
    firstSeen: input.inventory.asOf,
  };
  return step(finding, 'new', causeOfAppearing(violation.identity, input.witness), null);
}

function seen(known: Finding, found: IdentifiedViolation, input: CompareInput): Step {
  const violation = asGraveAs(known, found, input);
  const isReopened = known.observation === 'absent';
  const finding: Finding = {
    ...known,
    ...described(violation, input),
    readFrom: stillSeenIn(known.readFrom, seenIn(violation.readFrom, input.inventory)),
    identities: [...new Set([...known.identities, violation.identity])],
    disposition: isReopened ? afterReopening(known.disposition) : known.disposition,
  };
  if (isReopened) return step(finding, 'reopened', causeOfAppearing(violation.identity, input.witness), null);
  if (known.contentHash !== violation.contentHash && !isOnlySeenElsewhere(known, violation))
    return step(finding, 'updated', 'data', null);
  // Seen again after not being observed is no news, but the history must say it.
  if (known.observation === 'not_observed') return step(finding, 'unchanged', 'data', 'observed again');
  return { finding, change: 'unchanged', event: null };
}

/** A connection took over from exports, or the other way: each tells types and roles that the other does not. Nobody changed a thing. */
function isOnlySeenElsewhere(known: Finding, found: IdentifiedViolation): boolean {
  return known.account !== found.account && known.severity === found.severity;
}

/** What made a finding grave may not have been looked at this time: then it stays as it was (law 2). */
function asGraveAs(known: Finding, found: IdentifiedViolation, input: CompareInput): IdentifiedViolation {
  const rule = input.rules.get(known.rule);
  const isLess =
    SEVERITIES.indexOf(found.severity) < SEVERITIES.indexOf(known.severity) ||
    rule?.saysLess?.(known.evidence, found.evidence) === true;
  const needs = rule?.needs ?? [];
  if (!isLess || known.observation === 'absent' || mayClose(known, needs, input.inventory)) return found;
  const { severity, contentHash, evidence, title, message, remedy, readFrom } = known;
  return { ...found, severity, contentHash, evidence, title, message, remedy, readFrom };
}

/** `isReplaced`: its object is told by another finding of the family now. Then nobody put it right, whatever changed. */
function unseen(known: Finding, input: CompareInput, isReplaced: boolean): Step {
  if (known.observation === 'absent') return { finding: known, change: null, event: null };
  const cause = causeOfVanishing(known, input);
  if (cause) {
    const finding: Finding = { ...known, observation: 'absent' };
    return step(finding, cause === 'data' && !isReplaced ? 'fixed' : 'gone', cause, null);
  }
  const finding: Finding = { ...known, observation: 'not_observed' };
  if (known.observation === 'not_observed') return { finding, change: 'not_observed', event: null };
  return step(finding, 'not_observed', 'data', null);
}

/** A person's exception outlives a reopening; an acknowledgement was about the earlier time (law 5). */
function afterReopening(disposition: Disposition): Disposition {
  return disposition.kind === 'acknowledged' ? { kind: 'open' } : disposition;
}

function causeOfAppearing(identity: string, witness: CauseWitness): Cause {
  if (witness.underPreviousPolicy?.has(identity) === false) return 'policy';
  if (witness.besidePreviousBaseline?.has(identity) === false) return 'disposition';
  return witness.onPreviousData?.has(identity) === true ? 'rules' : 'data';
}

/** Null: this scan can not say that it is absent. */
function causeOfVanishing(known: Finding, input: CompareInput): Cause | null {
  const { witness, inventory } = input;
  const rule = input.rules.get(known.rule);
  if (!rule) return 'rules';
  if (isAmong(known, witness.underPreviousPolicy) || isUnderNewPolicy(known, inventory)) return 'policy';
  if (isAmong(known, witness.besidePreviousBaseline)) return 'disposition';
  if (!mayClose(known, rule.needs, inventory) || input.isSilentOn?.(known) === true) return null;
  return witness.onPreviousData && !isAmong(known, witness.onPreviousData) ? 'rules' : 'data';
}

function isAmong(finding: Finding, identities: ReadonlySet<string> | null): boolean {
  return finding.identities.some((identity) => identities?.has(identity) === true);
}

/** The policy dropped the system it was found in, or gave its unclaimed file to a system. */
function isUnderNewPolicy(finding: Finding, inventory: Inventory): boolean {
  if (finding.readFrom.length === 0) return false;
  if (finding.system === UNCLAIMED) {
    const claimed = new Set(
      inventory.systems
        .filter(({ system }) => system !== UNCLAIMED)
        .flatMap(({ receipts }) => receipts.flatMap(({ parts }) => parts)),
    );
    return finding.readFrom.some(({ parts }) => parts.some((part) => claimed.has(part)));
  }
  const systems = new Set(inventory.systems.map(({ system }) => system));
  return finding.readFrom.every(({ system }) => !systems.has(system));
}

function described(violation: IdentifiedViolation, input: CompareInput) {
  return {
    rule: violation.rule,
    severity: violation.severity,
    system: violation.system,
    connector: violation.connector,
    account: violation.account,
    objectType: violation.objectType,
    objectId: violation.objectId,
    subject: violation.subject,
    title: violation.title,
    message: violation.message,
    remedy: violation.remedy,
    evidence: violation.evidence,
    contentHash: violation.contentHash,
    readFrom: seenIn(violation.readFrom, input.inventory),
    observation: 'present' as const,
    policyVersion: input.policyVersion,
    lastSeen: input.inventory.asOf,
  };
}

function step(finding: Finding, change: Change, cause: Cause, detail: string | null): Step {
  const { id: findingId, observation } = finding;
  return { finding, change, event: { findingId, change, cause, observation, detail } };
}

import type { ConnectorId } from '#connectors/contract/fact.js';
import type { Finding } from '#rules/engine/finding.js';
import type { InventoryField, InventoryReceipt, SystemInventory } from '#rules/engine/inventory.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import type { ReportedFinding, ScanOutcome } from './scan-outcome.js';

const AS_OF = '2026-11-23';

export function outcome(overrides: Partial<ScanOutcome> = {}): ScanOutcome {
  return {
    scan: {
      id: 'scan-2',
      organization: 'Sweet Crumb Bakery',
      asOf: AS_OF,
      startedAt: '2026-11-23T08:00:00.000Z',
      finishedAt: '2026-11-23T08:00:04.000Z',
      policyVersion: 'policy-1',
      rulesVersion: '1+1',
    },
    inventory: { asOf: AS_OF, systems: [system('crm')] },
    missingSections: [],
    findings: [],
    news: { since: { scan: 'scan-1', asOf: '2026-11-16' }, items: [] },
    baseline: null,
    comparison: { appeared: [], updated: [], vanished: [] },
    ...overrides,
  };
}

const CONNECTORS: Readonly<Record<string, ConnectorId>> = {
  crm: 'hubspot',
  newsletter: 'mailchimp',
  books: 'quickbooks',
  office: 'google-workspace',
};

export function system(name: string, overrides: Partial<SystemInventory> = {}): SystemInventory {
  return {
    system: name,
    connector: CONNECTORS[name] ?? 'exports',
    account: 'exports',
    receipts: [receipt()],
    fields: [],
    people: [],
    apps: [],
    ...overrides,
  };
}

/** The contacts' records, read in full, unless said otherwise. */
export function receipt(overrides: Partial<InventoryReceipt> = {}): InventoryReceipt {
  const { capability = 'records', object = 'contact' } = overrides;
  return {
    resource: object === null ? capability : `${object}.${capability}`,
    capability,
    object,
    list: null,
    status: 'complete',
    reason: null,
    read: 2011,
    window: null,
    parts: [],
    ...overrides,
  };
}

export function field(name: string, overrides: Partial<InventoryField> = {}): InventoryField {
  return {
    object: 'contact',
    list: null,
    name,
    label: name,
    type: 'unknown',
    custom: true,
    category: 'user.demographic',
    sensitivity: 'personal',
    confidence: 0.9,
    reason: 'The name says so.',
    records: 2011,
    filled: 1204,
    ...overrides,
  };
}

/** Present, medium and open, unless said otherwise; the title is derived from the subject. */
export function finding(rule: RuleId, subject: string, overrides: Partial<Finding> = {}): Finding {
  return {
    id: idOf(`${rule} ${subject} ${overrides.system ?? 'crm'}`),
    identities: [],
    rule,
    severity: 'medium',
    system: 'crm',
    connector: CONNECTORS[overrides.system ?? 'crm'] ?? 'exports',
    account: 'exports',
    objectType: 'field',
    objectId: subject,
    subject,
    title: `Title of ${subject}`,
    message: `Why ${subject} matters.`,
    remedy: `What to do about ${subject}.`,
    evidence: { count: 1204, of: 2011 },
    contentHash: '',
    readFrom: [],
    observation: 'present',
    disposition: { kind: 'open' },
    policyVersion: 'policy-1',
    firstSeen: '2026-11-16',
    lastSeen: AS_OF,
    ...overrides,
  };
}

export function reported(
  one: Finding,
  overrides: Partial<Omit<ReportedFinding, 'finding'>> = {},
): ReportedFinding {
  return { finding: one, change: 'unchanged', cause: null, excepted: false, ...overrides };
}

/** An exception of Maria's that lasts until `until`. */
export function exceptionUntil(until: string): Extract<Finding['disposition'], { kind: 'exception' }> {
  return {
    kind: 'exception',
    reason: 'moving it in January',
    approver: 'maria@sweetcrumb.example',
    until,
    on: '2026-11-01',
  };
}

/** Sixteen hex digits that depend on the text alone (FNV-1a, twice). */
function idOf(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((seed) => {
      let hash = seed;
      for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}

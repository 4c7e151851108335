import { createHash } from 'node:crypto';
import type { Capability } from '#connectors/contract/fact.js';
import type { CauseWitness, CompareInput } from './compare.js';
import { type IdentifiedViolation, identify } from './identity.js';
import type { Inventory, InventoryReceipt } from './inventory.js';
import type { RuleId } from './rule-id.js';
import type { Severity, Violation } from './rule.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function receipt(
  overrides: Partial<InventoryReceipt> & { readonly capability: Capability },
): InventoryReceipt {
  const { capability, object = null } = overrides;
  return {
    resource: object === null ? capability : `${object}.${capability}`,
    object,
    list: null,
    status: 'complete',
    reason: null,
    read: 10,
    window: null,
    parts: ['contacts.csv'],
    ...overrides,
  };
}

/** A CRM whose contacts and people were read in full. */
export function inventory(receipts?: readonly InventoryReceipt[], asOf = '2026-11-23'): Inventory {
  return {
    asOf,
    systems: [
      {
        system: 'crm',
        connector: 'hubspot',
        account: 'exports',
        receipts: receipts ?? [
          receipt({ capability: 'fields', object: 'contact' }),
          receipt({ capability: 'records', object: 'contact' }),
          receipt({ capability: 'people', parts: ['users.csv'] }),
        ],
        fields: [],
        people: [],
        apps: [],
      },
    ],
  };
}

export function violation(
  objectId: string,
  overrides: Partial<Violation> & { readonly rule?: RuleId } = {},
): IdentifiedViolation {
  const { rule = 'field.undeclared', ...rest } = overrides;
  const severity: Severity = 'medium';
  return identify(
    { id: rule, severity },
    {
      system: 'crm',
      connector: 'hubspot',
      account: 'exports',
      objectType: 'field',
      objectId,
      subject: objectId,
      readFrom: [{ system: 'crm', capability: 'fields', object: 'contact', list: null }],
      title: `Title of ${objectId}`,
      message: 'Why it matters.',
      remedy: 'What to do.',
      evidence: { count: 3, of: 10 },
      content: { category: 'user.name' },
      ...rest,
    },
    sha256,
  );
}

export const NOTHING_CHANGED: CauseWitness = {
  underPreviousPolicy: null,
  besidePreviousBaseline: null,
  onPreviousData: null,
};

export function compareInput(
  violations: readonly IdentifiedViolation[],
  overrides: Partial<CompareInput> = {},
): CompareInput {
  return {
    known: [],
    violations: new Map(violations.map((one) => [one.identity, one])),
    inventory: inventory(),
    rules: new Map<RuleId, { needs: readonly Capability[]; family?: string }>([
      ['field.undeclared', { needs: ['fields', 'records'] }],
      ['access.departed', { needs: ['people'], family: 'person' }],
      ['access.undeclared-person', { needs: ['people'], family: 'person' }],
      ['program.audit', { needs: [] }],
    ]),
    witness: NOTHING_CHANGED,
    policyVersion: 'policy-1',
    ...overrides,
  };
}

import { describe, expect, it } from '@jest/globals';
import { sensitivityOf } from '#connectors/contract/category.js';
import { connectorIds } from '#connectors/contract/fact.js';
import { hubspotContactFields } from '#connectors/kit/vendor-fields/hubspot-contact.js';
import { rules } from '../catalog/rules.js';
import { evaluate } from '../engine/evaluate.js';
import type { Inventory } from '../engine/inventory.js';
import { parsePolicy } from './parse-policy.js';
import { policyProblemsAsText } from './policy-problem.js';
import type { Policy } from './policy.js';
import { starterPolicy } from './starter.js';

function policyOf(text: string): Policy {
  const parsed = parsePolicy(text, 'policy.yaml');
  if ('problems' in parsed) {
    throw new Error(policyProblemsAsText(parsed.problems));
  }
  return parsed.policy;
}

describe('the policy that `policy init` writes', () => {
  const policy = policyOf(starterPolicy());
  const switchedOn = policyOf(starterPolicy().replaceAll(/^#(?!#)/gmu, ''));

  it('can be used as it is, with a system for every tool', () => {
    const tools = [...policy.systems.values()].map(({ connector }) => connector);
    expect(tools).toEqual(connectorIds.filter((connector) => connector !== 'exports'));
  });

  it('can be used with every example switched on, and then lacks no section (E36)', () => {
    expect(switchedOn.missingSections).toEqual([]);
    expect(switchedOn).toMatchObject({
      owner: 'maria@mybusiness.example',
      training: { sessions: [{ held: '2026-02-10' }] },
      controller: { name: 'My Business LLC' },
      subjects: ['customers', 'newsletter readers'],
    });
    expect(switchedOn.security).toHaveLength(2);
    expect(switchedOn.data).toHaveLength(policy.data.length + 3);
  });

  it('has no line that is too long to read', () => {
    expect(
      starterPolicy()
        .split('\n')
        .filter((line) => line.length > 140),
    ).toEqual([]);
  });

  it('pursues in every system a purpose of the data it declares there (E17)', () => {
    for (const { purposes, systems } of switchedOn.data) {
      for (const system of systems) {
        const pursued = switchedOn.systems.get(system)?.purposes;
        expect(pursued === null || pursued?.some((purpose) => purposes.includes(purpose))).toBe(true);
      }
    }
  });

  it('reports at most 25 findings on a HubSpot export with every default property filled (E6)', () => {
    const findings = evaluate({
      rules,
      policy,
      inventory: fullHubspotExport,
      baseline: null,
      digest: (text) => text,
    });
    const byRule = [...findings.values()].map(({ rule, subject }) => `${rule} ${subject}`);
    expect(byRule.length).toBeLessThanOrEqual(25);
    expect(byRule).toContain('field.undeclared user.demographic.date_of_birth');
    expect(byRule.filter((finding) => finding.includes('user.contact.address'))).toEqual([]);
  });
});

const receipt = { object: 'contact', list: null, read: 100, window: null, parts: ['contacts.csv'] };

/** A hundred contacts, and a value in every property that HubSpot defines. */
const fullHubspotExport: Inventory = {
  asOf: '2026-11-24',
  systems: [
    {
      system: 'crm',
      connector: 'hubspot',
      account: 'exports',
      receipts: [
        { ...receipt, resource: 'contact.records', capability: 'records', status: 'complete', reason: null },
        {
          ...receipt,
          resource: 'contact.fields',
          capability: 'fields',
          status: 'partial',
          reason: 'chosen columns',
        },
      ],
      people: [],
      apps: [],
      fields: hubspotContactFields.map(({ name, label, type, category }) => ({
        object: 'contact',
        list: null,
        name,
        label,
        type,
        custom: false,
        category,
        sensitivity: sensitivityOf(category),
        confidence: 1,
        reason: 'HubSpot defines this field.',
        records: 100,
        filled: 100,
      })),
    },
  ],
};

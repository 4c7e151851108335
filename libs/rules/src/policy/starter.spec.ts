import { describe, expect, it } from '@jest/globals';
import { covers, type Category } from '#connectors/contract/category.js';
import { connectorIds } from '#connectors/contract/fact.js';
import { isDeclaredIn } from './coverage.js';
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

  it('leaves at most 18 kinds of data of a full HubSpot contact undeclared (E6: one finding each)', () => {
    // The kinds that HubSpot's default contact properties hold, by the data sheet's reading of them.
    const held: Category[] = [
      'user.name',
      'user.name.first',
      'user.name.last',
      'user.contact.email',
      'user.contact.phone_number',
      'user.contact.url',
      'user.contact.organization',
      'user.contact.address.street',
      'user.contact.address.city',
      'user.contact.address.state',
      'user.contact.address.postal_code',
      'user.contact.address.country',
      'user.job_title',
      'user.account.username',
      'user.demographic',
      'user.demographic.date_of_birth',
      'user.demographic.gender',
      'user.demographic.marital_status',
      'user.demographic.language',
      'user.demographic.profile',
      'user.behavior',
      'user.behavior.purchase_history',
      'user.content.private',
      'user.content.self_image',
      'user.device',
      'user.device.ip_address',
      'user.financial',
      'user.location.precise',
      'user.location.imprecise',
      'user.unique_id',
      'user.privacy_preferences',
    ];
    const undeclared = held.filter((category) => isDeclaredIn(policy, 'crm', category, []) !== 'declared');
    expect(undeclared.length).toBeLessThanOrEqual(18);
    expect(undeclared.some((category) => covers('user.contact.address', category))).toBe(false);
  });
});

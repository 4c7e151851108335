import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import { policySays } from './policy-says.js';

const TEXT = `plumbline: 1
organization: Sweet Crumb Bakery
audit: { every: 3 months, last: 2026-09-30 }
people:
  - { email: maria@sweetcrumb.example, also: [maria.crumb], roles: [owner] }
systems:
  crm: { connector: hubspot }
  newsletter: { connector: mailchimp }
purposes:
  marketing_email: { why: to send the newsletter, basis: consent }
data:
  - category: user.demographic.date_of_birth
    for: [marketing_email]
    in: [newsletter]
    fields: { newsletter: [BIRTHDAY] }
access:
  - { role: owner, systems: { crm: admin } }
apps:
  - { name: Zapier, systems: [crm], scopes: [drive.readonly] }
retention:
  - { subjects: customers, keep: 24 months, after: last_purchase, longer: [{ system: crm, keep: 7 years, because: tax records }] }
consent:
  - { purpose: marketing_email, in: [newsletter], requires: opt_in_timestamp }
vendors:
  - { name: Mailchimp, systems: [newsletter], vetted: 2026-01-15, dpa: { signed: 2025-11-02, expires: 2027-11-02 } }
`;

function policy(): Policy {
  const parsed = parsePolicy(TEXT, 'policy.yaml');
  if ('policy' in parsed) return parsed.policy;
  throw new Error(JSON.stringify(parsed));
}

type About = Parameters<typeof policySays>[0];

function said(rule: About['rule'], about: Partial<About> = {}): readonly string[] {
  const whole = { rule, system: 'crm', subject: '', objectId: '', evidence: {}, ...about };
  return policySays(whole, policy());
}

describe('what the policy says of a finding', () => {
  it('is where and why a kind of data is kept, or that it is not named', () => {
    expect(said('field.wrong-system', { evidence: { category: 'user.demographic.date_of_birth' } })).toEqual([
      'Date of birth: kept in newsletter to send the newsletter. In newsletter only as BIRTHDAY.',
    ]);
    expect(said('field.sensitive', { evidence: { categories: ['user.health_and_medical'] } })).toEqual([
      expect.stringMatching(/: not named\. What is not named is not to be kept\.$/u),
    ]);
    expect(said('field.free-text', { evidence: { kinds: ['date_of_birth', 'password'] } })).toHaveLength(2);
  });

  it('is what a person may open, by any of her names', () => {
    expect(said('access.excess-role', { subject: 'Maria.Crumb' })).toEqual([
      'maria@sweetcrumb.example: owner. Owner may run crm.',
    ]);
    expect(said('access.excess-role', { subject: 'maria@sweetcrumb.example', system: 'newsletter' })).toEqual(
      ['maria@sweetcrumb.example: owner. That opens no door to newsletter.'],
    );
    expect(said('access.undeclared-person', { subject: 'jo@elsewhere.example' })).toEqual([
      'jo@elsewhere.example: not named among your people.',
    ]);
  });

  it('is the term of that system, the proof, the app, the vendor and the duty', () => {
    expect(said('retention.overdue', { subject: 'customers' })).toEqual([
      'Customers: deleted in crm 7 years (tax records) after their last purchase.',
    ]);
    expect(said('retention.overdue', { subject: 'customers', system: 'newsletter' })).toEqual([
      'Customers: deleted 24 months after their last purchase.',
    ]);
    expect(said('consent.missing', { system: 'newsletter' })).toEqual([
      'Before newsletter is used to send the newsletter, there is proof: the time they agreed.',
    ]);
    expect(said('app.excess-scope', { subject: 'zapier' })).toEqual([
      'Zapier: allowed in crm, with drive.readonly.',
    ]);
    expect(said('app.undeclared', { subject: 'Sniffer' })).toEqual(['Sniffer: not named among your apps.']);
    expect(said('vendor.dpa', { subject: 'Mailchimp' })).toEqual([
      'Mailchimp: checked on 2026-01-15; agreement until 2027-11-02.',
    ]);
    expect(said('program.audit')).toEqual(['Practice is compared with this page every 3 months.']);
  });
});

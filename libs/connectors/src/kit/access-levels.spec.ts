import { describe, expect, it } from '@jest/globals';
import { accessLevel, accessState, handWrittenLevel } from './access-levels.js';

describe("a vendor's word for a role (E15)", () => {
  it.each([
    ['hubspot', 'Super Admin', 'admin'],
    ['hubspot', 'Admin', 'unknown'],
    ['mailchimp', 'OWNER', 'admin'],
    ['mailchimp', 'Manager', 'member'],
    ['mailchimp', 'Viewer', 'viewer'],
    ['quickbooks', 'Master Admin', 'admin'],
    ['quickbooks', 'Company admin', 'admin'],
    ['quickbooks', 'Standard user', 'member'],
    ['quickbooks', 'View company reports', 'viewer'],
    ['quickbooks', 'Time tracking only', 'viewer'],
    ['google-workspace', 'Super Admin', 'admin'],
    ['google-workspace', '', 'member'],
    ['exports', 'administrator', 'admin'],
    ['exports', 'keeper of the oven', 'unknown'],
  ] as const)('of %s: %s is %s', (connector, role, level) => {
    expect(accessLevel(connector, role)).toBe(level);
  });

  it("in a list that a person wrote may be everybody's", () => {
    expect(handWrittenLevel('hubspot', 'Admin')).toBe('admin');
    expect(handWrittenLevel('mailchimp', 'member')).toBe('member');
    expect(handWrittenLevel('quickbooks', 'baker')).toBe('unknown');
  });
});

describe('whether somebody can log in', () => {
  it.each([
    ['Active', 'active'],
    ['', 'active'],
    ['Suspended', 'suspended'],
    ['INACTIVE', 'suspended'],
    ['Archived', 'suspended'],
    ['Pending invitation', 'invited'],
    ['Invited', 'invited'],
  ])('%s is %s', (word, state) => {
    expect(accessState(word)).toBe(state);
  });
});

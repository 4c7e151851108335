import { describe, expect, it } from '@jest/globals';
import { emptyPolicy } from './policy.spec-builders.js';
import type { Policy } from './policy.js';
import { declaredLevel, isRoleAddress, isStaff, personFor } from './staff.js';

const maria = {
  email: 'maria@sweetcrumb.example',
  also: ['maria.crumb', 'Maria C.'],
  roles: ['owner', 'sales'],
  since: null,
};
const tom = { email: 'tom@sweetcrumb.example', also: [], roles: [], since: null };
const policy: Policy = {
  ...emptyPolicy,
  domains: ['sweetcrumb.example'],
  people: [maria, tom],
  access: [
    { role: 'everyone', systems: new Map([['office', 'member']]) },
    { role: 'sales', systems: new Map([['crm', 'member']]) },
    {
      role: 'owner',
      systems: new Map([
        ['crm', 'admin'],
        ['office', 'viewer'],
      ]),
    },
  ],
};

describe('personFor (E8)', () => {
  it.each([
    'maria@sweetcrumb.example',
    ' MARIA@SweetCrumb.example ',
    'Maria.Crumb',
    'maria  c.',
    'ｍａｒｉａ.crumb',
  ])('knows %j', (identifier) => {
    expect(personFor(policy, identifier)).toBe(maria);
  });

  it.each(['maria', 'maria@other.example', ''])('does not know %j', (identifier) => {
    expect(personFor(policy, identifier)).toBeNull();
  });
});

describe('isStaff (E8)', () => {
  it.each([
    ['anna@sweetcrumb.example', true],
    ['Anna@SWEETCRUMB.example', true],
    ['maria.crumb', true],
    ['anna@shop.sweetcrumb.example', false],
    ['anna@notsweetcrumb.example', false],
    ['sweetcrumb.example', false],
  ])('%j: %s', (identifier, expected) => {
    expect(isStaff(policy, identifier)).toBe(expected);
  });
});

describe('declaredLevel (E15)', () => {
  it('is the highest of the roles, everyone included', () => {
    expect(declaredLevel(policy, maria, 'crm')).toBe('admin');
    expect(declaredLevel(policy, maria, 'office')).toBe('member');
    expect(declaredLevel(policy, tom, 'office')).toBe('member');
    expect(declaredLevel(policy, tom, 'crm')).toBeNull();
  });
});

describe('isRoleAddress (E9, E35)', () => {
  it.each([
    'info@x.example',
    'Office@x.example',
    'customer.service@x.example',
    'sales-team@x.example',
    'info2@x.example',
    'info+shop@x.example',
    'pedidos@x.example',
    'comptabilité@x.example',
    'kontakt@x.example',
    'büro@x.example',
    'vendas@x.example',
    'ordini@x.example',
    'klantenservice@x.example',
    'no-reply@x.example',
  ])('%s belongs to a desk', (address) => {
    expect(isRoleAddress(address)).toBe(true);
  });

  it.each([
    'maria@x.example',
    'tom.office@x.example',
    'infoman@x.example',
    'info',
    '@x.example',
    '+1@x.example',
  ])('%s does not', (address) => {
    expect(isRoleAddress(address)).toBe(false);
  });
});

import { expect, it } from '@jest/globals';
import { lowerRole, mayActAs, roles } from './role.js';

it('a role may what the lower ones may, and no more', () => {
  const may = roles.map((role) => roles.filter((needed) => mayActAs(role, needed)));
  expect(may).toEqual([['viewer'], ['viewer', 'admin'], ['viewer', 'admin', 'owner']]);
});

it('of two roles the lower one is the one that may less', () => {
  expect([lowerRole('admin', 'viewer'), lowerRole('viewer', 'owner'), lowerRole('admin', 'owner')]).toEqual([
    'viewer',
    'viewer',
    'admin',
  ]);
});

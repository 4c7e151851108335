import { expect, it } from '@jest/globals';
import { askedRights, missingRights } from './asked-rights.js';
import { sheetWith } from './token-server.spec-builders.js';

const sheet = {
  ...sheetWith(),
  capabilities: {
    people: {
      reads: 'who has access',
      scopes: [
        { scope: 'users', reason: 'to see who has access' },
        { scope: 'logins', reason: 'to see who never logs in', optional: 'last logins are not seen' },
      ],
    },
    apps: {
      reads: 'which apps have access',
      scopes: [
        { scope: 'logins', reason: 'to see which apps are used', optional: 'use of apps is not seen' },
      ],
    },
  },
};

it('asks for every right once, and for optional ones unless a person leaves them out', () => {
  expect(askedRights(sheet)).toEqual({ needed: ['base', 'users'], optional: ['logins'] });
  expect(askedRights(sheet, ['logins', 'users'])).toEqual({ needed: ['base', 'users'], optional: [] });
});

it('says what each missing right costs, and nothing where the vendor does not tell', () => {
  expect(missingRights(sheet, ['users'])).toMatchObject([
    { scope: 'logins', isOptional: true, costs: ['last logins are not seen', 'use of apps is not seen'] },
  ]);
  expect(missingRights(sheet, ['logins'])).toMatchObject([
    { scope: 'users', isOptional: false, costs: ['not read: who has access'] },
  ]);
  expect(missingRights(sheet, null)).toEqual([]);
});

it('asks for a right that is wider than its use only if the owner switches it on', () => {
  const wider = {
    scope: 'security',
    reason: 'to list apps',
    optional: 'use alone is seen',
    onlyIfChosen: true as const,
  };
  const withWider = { ...sheetWith(), capabilities: { apps: { reads: 'apps', scopes: [wider] } } };

  expect(askedRights(withWider).optional).toEqual([]);
  expect(askedRights(withWider, [], ['security']).optional).toEqual(['security']);
  expect(missingRights(withWider, [])).toEqual([]);
});

import { describe, expect, it } from '@jest/globals';
import { beyond, broadReach, isSignInOnly, mayReachCustomerData } from './scopes.js';

const AUTH = 'https://www.googleapis.com/auth/';

describe('scopes', () => {
  it.each([
    [['openid', 'email', 'profile'], true],
    [['openid', `${AUTH}userinfo.email`, `${AUTH}userinfo.profile`], true],
    [['Google Sign-in'], true],
    [['openid', 'calendar'], false],
    [[], false],
  ])('of %j alone, signing in is all: %s (E16)', (scopes, expected) => {
    expect(isSignInOnly(scopes)).toBe(expected);
  });

  it.each([
    [['drive'], ['every file in Drive']],
    [[`${AUTH}drive.readonly`], ['every file in Drive']],
    [['https://mail.google.com/'], ['all mail']],
    [
      ['gmail.modify', 'contacts.readonly'],
      ['all mail', 'all contacts'],
    ],
    [['admin.directory.user.readonly'], ['the administration of the whole account']],
    [['drive.file', 'gmail.send', 'calendar', 'drive.metadata.readonly'], []],
    // A service of a list that people download: which part of it the app may use is not known.
    [['Drive', 'Gmail'], []],
  ])('of %j are broad: %j', (scopes, expected) => {
    expect(broadReach(scopes)).toEqual(expected);
  });

  it.each([
    ['the same', ['drive.readonly'], ['drive.readonly'], []],
    ['an address for its short form', [`${AUTH}drive.readonly`], ['drive.readonly'], []],
    ['the whole for a part of it', ['drive', 'https://mail.google.com/'], ['drive.file', 'gmail.send'], []],
    ['signing in beside it', ['calendar'], ['calendar', 'openid', 'userinfo.email'], []],
    ['a service for any part of it', ['drive.readonly'], ['Drive'], []],
    ['a part for the whole', ['drive.readonly'], ['drive'], ['drive']],
    ['a name that only begins alike', ['drive'], ['driveactivity.readonly'], ['driveactivity.readonly']],
    ['nothing', [], ['calendar', 'openid'], ['calendar']],
    ['another service', ['drive'], ['Gmail'], ['Gmail']],
  ])('takes %s', (_, allowed, scopes, expected) => {
    expect(beyond(allowed, scopes)).toEqual(expected);
  });

  it('can reach customer data unless it only signs in or keeps to its own place', () => {
    expect(mayReachCustomerData(['calendar.readonly'])).toBe(true);
    expect(mayReachCustomerData(['Gmail'])).toBe(true);
    expect(mayReachCustomerData([])).toBe(true);
    expect(mayReachCustomerData(['openid', 'drive.file', 'script.container.ui'])).toBe(false);
  });
});

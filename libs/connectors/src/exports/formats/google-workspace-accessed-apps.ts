import { shortScope } from '../../kit/short-scope.js';
import type { AppsFormat } from './format.js';

const CLIENT = ['id', 'client id', 'app id', 'oauth client id'] as const;

/** Admin console > Security > API controls > Accessed apps (or Configured apps, which adds the scopes). */
export const googleWorkspaceAccessedApps: AppsFormat = {
  gives: 'apps',
  title: 'Google Workspace accessed apps',
  connector: 'google-workspace',
  recognises: (names) =>
    CLIENT.some((name) => names.has(name)) &&
    (names.has('app name')
      ? names.has('requested services') || names.has('access') || names.has('verified status')
      : names.has('name') && names.has('requested services')),
  app(cell, names) {
    const name = cell('app name', 'name');
    const clientId = cell(...CLIENT);
    if (name === '' && clientId === '') return null;
    const scopes = [...names]
      .filter((column) => /\bscopes?\b/.test(column))
      .flatMap((column) => split(cell(column)));
    return {
      name: name || clientId,
      clientId,
      // The services stand for the scopes where a list shows no better.
      scopes: (scopes.length > 0 ? scopes : split(cell('requested services'))).map(shortScope),
      users: cell('users', 'number of users'),
      access: cell('access', 'access level'),
    };
  },
};

function split(list: string): readonly string[] {
  return list
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

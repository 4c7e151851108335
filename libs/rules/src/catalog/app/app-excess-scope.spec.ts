import { describe, expect, it } from '@jest/globals';
import type { PolicyApp } from '../../policy/policy.js';
import { anApp, anOffice, aPolicy, found, inventoryOf, judge } from '../inventory.spec-builders.js';
import { appExcessScope } from './app-excess-scope.js';
import { appUndeclared } from './app-undeclared.js';

function input(scopes: readonly string[], declaredScopes: readonly string[] | null) {
  const entry: PolicyApp = {
    name: 'Zapier',
    clientId: null,
    vendor: 'Zapier',
    systems: ['office'],
    scopes: declaredScopes,
  };
  return {
    policy: aPolicy({ apps: [entry] }),
    inventory: inventoryOf(anOffice({ apps: [anApp('Zapier', { scopes })] })),
  };
}

describe('app.excess-scope', () => {
  it('reports scopes beyond the declared ones', () => {
    expect(judge(appExcessScope, input(['drive', 'mail.google.com'], ['drive.readonly']))).toMatchObject([
      {
        subject: 'Zapier',
        title: 'Zapier may reach every file in Drive and all mail in office (Google Workspace)',
        evidence: {
          matched: 'by name only',
          beyond_declared: ['drive', 'mail.google.com'],
          is_declared: true,
        },
        content: { scopes: ['drive', 'mail.google.com'] },
      },
    ]);
  });

  it('takes an empty list as signing in only', () => {
    expect(found(appExcessScope, input(['calendar'], []))).toEqual(['office: Zapier']);
    expect(found(appExcessScope, input(['openid', 'calendar'], ['calendar']))).toEqual([]);
  });

  it('is silent about broad scopes that the policy allows by name', () => {
    expect(found(appExcessScope, input(['drive', 'mail.google.com'], ['drive', 'mail.google.com']))).toEqual(
      [],
    );
  });

  it('reports broad scopes where the policy names the app without scopes, narrow ones not', () => {
    expect(found(appExcessScope, input(['drive'], null))).toEqual(['office: Zapier']);
    expect(found(appExcessScope, input(['calendar'], null))).toEqual([]);
  });

  it('is graver than app.undeclared: one app, one finding (E6)', () => {
    const undeclared = {
      inventory: inventoryOf(anOffice({ apps: [anApp('Dough', { scopes: ['contacts'] })] })),
    };

    expect(found(appExcessScope, undeclared)).toEqual(['office: Dough']);
    expect(found(appUndeclared, undeclared)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { PolicyApp, PolicyVendor } from '../../policy/policy.js';
import { anApp, anOffice, aPolicy, aVendor, found, inventoryOf, judge } from '../inventory.spec-builders.js';
import { appAi } from './app-ai.js';
import { appExcessScope } from './app-excess-scope.js';
import { appUndeclared } from './app-undeclared.js';

const claude: PolicyApp = {
  name: 'Claude',
  clientId: null,
  vendor: null,
  systems: ['office'],
  scopes: ['drive.readonly'],
};
const inventory = inventoryOf(anOffice({ apps: [anApp('Claude', { scopes: ['drive.readonly'] })] }));

function withVendor(...vendors: readonly PolicyVendor[]) {
  return { inventory, policy: aPolicy({ apps: [claude], vendors }) };
}

describe('app.ai', () => {
  it('reports an AI app that can reach data, by its name, with what a source says of training', () => {
    const otter = anApp('Otter.ai: Meeting Notes', { scopes: ['calendar.readonly'] });

    const [violation] = judge(appAi, { inventory: inventoryOf(anOffice({ apps: [otter] })) });

    expect(violation).toMatchObject({
      subject: 'Otter.ai: Meeting Notes',
      title: 'Otter.ai: Meeting Notes looks like an AI app and can reach data in office (Google Workspace)',
      evidence: {
        ai_app: 'Otter.ai',
        recognised: 'by name only',
        training_default: 'yes',
        is_declared: false,
      },
    });
    expect(violation?.message).toContain('check this with the vendor');
  });

  it('is silent only if the policy names the app and its vendor answered (E16)', () => {
    const no = aVendor('Anthropic', { answers: { trains_shared_ai: false } });
    const optedOut = aVendor('Anthropic, PBC', {
      answers: { trains_shared_ai: 'opted_out', opted_out_on: '2026-02-01' },
    });

    expect(found(appAi, withVendor(no))).toEqual([]);
    expect(found(appAi, withVendor(optedOut))).toEqual([]);
    expect(found(appAi, withVendor({ ...optedOut, name: 'Claude' }))).toEqual([]);
    expect(found(appAi, { ...withVendor(no), policy: aPolicy({ vendors: [no] }) })).toEqual([
      'office: Claude',
    ]);
  });

  it.each([
    ['no record', []],
    ['no answer', [aVendor('Anthropic', { answers: { trains_shared_ai: null } })]],
    ['the answer yes', [aVendor('Anthropic', { answers: { trains_shared_ai: true } })]],
    ['an opt-out without a date', [aVendor('Anthropic', { answers: { trains_shared_ai: 'opted_out' } })]],
    ['another vendor that answered', [aVendor('OpenAI')]],
  ])('reports an app that the policy names, with %s (E16)', (_, vendors) => {
    expect(found(appAi, withVendor(...vendors))).toEqual(['office: Claude']);
  });

  it('is judged even where the policy has no list of apps: it can not be named there (E16)', () => {
    expect(found(appAi, { policy: aPolicy({ missingSections: ['apps', 'vendors'] }), inventory })).toEqual([
      'office: Claude',
    ]);
  });

  it.each([
    ['it only signs in (E16)', anApp('Perplexity', { scopes: ['openid'] })],
    ['it is blocked', anApp('DeepSeek', { scopes: ['drive'], access: 'blocked' })],
    ['it keeps to files that it is handed', anApp('ChatGPT', { scopes: ['drive.file'] })],
    ['only a word of its name is known', anApp('Make a Copy of Read Receipts')],
    ['it is a general product with some AI', anApp('Slack')],
  ])('is silent where %s', (_, app) => {
    expect(found(appAi, { inventory: inventoryOf(anOffice({ apps: [app] })) })).toEqual([]);
  });

  it('is the gravest: one app, one finding (E6)', () => {
    const everything = anApp('ChatGPT', { scopes: ['drive', 'mail.google.com'] });
    const input = { inventory: inventoryOf(anOffice({ apps: [everything] })) };

    expect(found(appAi, input)).toEqual(['office: ChatGPT']);
    expect(found(appExcessScope, input)).toEqual([]);
    expect(found(appUndeclared, input)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Capability, ConnectorId } from '#connectors/contract/fact.js';
import type { SystemInventory } from '#rules/engine/inventory.js';
import type { Gap } from './gap.js';
import { gapsOf } from './gaps.js';
import { receipt, system } from './report.spec-builders.js';

const gapsIn = (...systems: readonly SystemInventory[]) => gapsOf({ asOf: '2026-11-23', systems });

function only(gaps: readonly Gap[]): Gap {
  const [gap, ...others] = gaps;
  if (!gap || others.length > 0) throw new Error(`expected one gap, got ${gaps.length}`);
  return gap;
}

const missing = (name: string, ...capabilities: readonly Capability[]) =>
  system(name, {
    receipts: capabilities.map((capability) =>
      receipt({ capability, object: null, status: 'unsupported', reason: 'not supplied' }),
    ),
  });

describe('what could not be read', () => {
  it('is nothing where all was read', () => {
    expect(gapsIn(system('crm'), system('books'))).toEqual([]);
  });

  it('says which file failed and why, with the advice of its reason as the step (law 8)', () => {
    const reason = 'it is not a text file, whatever its name says: export it again as CSV or XLSX';
    const lost = receipt({ object: 'drive/photo.csv', status: 'failed', reason, parts: ['drive/photo.csv'] });
    const gap = only(gapsIn(system('unclaimed', { receipts: [lost] })));
    expect(gap.kind).toBe('failed');
    expect(gap.what).toContain(
      'drive/photo.csv could not be read: it is not a text file, whatever its name says.',
    );
    expect(gap.steps).toEqual(['Export it again as CSV or XLSX, then scan again.']);
  });

  it('has a step also where the reason gives no advice', () => {
    const lost = receipt({ status: 'failed', reason: 'a quotation mark is opened and never closed' });
    expect(only(gapsIn(system('crm', { receipts: [lost] }))).steps[0]).toMatch(/^Download it again/u);
  });

  it('gives the step that the tool or its connector says, once for several resources', () => {
    const said = { reason: 'the permission was not granted', actor: 'user', step: 'Tick the box.' } as const;
    const refused = ['contact', 'company'].map((object) => receipt({ ...said, object, status: 'denied' }));
    expect(only(gapsIn(system('crm', { receipts: refused }))).steps).toEqual(['Tick the box.']);
    for (const status of ['failed', 'partial', 'unsupported'] as const) {
      const gap = only(gapsIn(system('crm', { receipts: [receipt({ ...said, status })] })));
      expect([gap.kind, gap.steps]).toEqual([status, ['Tick the box.']]);
    }
  });

  it('names many files with one cause in one entry', () => {
    const receipts = Array.from({ length: 30 }, (_, at) =>
      receipt({ object: `drive/${at}.csv`, status: 'failed', reason: 'the file is empty: export it again' }),
    );
    expect(only(gapsIn(system('unclaimed', { receipts }))).what).toMatch(/and 25 more could not be read/u);
  });

  it('says whom to ask where a right is missing', () => {
    const refused = receipt({ status: 'denied', reason: 'crm.objects.contacts.read' });
    const gap = only(gapsIn(system('crm', { receipts: [refused] })));
    expect(gap.what).toContain('HubSpot did not let Plumbline read the records of contact of crm (HubSpot)');
    expect(gap.what).toContain('crm.objects.contacts.read');
    expect(gap.steps[0]).toContain('administrator of HubSpot');
    const apps = receipt({ capability: 'apps', object: null, status: 'denied', reason: 'no right' });
    expect(only(gapsIn(system('crm', { receipts: [apps] }))).what).toContain(
      'which apps have access to crm (HubSpot)',
    );
  });

  it.each([
    ['hubspot', 'people', 'Settings > Users & Teams > Export users'],
    ['hubspot', 'records', 'Export view, with all properties'],
    ['mailchimp', 'people', 'Account & billing > Settings > Users. Copy it by hand'],
    ['mailchimp', 'records', 'Export audience'],
    ['quickbooks', 'people', 'Manage users. Copy the table'],
    ['quickbooks', 'records', 'Customer Contact List'],
    ['google-workspace', 'people', 'Directory > Users > Download users'],
    ['google-workspace', 'apps', 'Accessed apps'],
    ['google-workspace', 'records', 'Google CSV'],
    ['exports', 'people', 'name,email,role'],
  ] as const)('says where %s has the export of %s', (connector: ConnectorId, capability, place) => {
    const gap = only(gapsIn({ ...missing('tool', capability), connector }));
    expect(gap.kind).toBe('not_supplied');
    expect(gap.steps.join(' ')).toContain(place);
  });

  it('puts all that was not supplied into one entry, with one step for one export', () => {
    const gap = only(gapsIn(missing('office', 'fields', 'records'), missing('newsletter', 'people')));
    expect(gap.steps).toHaveLength(2);
    expect(gap.steps[0]).toMatch(/^office, customer lists: /u);
    expect(gap.steps[1]).toMatch(/^newsletter, who has access: /u);
  });

  it('asks for no export that the tool does not have', () => {
    const gap = only(gapsIn(missing('crm', 'apps'), missing('books', 'apps')));
    expect(gap.kind).toBe('unsupported');
    expect(gap.what).toContain('crm (HubSpot) and books (QuickBooks)');
    expect(gap.steps.join(' ')).toContain('yourself in HubSpot under');
  });

  it('says how a list that belongs to no system comes to be read (law 8)', () => {
    const reason = 'no system of the policy claims this list';
    const stray = receipt({
      capability: 'people',
      object: 'mailchimp/team.csv',
      status: 'unsupported',
      reason,
    });
    const gap = only(gapsIn(system('unclaimed', { receipts: [stray] })));
    expect(gap.what).toBe(
      'mailchimp/team.csv: no system of the policy claims this list. It was not looked at.',
    );
    expect(gap.steps.join(' ')).toContain('files: ["mailchimp/team.csv"]');
  });

  it('speaks of several files as of several', () => {
    const receipts = ['a.pdf', 'b.pdf'].map((object) =>
      receipt({ object, status: 'unsupported', reason: 'files of this kind are not read' }),
    );
    expect(only(gapsIn(system('unclaimed', { receipts }))).what).toBe(
      'a.pdf and b.pdf: files of this kind are not read. They were not looked at.',
    );
  });

  it('says of files of any origin nothing about apps: none reaches them', () => {
    expect(gapsIn(missing('catering', 'apps'))).toEqual([]);
  });

  it('explains chosen columns once for all systems (E27)', () => {
    const chosen = { capability: 'fields', status: 'partial', reason: 'chosen columns' } as const;
    const gap = only(
      gapsIn(
        system('crm', { receipts: [receipt({ ...chosen, object: 'contact' })] }),
        system('books', { receipts: [receipt({ ...chosen, object: 'customer' })] }),
      ),
    );
    expect(gap.what).toContain('The lists from crm (HubSpot) and books (QuickBooks) show only');
    expect(gap.steps).toHaveLength(2);
  });

  it('says up to when an old export reaches (E11)', () => {
    const window = { from: '2024-01-01', to: '2026-08-31' };
    const old = receipt({ object: 'sale', status: 'partial', reason: 'stale', window });
    expect(only(gapsIn(system('books', { receipts: [old] }))).what).toContain('known up to 31 August 2026');
  });

  it('says any other reason in its own words', () => {
    const part = receipt({ status: 'partial', reason: 'the tool stopped after 10,000' });
    expect(only(gapsIn(system('crm', { receipts: [part] }))).what).toContain('the tool stopped after 10,000');
  });

  it('puts failures and refusals before known limits', () => {
    const receipts = (['unsupported', 'partial', 'denied', 'failed'] as const).map((status) =>
      receipt({ status, reason: `because ${status}` }),
    );
    expect(gapsIn(system('crm', { receipts })).map(({ kind }) => kind)).toEqual([
      'failed',
      'denied',
      'partial',
      'unsupported',
    ]);
  });
});

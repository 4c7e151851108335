import { describe, expect, it } from '@jest/globals';
import type { ConnectorId } from '#connectors/contract/fact.js';
import { claimFile } from './claim-file.js';
import { emptyPolicy } from './policy.spec-builders.js';
import type { Policy, PolicySystem } from './policy.js';

const system = (connector: ConnectorId, ...files: string[]): PolicySystem => ({
  connector,
  purposes: null,
  files,
  connection: null,
});
const policyWith = (systems: Record<string, PolicySystem>): Policy => ({
  ...emptyPolicy,
  systems: new Map(Object.entries(systems)),
});
const claim = (policy: Policy, path: string, connector?: ConnectorId) =>
  claimFile(policy, { path, recognised: connector === undefined ? null : { connector } });
const nobody = { claimed: false, why: 'no-system', systems: [] };

describe('claimFile (E7, E26)', () => {
  const policy = policyWith({
    crm: system('hubspot'),
    newsletter: system('mailchimp'),
    sheets: system('exports', 'drive/*.xlsx', 'old/orders (1).csv', 'Shop.zip', 'bundle.zip/notes/*.csv'),
  });

  it('gives a recognised export to the system of its tool', () => {
    expect(claim(policy, 'contacts.csv', 'hubspot')).toEqual({
      claimed: true,
      system: 'crm',
      connector: 'hubspot',
    });
  });

  it('leaves a file that nobody means unclaimed', () => {
    expect(claim(policy, 'contacts.csv', 'quickbooks')).toEqual(nobody);
    expect(claim(policy, 'list.csv')).toEqual(nobody);
    expect(claim(policy, 'list.csv', 'exports')).toEqual(nobody);
    expect(claim(policy, 'drive/deep/list.xlsx')).toEqual(nobody);
  });

  it.each([
    'drive/list.xlsx',
    'DRIVE/List.XLSX',
    'drive\\list.xlsx',
    'old/Orders (1).csv',
    'shop.zip/any/member.csv',
    'bundle.zip/notes/a.csv',
  ])('gives %s to the system whose glob names it', (path) => {
    expect(claim(policy, path)).toEqual({ claimed: true, system: 'sheets', connector: 'exports' });
  });

  it('matches accents however the file system spells them', () => {
    const cafe = policyWith({ office: system('exports', 'caf\u00e9/*.csv') });
    expect(claim(cafe, 'cafe\u0301/menu.csv')).toMatchObject({ system: 'office' });
  });

  it('lets a glob win over recognition', () => {
    expect(claim(policy, 'drive/export.xlsx', 'hubspot')).toMatchObject({ system: 'sheets' });
  });

  it('still gives a tool with extra files its recognised exports', () => {
    const extra = policyWith({ crm: system('hubspot', 'hand-made/users.csv') });
    expect(claim(extra, 'contacts.csv', 'hubspot')).toMatchObject({ system: 'crm' });
    expect(claim(extra, 'hand-made/users.csv')).toMatchObject({ system: 'crm', connector: 'hubspot' });
  });

  it('keeps out what a glob with ! names', () => {
    const without = policyWith({ crm: system('hubspot', '!old/**') });
    expect(claim(without, 'old/contacts.csv', 'hubspot')).toEqual(nobody);
    expect(claim(without, 'contacts.csv', 'hubspot')).toMatchObject({ system: 'crm' });
  });

  it('tells two systems of one tool apart by files, and gives the rest to the one without', () => {
    const two = policyWith({ crm: system('hubspot', 'bakery/*'), cafe: system('hubspot') });
    expect(claim(two, 'bakery/contacts.csv', 'hubspot')).toMatchObject({ system: 'crm' });
    expect(claim(two, 'contacts.csv', 'hubspot')).toMatchObject({ system: 'cafe' });
  });

  it('does not guess between two systems', () => {
    const several = { claimed: false, why: 'several-systems', systems: ['crm', 'cafe'] };
    const byTool = policyWith({ crm: system('hubspot'), cafe: system('hubspot') });
    expect(claim(byTool, 'contacts.csv', 'hubspot')).toEqual(several);
    const byGlob = policyWith({ crm: system('hubspot', '*.csv'), cafe: system('exports', 'contacts.*') });
    expect(claim(byGlob, 'contacts.csv', 'hubspot')).toEqual(several);
  });
});

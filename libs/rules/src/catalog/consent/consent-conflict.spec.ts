import { describe, expect, it } from '@jest/globals';
import { judge } from '../inventory.spec-builders.js';
import { measuredInventory, measuresOf, retentionPolicy, tally } from '../measured.spec-builders.js';
import { consentConflict } from './consent-conflict.js';
import { aList, listsRead } from './lists.spec-builders.js';

describe('consent.conflict', () => {
  it('is filed under the list that markets, and says where the opt-out stands (E14, E34)', () => {
    expect(judge(consentConflict, listsRead(aList()))).toMatchObject([
      {
        system: 'newsletter',
        objectType: 'list',
        objectId: 'member/Main',
        subject: 'Main',
        title: '2 people who opted out in crm still get marketing mail from newsletter (Mailchimp)',
        evidence: { count: 2, of: 100, records: 2, opted_out_in: ['crm'], sample: ['8', '9'] },
        content: { opted_out_in: ['crm'] },
      },
    ]);
  });

  it('rests on the records of every system (law 2)', () => {
    const [found] = judge(consentConflict, listsRead(aList()));
    expect(found?.readFrom.map(({ system }) => system)).toEqual(['books', 'books', 'crm', 'newsletter']);
  });

  it('keeps the no: the remedy unsubscribes and never deletes', () => {
    const [found] = judge(consentConflict, listsRead(aList()));
    expect(found?.remedy).toContain('Unsubscribe them in newsletter (Mailchimp)');
    expect(found?.remedy).toContain('do not delete them');
  });

  it('says nothing where nobody said no, or where the policy does not name the system (E34)', () => {
    expect(judge(consentConflict, listsRead(aList({ conflicts: tally(0), optedOutIn: [] })))).toEqual([]);
    const [entry] = retentionPolicy().consent;
    if (!entry) throw new Error('an entry');
    const policy = retentionPolicy({ consent: [{ ...entry, systems: ['crm'] }] });
    expect(judge(consentConflict, { ...listsRead(aList()), policy })).toEqual([]);
  });

  it('is silent where customers could not be joined (law 2)', () => {
    const finding = { system: 'newsletter', objectId: 'member/Main' };
    const { measures: _, ...unjoined } = listsRead().inventory;
    expect(consentConflict.isSilentOn?.(finding, { ...listsRead(), inventory: unjoined })).toBe(true);
    expect(consentConflict.isSilentOn?.(finding, listsRead())).toBe(false);
  });

  it('is silent while a tool was read without its column of opt-outs (law 2, E27)', () => {
    const finding = { system: 'newsletter', objectId: 'member/Main' };
    const read = measuredInventory([measuresOf('newsletter', { consent: [] })], { optOutsUnread: ['crm'] });
    expect(consentConflict.isSilentOn?.(finding, { ...listsRead(), inventory: read })).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { MissingEvidence } from '../../engine/measures.js';
import { judge } from '../inventory.spec-builders.js';
import { measuredInventory, measuresOf, retentionPolicy, tally } from '../measured.spec-builders.js';
import { consentMissing } from './consent-missing.js';
import { aList, listsRead } from './lists.spec-builders.js';

const FINDING = { system: 'newsletter', objectId: 'member/Main' };

describe('consent.missing', () => {
  it('is one finding a list, in the systems that the policy names only (E14, E34)', () => {
    const found = judge(consentMissing, listsRead(aList(), aList({ list: 'Events' })));
    expect(found.map(({ system, subject, objectId }) => [system, subject, objectId])).toEqual([
      ['newsletter', 'Main', 'member/Main'],
      ['newsletter', 'Events', 'member/Events'],
    ]);
    expect(found[0]).toMatchObject({
      title: '4 people in newsletter (Mailchimp) get marketing mail without a day of opt-in',
      evidence: {
        count: 4,
        of: 100,
        records: 4,
        requires: 'opt_in_timestamp',
        field: null,
        sample: ['1', '2'],
      },
      readFrom: [{ system: 'newsletter', capability: 'records', object: 'member', list: 'Main' }],
    });
  });

  it('knows a list without a name by its system, and a file by its path (E20)', () => {
    expect(judge(consentMissing, listsRead(aList({ list: null })))).toMatchObject([
      { subject: 'newsletter', objectId: 'member' },
    ]);
  });

  it('names the field that the policy takes for proof, and takes no other for it (E34)', () => {
    const judged = (evidence: string | null) => {
      const missing: MissingEvidence = { requires: 'opt_in_timestamp', evidence, tally: tally(1, ['7']) };
      const consent = [aList({ object: 'contact', list: null, missing: [missing] })];
      const inventory = measuredInventory([measuresOf('crm', { consent })]);
      return judge(consentMissing, { policy: retentionPolicy(), inventory });
    };
    expect(judged('newsletter_opt_in_date')).toMatchObject([
      {
        title:
          '1 person in crm (HubSpot) gets marketing mail without a day of opt-in in newsletter_opt_in_date',
      },
    ]);
    expect(judged('another')).toEqual([]);
  });

  it('says of several entries about one list the one that most people fail', () => {
    const [entry] = retentionPolicy().consent;
    if (!entry) throw new Error('an entry');
    const input = listsRead(
      aList({
        missing: [
          { requires: 'opt_in_timestamp', evidence: null, tally: tally(4) },
          { requires: 'double_opt_in', evidence: null, tally: tally(9) },
        ],
      }),
    );
    const policy = retentionPolicy({ consent: [entry, { ...entry, requires: 'double_opt_in' }] });
    expect(judge(consentMissing, { ...input, policy })).toMatchObject([
      { evidence: { count: 9, requires: 'double_opt_in' } },
    ]);
  });

  it('finds nothing where everybody agreed, or the policy asks for no proof (E36)', () => {
    const missing = [{ requires: 'opt_in_timestamp' as const, evidence: null, tally: tally(0) }];
    expect(judge(consentMissing, listsRead(aList({ missing })))).toEqual([]);
    const noSection = { ...listsRead(aList()), policy: retentionPolicy({ consent: [] }) };
    expect(judge(consentMissing, noSection)).toEqual([]);
  });

  it.each([
    ['was read with the proof', [aList()], false],
    ['was read without the column that holds the proof', [aList({ missing: [] })], true],
    ['was not read', [], true],
  ])(
    'may be called fixed only where the list was read with the proof (law 2): it %s',
    (_, lists, isSilent) => {
      expect(consentMissing.isSilentOn?.(FINDING, listsRead(...lists))).toBe(isSilent);
    },
  );
});

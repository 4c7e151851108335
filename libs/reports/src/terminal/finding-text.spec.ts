import { describe, expect, it } from '@jest/globals';
import { exceptionUntil, finding, outcome, reported } from '../model/report.spec-builders.js';
import { findingAsText, findingsAsText } from './finding-text.js';

const PLAIN = { colors: false, width: 96 };
const BIRTHDAY = finding('field.undeclared', 'contact.birthday', {
  evidence: { category: 'user.demographic.date_of_birth', count: 3, of: 10 },
});

describe('one finding in full', () => {
  it('has what it is, why it matters, what to do, all evidence, its history and its whole id', () => {
    const lines = findingAsText(reported(BIRTHDAY), PLAIN).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Title of contact.birthday',
        'Why contact.birthday matters.',
        '→ What to do about contact.birthday.',
        'Where     crm (HubSpot)',
        'Count     3 of 10 records',
        'Category  Date of birth (user.demographic.date_of_birth)',
        'Seen      first on 16 November 2026, last on 23 November 2026',
        'State     open',
        'Rule      field.undeclared',
        `Id        ${BIRTHDAY.id}`,
      ]),
    );
  });

  it.each([
    ['open', {}, {}, 'open'],
    ['not seen', { observation: 'not_observed' as const }, {}, 'open, but not seen in the last scan'],
    ['fixed', { observation: 'absent' as const }, { change: 'fixed' as const }, 'fixed'],
    [
      'gone',
      { observation: 'absent' as const },
      { change: 'gone' as const },
      'gone: the policy, the rules or the baseline changed, or another finding tells of it now',
    ],
    [
      'acknowledged',
      { disposition: { kind: 'acknowledged' as const, by: 'maria', on: '2026-11-20' } },
      {},
      'acknowledged by maria on 20 November 2026',
    ],
    [
      'accepted',
      { disposition: exceptionUntil('2027-01-31') },
      { excepted: true },
      'accepted by maria@sweetcrumb.example until 31 January 2027: moving it in January',
    ],
    [
      'accepted too long ago',
      { disposition: exceptionUntil('2026-11-20') },
      { excepted: false },
      'open again; it was accepted by maria@sweetcrumb.example until 20 November 2026: moving it in January',
    ],
  ])('says of one that is %s in what state it is', (_what, state, how, words) => {
    expect(findingAsText(reported({ ...BIRTHDAY, ...state }, how), { ...PLAIN, width: 100 })).toContain(
      words.slice(0, 60),
    );
  });
});

describe('the list of findings', () => {
  it('has a line for each that is not gone: id, severity, what, marks', () => {
    const text = findingsAsText(
      outcome({
        findings: [
          reported(finding('field.undeclared', 'low one', { severity: 'low' })),
          reported(finding('field.sensitive', 'high one', { severity: 'high' })),
          reported(finding('field.unused', 'gone one', { observation: 'absent' })),
          reported(finding('app.ai', 'accepted one', { disposition: exceptionUntil('2027-01-31') }), {
            excepted: true,
          }),
        ],
      }),
      PLAIN,
    );
    expect(text.split('\n')).toEqual([
      'Sweet Crumb Bakery, 23 November 2026: 2 open findings, 1 accepted for a while',
      '',
      expect.stringMatching(/^[0-9a-f]{8} {2}high {4}Title of high one$/u),
      expect.stringMatching(/^[0-9a-f]{8} {2}medium {2}Title of accepted one +accepted$/u),
      expect.stringMatching(/^[0-9a-f]{8} {2}low {5}Title of low one$/u),
    ]);
  });
});

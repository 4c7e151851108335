import { describe, expect, it } from '@jest/globals';
import { ruleIds } from '#rules/engine/rule-id.js';
import { notJudgedBy } from './not-judged.js';

describe('parts of the policy that nothing was judged by (E36)', () => {
  it('are said in the words of the owner, with the word of the policy', () => {
    expect(notJudgedBy(['retention', 'people']).notInPolicy).toEqual([
      { section: 'retention', decides: 'how long records are kept' },
      { section: 'people', decides: 'who works for you' },
    ]);
  });

  it('are not those that only documents use', () => {
    expect(notJudgedBy(['controller', 'security']).notInPolicy).toEqual([]);
  });

  it('never look fulfilled while there is no rule for them', () => {
    const isJudged = ruleIds.some((id) => id.startsWith('retention.'));
    const said = notJudgedBy([]).notYetBuilt.some(({ section }) => section === 'retention');
    expect(said).toBe(!isJudged);
    expect(notJudgedBy(['retention', 'consent', 'erasures']).notYetBuilt).toEqual([]);
  });
});

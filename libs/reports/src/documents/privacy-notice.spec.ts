import { describe, expect, it } from '@jest/globals';
import { categories } from '#connectors/contract/category.js';
import type { Policy } from '#rules/policy/policy.js';
import { CATEGORY_IN_NOTICE } from '../model/category-in-notice.js';
import { documentAsText } from './document-as-text.js';
import { FULL, MINIMAL, policyOf } from './policy.spec-builders.js';
import { privacyNotice } from './privacy-notice.js';

const noticeOf = (policy: Policy) =>
  documentAsText(privacyNotice(policy, 'as of today')).replaceAll(/\s+/gu, ' ');

const FOR = (purposes: string, data: string) =>
  policyOf(
    `plumbline: 1\norganization: A\nsystems: { books: { connector: quickbooks } }\npurposes: ${purposes}\ndata: ${data}\n`,
  );

describe('the wording for the website', () => {
  it("says what is used for what, in the policy's own words", () => {
    const policy = FOR(
      '{ tips: { why: to recommend other products, basis: consent } }',
      '[{ category: user.behavior.purchase_history, for: [tips], in: [books] }]',
    );
    expect(noticeOf(policy)).toContain('We use your purchase history to recommend other products.');
    expect(noticeOf(policy)).toContain('You agreed to this, and can take it back at any time.');
  });

  it('has no wording for a purpose that says nothing, but the sentence to make specific', () => {
    const policy = FOR(
      '{ more: { why: to improve our services } }',
      '[{ category: user.contact.email, for: [more], in: [books] }]',
    );
    expect(noticeOf(policy)).not.toContain('We use your e-mail address');
    expect(noticeOf(policy)).toContain(
      '“to improve our services” (more) does not tell a customer what you do.',
    );
    expect(noticeOf(policy)).toContain('under purposes: more: why:');
  });

  it('says of sensitive data that it needs a reason of its own', () => {
    expect(noticeOf(FULL)).toContain('Sensitive: health.');
  });

  it('says what the policy leaves open, and promises nothing that it does not say', () => {
    const notice = noticeOf(MINIMAL);
    for (const open of [
      'has no purposes',
      'what you use these for: user.contact.email',
      'names no vendors',
      'where customers can write',
    ])
      expect(notice).toContain(open);
    expect(notice).not.toContain('We use');
    expect(notice).not.toContain('None of them trains AI');
  });

  it('promises that no AI is trained only where every vendor said so', () => {
    expect(noticeOf(FULL)).toContain('None of them trains AI for others with it.');
    const vendors = FULL.vendors.map((vendor) => ({
      ...vendor,
      answers: { ...vendor.answers, trains_shared_ai: null },
    }));
    expect(noticeOf({ ...FULL, vendors })).not.toContain('None of them trains');
    expect(noticeOf({ ...FULL, vendors })).toContain('has not said whether AI for others is trained');
  });

  it('has words for every kind of data, each once', () => {
    const words = categories.map((category) => CATEGORY_IN_NOTICE[category]);
    expect(new Set(words).size).toBe(categories.length);
  });
});

import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Policy } from '#rules/policy/policy.js';
import { html } from './html.js';
import { documentAsHtml } from './document-as-html.js';
import { documentAsMarkdown } from './document-as-markdown.js';
import { policyDocument } from './policy-document.js';
import { FULL, MINIMAL, policyOf } from './policy.spec-builders.js';

/** The document's words, without its format. */
const wordsOf = (policy: Policy) => JSON.stringify(policyDocument(policy).sections);

describe('the page that a business signs', () => {
  it('says what is kept, why, where, for how long, who may see it and whom it trusts', () => {
    const page = documentAsMarkdown(policyDocument(FULL));
    for (const sentence of [
      '# Data Usage Policy',
      '**My business**\\\nLast reviewed on 30 September 2026',
      'My Business LLC, 1 Mill Lane, Fernbrook, United States, answers in law for the data on this page.',
      'The places: crm (HubSpot), newsletter (Mailchimp), books (QuickBooks), office (Google Workspace) and sheets (files).',
      '| Name<br>*with first name and last name* | To take and deliver orders and to send the newsletter |',
      '| Date of birth | To send the newsletter | newsletter<br>*in newsletter only as “BIRTHDAY”* |',
      '| Health<br>*sensitive* | To take and deliver orders | crm |',
      '| Owner<br>*maria* | Run crm, newsletter, books and office |',
      '- People who bought something: deleted 24 months after their last purchase; in books after 7 years (tax records).',
      '| Mailchimp<br>*United States* | newsletter | yes | no | no | yes | 15 Jan 2026<br>*again by 15 Jan 2027* |',
      '| Zapier | office | drive.readonly |',
      'They write to privacy@mybusiness.example.',
      '- It is reviewed every 3 months, next by 30 December 2026.',
      '- Laptops and phones are encrypted and locked',
      '| tom@mybusiness.example | | |',
    ]) {
      expect(page).toContain(sentence);
    }
  });

  it('says plainly what the policy leaves open (E37)', () => {
    const words = wordsOf(MINIMAL);
    for (const open of [
      'does not say who answers in law',
      'does not say whose data',
      'does not say what the data is used for',
      'asks for no proof that people agreed',
      'does not name the people who work with customer data',
      'does not say who may open what',
      'for how long it keeps the data of people who bought something and people who have not bought anything',
      'says nothing of the vendors behind crm.',
      'does not say which apps may reach our tools',
      'does not say where people can ask',
      'does not say where requests for deletion are written down',
      'does not say how the data is kept safe',
      'does not say when this page is reviewed, or when an audit is due, or when people are trained',
    ]) {
      expect(words).toContain(open);
    }
  });

  it('names what a vendor has not answered', () => {
    const text = 'vendors: [{ name: HubSpot, answers: { data_stays_ours: yes } }, { name: Loaf Labs }]\n';
    const policy = policyOf(
      `plumbline: 1\norganization: A\nsystems: { crm: { connector: hubspot } }\ndata: []\n${text}`,
    );
    const page = documentAsMarkdown(policyDocument(policy));
    expect(page).toContain('| HubSpot | not said | yes | no answer | no answer | no answer | never |');
    expect(page).toContain('| Loaf Labs | not said | no answer | no answer | no answer |');
    expect(wordsOf(policy)).not.toContain('vendors behind');
  });

  it('has lines to sign for the owner and everybody in the policy, once each', () => {
    expect(policyDocument(FULL).signatures?.signatories).toEqual([
      'maria@mybusiness.example',
      'tom@mybusiness.example',
    ]);
    expect(policyDocument(MINIMAL).signatures?.signatories).toEqual(['', '']);
  });

  it('loads nothing, runs nothing, and can be printed', () => {
    const page = documentAsHtml(policyDocument(FULL));
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\bsrc=|\bhref=/u);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('@page');
  });
});

describe('text that looks like code', () => {
  const hostile = '<b>&"\'|x|`*_[a](b)<!--\\';
  const policy: Policy = {
    ...FULL,
    organization: hostile,
    security: [hostile, '- not a list', '1. not a list', '# not a heading'],
    purposes: new Map([['order_fulfilment', { why: hostile, basis: null }]]),
    vendors: FULL.vendors.map((vendor) => Object.assign({}, vendor, { name: hostile, evidence: hostile })),
  };

  it('stays text in HTML', () => {
    const page = documentAsHtml(policyDocument(policy));
    expect(page).not.toContain('<b>&');
    expect(page).not.toContain('<!--');
    expect(page.split(html(hostile)).length).toBeGreaterThan(4);
  });

  it('stays text in Markdown, and inside its cell of a table', () => {
    const page = documentAsMarkdown(policyDocument(policy));
    expect(page).not.toMatch(/(?<!\\)<(?!br>)/u);
    expect(page).toContain('- \\- not a list');
    expect(page).toContain('- 1\\. not a list');
    const columns = page
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split(/(?<!\\)\|/u).length);
    expect(new Set(columns)).toEqual(new Set([4, 5, 10]));
  });

  it('never opens a tag in HTML, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(html(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/u);
      }),
      { numRuns: 100 },
    );
  });
});

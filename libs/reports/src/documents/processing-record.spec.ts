import { describe, expect, it } from '@jest/globals';
import Papa from 'papaparse';
import { documentAsHtml } from './document-as-html.js';
import { FULL, MINIMAL } from './policy.spec-builders.js';
import { processingRecordAsCsv } from './processing-record-as-csv.js';
import { processingRecordDocument } from './processing-record-document.js';
import { processingActivities } from './processing-record.js';

const AS_OF = '2026-11-23T12:00:00.000Z';

function lines(csv: string): readonly Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
}

describe('the record of processing', () => {
  it('has a line for each purpose with everything that Article 30 asks for', () => {
    const [orders, newsletter, ...others] = lines(processingRecordAsCsv(FULL, AS_OF));
    expect(others).toEqual([]);
    expect(orders).toMatchObject({
      activity: 'order_fulfilment',
      purpose: 'to take and deliver orders',
      legal_basis: 'because we owe it by contract',
      sensitive_categories: 'Health',
      controller: 'My Business LLC',
      as_of: AS_OF,
    });
    expect(newsletter?.['data_categories']).toContain('Date of birth');
    expect(newsletter?.['recipients']).toContain('Mailchimp (United States)');
    expect(newsletter?.['time_limits']).toContain('deleted 24 months after their last purchase');
  });

  it('names no system for a purpose that the system is not used for (E17)', () => {
    const [, newsletter] = processingActivities(FULL);
    expect(newsletter?.systems).not.toContain('books (QuickBooks)');
  });

  it('says what is missing, each with its place in the policy (E37)', () => {
    const [only] = processingActivities(MINIMAL);
    expect(only?.missing).toEqual([
      'what it is used for (data: for:)',
      'who answers in law for the data (controller:)',
      'whose data it is (subjects:)',
      'the vendors HubSpot (vendors:)',
      'the country of HubSpot (vendors: country:)',
      'for how long it is kept (retention:)',
      'how it is kept safe (security:)',
    ]);
    const page = documentAsHtml(processingRecordDocument(MINIMAL, { asOf: '', foot: '' }));
    expect(page).toContain('Missing here: what it is used for (data: for:);');
  });

  it('runs no formula, whatever the policy says', () => {
    const policy = {
      ...FULL,
      subjects: ['=HYPERLINK("http://x")'],
      purposes: new Map([['+evil', { why: '@SUM(A1)', basis: null }]]),
    };
    const [line] = lines(processingRecordAsCsv(policy, AS_OF));
    expect(line).toMatchObject({
      activity: "'+evil",
      purpose: "'@SUM(A1)",
      data_subjects: `'=HYPERLINK("http://x")`,
    });
  });
});

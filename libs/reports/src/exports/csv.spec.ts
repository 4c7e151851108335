import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { exceptionUntil, finding, outcome, reported } from '../model/report.spec-builders.js';
import { reportAsCsv } from './csv.js';

function rowsOf(text: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true }).data;
}

describe('the findings as CSV', () => {
  it('is one line a finding, gravest first, under a header', () => {
    const text = reportAsCsv(
      outcome({
        findings: [
          reported(finding('field.unused', 'contact.fax', { id: 'b', severity: 'low', evidence: {} })),
          reported(
            finding('field.sensitive', 'contact.allergies', {
              id: 'a',
              severity: 'high',
              title: 'Says "allergies", twice',
              disposition: exceptionUntil('2027-01-31'),
            }),
            { change: 'new' },
          ),
          reported(finding('vendor.dpa', 'HubSpot', { id: 'c', severity: 'low', system: null })),
        ],
      }),
    );
    const [header, ...rows] = rowsOf(text);
    expect(header?.join(',')).toBe(
      'id,severity,rule,system,subject,title,message,remedy,count,of,observation,disposition,change,first_seen,last_seen',
    );
    expect(rows).toEqual([
      [
        'a',
        'high',
        'field.sensitive',
        'crm',
        'contact.allergies',
        'Says "allergies", twice',
        'Why contact.allergies matters.',
        'What to do about contact.allergies.',
        '1204',
        '2011',
        'present',
        'exception until 2027-01-31',
        'new',
        '2026-11-16',
        '2026-11-23',
      ],
      [
        'b',
        'low',
        'field.unused',
        'crm',
        'contact.fax',
        'Title of contact.fax',
        'Why contact.fax matters.',
        'What to do about contact.fax.',
        '',
        '',
        'present',
        'open',
        'unchanged',
        '2026-11-16',
        '2026-11-23',
      ],
      [
        'c',
        'low',
        'vendor.dpa',
        '',
        'HubSpot',
        'Title of HubSpot',
        'Why HubSpot matters.',
        'What to do about HubSpot.',
        '1204',
        '2011',
        'present',
        'open',
        'unchanged',
        '2026-11-16',
        '2026-11-23',
      ],
    ]);
    expect(text).toContain('"Says ""allergies"", twice"');
    expect(text.split('\r\n').at(-1)).toBe('');
  });

  it('is a header alone without findings', () => {
    expect(rowsOf(reportAsCsv(outcome()))).toHaveLength(1);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '=a,"b"'])(
    'never starts a cell as a formula: %j',
    (subject) => {
      const [, row] = rowsOf(
        reportAsCsv(outcome({ findings: [reported(finding('app.undeclared', subject))] })),
      );
      expect(row?.[4]).toBe(`'${subject}`);
    },
  );

  it('gives any text back, in one row, with no cell that starts a formula', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '"', ',', ';', '\r', '\n', '\t', ' ', 'a', 'é'),
    });
    fc.assert(
      fc.property(anyText, anyText, (subject, title) => {
        const one = finding('app.undeclared', subject, { title });
        const rows = rowsOf(reportAsCsv(outcome({ findings: [reported(one)] })));
        expect(rows).toHaveLength(2);
        expect(rows[1]?.[4]?.replace(/^'/u, '')).toBe(subject);
        expect(rows[1]?.[5]?.replace(/^'/u, '')).toBe(title);
        for (const cell of rows[1] ?? []) expect(cell).not.toMatch(/^\s*[=+@-]|^[\t\r\n]/u);
      }),
      { numRuns: 200 },
    );
  });
});

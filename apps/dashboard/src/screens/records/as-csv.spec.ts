import { describe, expect, it } from '@jest/globals';
import { asCsv } from './as-csv.js';

describe('a list as a file', () => {
  it('has a line for each record, and nothing that a spreadsheet would compute', () => {
    const records = [
      { record: '17', day: '2021-03-02', page: 'https://crm.example/17' },
      { record: '=HYPERLINK("x")', day: null, page: null },
      { record: 'a, "b".csv:2', day: null, page: null },
    ];
    const list = { subject: 'customers', found: 3, of: 'people' as const, all: 3, records };
    expect(asCsv('crm', [list]).split('\r\n')).toEqual([
      'system,subject,record,day,page',
      'crm,customers,17,2021-03-02,https://crm.example/17',
      'crm,customers,"\'=HYPERLINK(""x"")",,',
      'crm,customers,"a, ""b"".csv:2",,',
      '',
    ]);
  });
});

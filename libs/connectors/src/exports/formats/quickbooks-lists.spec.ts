import { describe, expect, it } from '@jest/globals';
import { exportsFolder, workbookOf } from '../../testing/exports-folder.js';
import { exportsSession } from '../../testing/exports-session.js';
import { fieldsOf, readAll, recordsOf } from '../../testing/read-all.js';
import { exportsConnector } from '../exports.connector.js';

async function read(file: string | Buffer, name = 'report.csv') {
  await using folder = await exportsFolder({ [name]: file });
  const { facts, receipts } = await readAll(exportsConnector, exportsSession(folder.path));
  const fields = fieldsOf(facts);
  return {
    object: fields[0]?.object,
    system: fields[0]?.source.system,
    cells: (...names: readonly string[]) =>
      recordsOf(facts).flatMap(({ rows }) =>
        rows.map((row) => names.map((field) => row[fields.findIndex((one) => one.name === field)])),
      ),
    roles: fields.flatMap(({ role }) => role ?? []).toSorted(),
    window: receipts.find(({ capability }) => capability === 'records')?.window,
  };
}

const SALE_ROLES = ['amount', 'own_key', 'purchase_date', 'purchase_number', 'purchase_type'];

describe('QuickBooks transaction lists', () => {
  it.each([
    [
      'of today',
      ',Transaction date,Transaction type,Num,Posting (Y/N),Memo/Description,Account full name,Amount',
    ],
    ['of before', ',Date,Transaction Type,Num,Posting,Memo/Description,Account,Amount'],
  ])('by customer, headers %s: each line has its customer', async (_, header) => {
    const result = await read(
      `Sweet Crumb\nTransaction List by Customer\nAll Dates\n\n${header}\nAnn Lee,,,,,,,\n` +
        ',01/02/2026,Invoice,1001,Yes,,Accounts Receivable,30.00\n,01/05/2026,Payment,,Yes,,Undeposited Funds,30.00\n' +
        'Total for Ann Lee,,,,,,,$60.00\nBob,,,,,,,\n,02/03/2026,Sales Receipt,1002,Yes,,Cash,"$1,012.50"\n' +
        'Total for Bob,,,,,,,"$1,012.50"\n\n"Friday, November 20, 2026 10:05 AM GMT-05:00",,,,,,,\n',
    );
    expect([result.system, result.object, result.roles]).toEqual(['books', 'transaction', SALE_ROLES]);
    expect(result.cells('CustomerRef', 'TxnDate', 'TxnType', 'Amount')).toEqual([
      ['Ann Lee', '2026-01-02', 'Invoice', '30.00'],
      ['Ann Lee', '2026-01-05', 'Payment', '30.00'],
      ['Bob', '2026-02-03', 'Sales Receipt', '1012.50'],
    ]);
    expect(result.window).toEqual({ from: null, to: '2026-11-20' });
  });

  it('by date, in a workbook: whoever sells to the business is no customer', async () => {
    const book = await workbookOf({
      report: [
        ['Transaction List by Date'],
        ['Sweet Crumb'],
        ['January 1 - November 20, 2026'],
        [],
        [
          '',
          'Date',
          'Transaction Type',
          'Num',
          'Posting',
          'Name',
          'Memo/Description',
          'Account',
          'Split',
          'Amount',
        ],
        ['', '01/02/2026', 'Invoice', '1001', 'Yes', 'Ann Lee', '', 'A/R', 'Sales', 30],
        ['', '01/03/2026', 'Bill', '77', 'Yes', 'Flour Mill', '', 'A/P', 'Flour', -200.5],
        ['', '01/04/2026', 'Bill Payment (Check)', '12', 'Yes', 'Flour Mill', '', 'Bank', 'A/P', -200.5],
        [],
        ['Friday, November 20, 2026 10:05 AM GMT-05:00'],
      ],
    });
    const result = await read(book, 'list.xlsx');
    expect([result.object, result.roles]).toEqual(['transaction', SALE_ROLES]);
    expect(result.cells('CustomerRef', 'TxnDate', 'Amount')).toEqual([
      ['Ann Lee', '2026-01-02', '30'],
      ['', '2026-01-03', '-200.5'],
      ['', '2026-01-04', '-200.5'],
    ]);
    expect(result.window).toEqual({ from: '2026-01-01', to: '2026-11-20' });
  });

  it('that lost their totals nest nobody in anybody else', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `Customer ${String.fromCharCode(65 + at)}`);
    const result = await read(
      `,Date,Transaction Type,Num,Posting,Account,Amount\n${names
        .map((name) => `${name},,,,,,\n,01/02/2026,Invoice,1,Yes,A/R,1.00\n`)
        .join('')}`,
    );
    expect(result.cells('CustomerRef').at(5)).toEqual(['Customer F']);
  });
});

describe('QuickBooks invoices', () => {
  it('report: with an open balance and no account', async () => {
    const result = await read(
      'Invoice List\nSweet Crumb\nJanuary - October 2026\n\n' +
        'Date,Transaction Type,Num,Name,Memo/Description,Due Date,Amount,Open Balance\n' +
        '01/02/2026,Invoice,1001,Ann Lee,,02/01/2026,30.00,0.00\n',
    );
    expect([result.object, result.roles]).toEqual(['invoice', SALE_ROLES]);
    expect(result.cells('CustomerRef', 'TxnDate', 'Balance')).toEqual([['Ann Lee', '2026-01-02', '0.00']]);
    expect(result.window).toEqual({ from: '2026-01-01', to: '2026-10-31' });
  });

  it('page: told by its columns alone, covers its first to last day', async () => {
    const result = await read(
      'Date,No.,Customer,Amount,Status\n01/02/2026,1001,Ann Lee,"$1,030.00",Paid\n03/04/2026,1002,Bob,$0.00,Voided\n',
    );
    expect([result.system, result.object]).toEqual(['books', 'invoice']);
    expect(result.roles).toEqual(['amount', 'own_key', 'purchase_date', 'purchase_number', 'status']);
    expect(result.cells('TxnDate', 'Amount', 'Status')).toEqual([
      ['2026-01-02', '1030.00', 'Paid'],
      ['2026-03-04', '0.00', 'Voided'],
    ]);
    expect(result.window).toEqual({ from: '2026-01-02', to: '2026-03-04' });
  });

  it('page: a list of somebody else with one more column is not taken for it', async () => {
    const result = await read('Date,No.,Customer,Amount,Status,Cake\n01/02/2026,1,Ann,3.00,Paid,Lemon\n');
    expect(result.system).toBe('unclaimed');
  });
});

describe('QuickBooks sales by customer detail', () => {
  it('in a workbook reads like the file', async () => {
    const book = await workbookOf({
      'Sales by Customer Detail': [
        ['Sales by Customer Detail'],
        ['Sweet Crumb Bakery'],
        ['December 1, 2025 - November 20, 2026'],
        [],
        ['', 'Transaction date', 'Transaction type', 'Num', 'Product/Service full name', 'Amount'],
        ['Hotel'],
        ['', '12/24/2025', 'Invoice', '1001', 'Bread', 18],
        ['Kitchen'],
        ['', new Date(Date.UTC(2026, 0, 2)), 'Credit Memo', 1002, 'Bread', -2.5],
        ['Total for Kitchen', '', '', '', '', -2.5],
        ['Total for Hotel with sub-customers', '', '', '', '', 15.5],
        [],
        ['Accrual Basis Friday, November 20, 2026 10:05 AM GMT-05:00'],
      ],
    });
    const result = await read(book, 'sales.xlsx');
    expect(result.object).toBe('sale');
    expect(result.cells('CustomerRef', 'TxnDate', 'DocNumber', 'Amount')).toEqual([
      ['Hotel', '2025-12-24', '1001', '18'],
      ['Hotel:Kitchen', '2026-01-02', '1002', '-2.5'],
    ]);
    expect(result.window).toEqual({ from: '2025-12-01', to: '2026-11-20' });
  });

  it.each([
    ['1 de enero - 20 de noviembre de 2026', '2026-01-01', '2026-11-20'],
    ['1er janvier - 20 novembre 2026', '2026-01-01', '2026-11-20'],
    ['1. Januar 2026 - 20. November 2026', '2026-01-01', '2026-11-20'],
    ['1 de março - 30 de junho de 2026', '2026-03-01', '2026-06-30'],
    ['1 - 20 luglio 2026', '2026-07-01', '2026-07-20'],
    ['mei 2026', '2026-05-01', '2026-05-31'],
    ['juin - juillet 2026', '2026-06-01', '2026-07-31'],
  ])('covers %s, in whatever language', async (range, from, to) => {
    const file = `Ventes\nBoulangerie\n"${range}"\n\n,Date,Transaction Type,Num,Amount\nAnn,,,,\n,02/02/2026,Invoice,1,3.00\n`;
    expect((await read(file)).window).toEqual({ from, to });
  });

  it('does not take the name of a company for a month', async () => {
    const file =
      'Mayfair 2020\nSales by Customer Detail\n\n,Date,Transaction Type,Num,Amount\nAnn,,,,\n,02/02/2026,Invoice,1,3.00\n';
    expect((await read(file)).window).toEqual({ from: '2026-02-02', to: '2026-02-02' });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Source } from '../../contract/fact.js';
import { exportsFolder, workbookOf } from '../../testing/exports-folder.js';
import { exportsSession } from '../../testing/exports-session.js';
import { fieldsOf, readAll, recordsOf } from '../../testing/read-all.js';
import { exportsConnector } from '../exports.connector.js';

const shop: Source = { system: 'shop', connector: 'exports', account: 'exports' };

/** Reads one file that the policy gives to the shop. */
async function read(file: string | Buffer, name = 'shop.csv') {
  await using folder = await exportsFolder({ [name]: file });
  const session = exportsSession(folder.path, { systems: [shop], files: { [name]: 'shop' } });
  const { facts, receipts } = await readAll(exportsConnector, session);
  const fields = fieldsOf(facts);
  return {
    object: fields[0]?.object,
    roles: Object.fromEntries(
      fields.flatMap(({ name: field, role }) => (role === undefined ? [] : [[role, field]])),
    ),
    categories: Object.fromEntries(fields.map(({ name: field, category }) => [field, category])),
    custom: fields.filter(({ custom }) => custom).map(({ name: field }) => field),
    rows: recordsOf(facts).flatMap(({ rows }) => rows),
    cells: (field: string) =>
      recordsOf(facts).flatMap(({ rows }) =>
        rows.map((row) => row[fields.findIndex((one) => one.name === field)]),
      ),
    records: receipts.find(({ capability }) => capability === 'records'),
    receipts,
  };
}

const shopOrder = (name: string, paid: string, day: string, total: string, cancelled = '') =>
  `${name},ann@x.example,${paid},,no,USD,1,${total},${day} 08:00:00 -0500,1,Lemon,1,Ann Lee,1 Main,,,,${cancelled},99,,,,\n`;

const charge = (status: string) => `ch_1,2026-01-02 03:04:05,12.50,0.00,usd,x,${status},ann@x.example\n`;

describe('Shopify', () => {
  it.each([
    [
      'of today',
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,' +
        'Default Address City,Default Address Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
      "'6789,Ann,Lee,ann@x.example,no,,1 Main St,Springfield,12345,'+15550101234,no,12.50,1,likes lemon,no,vip",
      'default address city',
      { record_id: 'customer id', email: 'email', phone: 'phone', status: 'accepts email marketing' },
    ],
    [
      'of before',
      'First Name,Last Name,Email,Company,Address1,City,Zip,Phone,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
      "Ann,Lee,ann@x.example,,1 Main St,Springfield,12345,'+15550101234,no,12.50,1,vip,likes lemon,no",
      'city',
      { email: 'email', phone: 'phone', status: 'accepts marketing' },
    ],
  ])('customers %s: no marketing is no opt-out (E34)', async (_, header, line, city, roles) => {
    const result = await read(`${header}\n${line}\n`);
    expect([result.object, result.roles, result.custom]).toEqual(['customer', roles, []]);
    expect(result.categories[city]).toBe('user.contact.address.city');
    expect(result.cells('phone')).toEqual(['+15550101234']);
    expect(result.records).toMatchObject({ status: 'complete', read: 1 });
    expect(result.records?.window).toBeUndefined();
  });

  it('orders: a cancelled one says so whatever was paid; the days of the orders are the window (E11)', async () => {
    const header =
      'Name,Email,Financial Status,Paid at,Accepts Marketing,Currency,Subtotal,Total,Created at,Lineitem quantity,' +
      'Lineitem name,Lineitem price,Billing Name,Billing Street,Billing Phone,Shipping Name,Notes,Cancelled at,Id,Tags,Phone,Tax 1 Name,Gift message';
    const result = await read(
      `${header}\n${shopOrder('#1001', 'paid', '2026-01-02', '12.50')}` +
        shopOrder('#1001', '', '2026-01-02', '') +
        shopOrder('#1002', 'refunded', '2026-03-04', '"1,030.00"', '2026-03-05 08:00:00 -0500') +
        shopOrder('#1003', 'voided', '2026-02-03', '5.00'),
    );
    expect([result.object, result.custom]).toEqual(['order', ['gift message']]);
    expect(result.roles).toEqual({
      purchase_number: 'name',
      email: 'email',
      phone: 'phone',
      purchase_date: 'created at',
      amount: 'total',
      record_id: 'id',
      status: 'status',
    });
    expect(result.cells('status')).toEqual(['paid', '', 'cancelled', 'voided']);
    expect(result.cells('total')).toEqual(['12.50', '', '1030.00', '5.00']);
    expect(result.cells('created at')[0]).toBe('2026-01-02 08:00:00');
    expect(result.categories['billing street']).toBe('user.contact.address.street');
    expect(result.records).toMatchObject({
      status: 'complete',
      window: { from: '2026-01-02', to: '2026-03-04' },
    });
  });
});

describe('Stripe', () => {
  it('customers: columns are chosen, so a missing one says nothing (E27)', async () => {
    const result = await read(
      'id,Description,Email,Name,Created (UTC),Delinquent,Card ID,Card Last4,Card Name,Total Spend,Payment Count,cake (metadata)\n' +
        'cus_1,,ann@x.example,Ann Lee,2026-01-02 03:04,false,card_1,4242,Ann Lee,12.50,1,Lemon\n',
    );
    expect([result.object, result.roles]).toEqual([
      'customer',
      { record_id: 'id', email: 'email', created: 'created (utc)' },
    ]);
    expect(result.categories['card last4']).toBe('user.financial.credit_card');
    expect(result.custom).toEqual(['description', 'cake (metadata)']);
    expect(result.receipts[0]).toMatchObject({
      capability: 'fields',
      status: 'partial',
      reason: 'chosen columns',
    });
  });

  it.each([
    [
      'payments',
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status,Customer Email',
      'created date (utc)',
    ],
    [
      'charges',
      'id,Created (UTC),Amount,Amount Refunded,Currency,Seller Message,Status,Customer Email',
      'created (utc)',
    ],
  ])('%s: what was never paid has failed', async (_, header, day) => {
    const statuses = ['Paid', 'Refunded', 'Failed', 'requires_payment_method', 'canceled'];
    const result = await read(`${header}\n${statuses.map(charge).join('')}`);
    expect([result.object, result.roles]).toEqual([
      'charge',
      {
        purchase_number: 'id',
        purchase_date: day,
        amount: 'amount',
        status: 'status',
        email: 'customer email',
      },
    ]);
    expect(result.cells('status')).toEqual(['Paid', 'Refunded', 'Failed', 'failed', 'canceled']);
    expect(result.records?.window).toEqual({ from: '2026-01-02', to: '2026-01-02' });
  });

  it('invoices: without an address they are sales of nobody, and hide purchases (law 2)', async () => {
    const header =
      'id,Number,Amount Due,Amount Paid,Currency,Customer,Date (UTC),Due Date (UTC),Status,Total';
    const line = 'in_1,A-1,12.50,12.50,usd,cus_1,2026-01-02 03:04,,paid,12.50';
    expect((await read(`${header}\n${line}\n`)).records).toMatchObject({
      object: 'invoice',
      status: 'partial',
      reason: 'sales without the e-mail address of the customer',
    });
    const known = await read(`${header},Customer Email\n${line},ann@x.example\n`);
    expect(known.records?.status).toBe('complete');
    expect(known.roles).toMatchObject({
      purchase_number: 'number',
      purchase_date: 'date (utc)',
      amount: 'total',
    });
  });
});

describe('WooCommerce', () => {
  it('customers of Analytics: the last visit is activity, and tells the window', async () => {
    const result = await read(
      'Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code\n' +
        'Ann Lee,ann,2026-03-04 10:00:00,2025-01-02 10:00:00,ann@x.example,2,24.5,12.25,US,Springfield,IL,12345\n',
    );
    expect([result.object, result.custom]).toEqual(['customer', []]);
    expect(result.roles).toEqual({ activity: 'last active', created: 'sign up', email: 'email' });
    expect(result.records?.window).toEqual({ from: '2026-03-04', to: '2026-03-04' });
  });

  it('orders of Analytics name customers and give no address: partial, because nobody can be found by a name', async () => {
    const result = await read(
      'Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales\n' +
        '2026-01-02 10:00:00,17,completed,Ann Lee,new,Lemon,1,,12.5\n',
    );
    expect(result.records).toMatchObject({ object: 'order', status: 'partial', read: 1 });
  });

  it.each([
    [
      'order_id,order_number,date,status,order_total,order_currency,billing_first_name,billing_email,billing_phone,shipping_city,customer_note',
      '7,1007,2026-01-02 10:00:00,processing,12.50,USD,Ann,ann@x.example,555 010 1234,Springfield,ring twice',
      {
        number: 'order_id',
        day: 'date',
        total: 'order_total',
        email: 'billing_email',
        note: 'customer_note',
      },
    ],
    [
      'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Email (Billing),Phone (Billing),Order Total Amount,Item Name',
      '1007,Processing,2026-01-02 10:00,ring twice,Ann,ann@x.example,555 010 1234,12.50,Lemon',
      {
        number: 'order number',
        day: 'order date',
        total: 'order total amount',
        email: 'email (billing)',
        note: 'customer note',
      },
    ],
  ])('orders of plug-ins: %s', async (header, line, names) => {
    const result = await read(`${header}\n${line}\n`);
    expect([result.object, result.custom]).toEqual(['order', []]);
    expect(result.roles).toMatchObject({ purchase_date: names.day, amount: names.total, email: names.email });
    expect(result.cells(names.number)).toHaveLength(1);
    expect(result.categories[names.note]).toBe('user.content.private');
    expect(result.records).toMatchObject({
      status: 'complete',
      window: { from: '2026-01-02', to: '2026-01-02' },
    });
  });
});

describe('a workbook with several sheets', () => {
  it('is read sheet by sheet, each for what it is', async () => {
    const book = await workbookOf({
      customers: [
        ['Email', 'Accepts Email Marketing', 'Total Spent', 'Total Orders'],
        ['ann@x.example', 'yes', 12.5, 1],
      ],
      empty: [],
      orders: [
        ['Name', 'Email', 'Financial Status', 'Total', 'Created at', 'Lineitem name'],
        ['#1', 'ann@x.example', 'paid', 1012.5, new Date(Date.UTC(2026, 0, 2)), 'Lemon'],
      ],
    });
    const { receipts, rows } = await read(book, 'shop.xlsx');
    expect(
      receipts.map(({ capability, object, status, window, parts }) => [
        capability,
        object,
        status,
        window,
        parts,
      ]),
    ).toEqual([
      ['fields', 'customer', 'complete', undefined, ['shop.xlsx']],
      ['records', 'customer', 'complete', undefined, ['shop.xlsx']],
      ['fields', 'order', 'complete', undefined, ['shop.xlsx#3']],
      ['records', 'order', 'complete', { from: '2026-01-02', to: '2026-01-02' }, ['shop.xlsx#3']],
    ]);
    expect(rows.at(-1)).toEqual(['#1', 'ann@x.example', 'paid', '1012.5', '2026-01-02', 'Lemon', 'paid']);
  });
});

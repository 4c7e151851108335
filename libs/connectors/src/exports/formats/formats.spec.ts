import { describe, expect, it } from '@jest/globals';
import { exportsFolder, workbookOf, zipOf } from '../../testing/exports-folder.js';
import { exportsSession } from '../../testing/exports-session.js';
import { appsOf, fieldsOf, peopleOf, readAll, recordsOf } from '../../testing/read-all.js';
import { exportsConnector } from '../exports.connector.js';

async function read(files: Readonly<Record<string, string | Buffer>>, country: string | null = 'US') {
  await using folder = await exportsFolder(files);
  const { facts, receipts } = await readAll(exportsConnector, exportsSession(folder.path, { country }));
  return {
    fields: fieldsOf(facts),
    records: recordsOf(facts),
    rows: recordsOf(facts).flatMap(({ rows }) => rows),
    people: peopleOf(facts),
    apps: appsOf(facts),
    receipts: receipts.filter(({ reason }) => reason !== 'not supplied'),
  };
}

/** Of each record, the named cells. */
function cells({ records }: Awaited<ReturnType<typeof read>>, ...names: readonly string[]) {
  return records.flatMap(({ fields, rows }) =>
    rows.map((row) => names.map((name) => row[fields.findIndex((field) => field.name === name)])),
  );
}

const audience =
  'Email Address,First Name,Birthday,Favourite cake,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,LATITUDE,LEID,EUID,NOTES\n';
const line = (email: string) =>
  `${email},Ann,05/06,Sacher,2,2025-01-02 03:04:05,192.0.2.1,1.5,77,ab,likes tea\n`;

const report = (header: string, range = '"January 1 - November 20, 2026"') =>
  `Sales by Customer Detail,,,,,,,,,\nSweet Crumb Bakery,,,,,,,,,\n${range},,,,,,,,,\n,,,,,,,,,\n${header}\n` +
  'Ann Lee,,,,,,,,,\n' +
  ',01/02/2026,Invoice,1001,Cakes:Lemon,,1,30.00,30.00,30.00\n' +
  ',02/13/2026,Credit Memo,1002,Cakes:Lemon,,-1,30.00,-30.00,0.00\n' +
  'Total for Ann Lee,,,,,,,$0.00,,\n' +
  'Hotel,,,,,,,,,\n' +
  ',03/01/2026,Sales Receipt,1003,Bread,,9,2.00,18.00,18.00\n' +
  'Kitchen,,,,,,,,,\n' +
  ',03/02/2026,Invoice,1004,Bread,,1,2.00,"1,002.00","1,002.00"\n' +
  'Total for Kitchen,,,,,,,"$1,002.00",,\n' +
  'Total for Hotel with sub-items,,,,,,,"$1,020.00",,\n' +
  ',04/01/2026,Invoice,1005,Bread,,1,2.00,2.00,2.00\n' +
  'Total for --,,,,,,,$2.00,,\n' +
  'TOTAL,,,,,,,"$1,022.00",,\n,,,,,,,,,\n' +
  '"Accrual Basis Friday, November 20, 2026 10:05 AM GMT-05:00",,,,,,,,,\n';

describe('HubSpot', () => {
  it('contacts: labels become internal names; what HubSpot does not define is custom (E20)', async () => {
    const { fields } = await read({
      'all-contacts.csv':
        'Email,Record ID,First Name,Unsubscribed from all email,Email hard bounce reason,Email hard bounce reason,' +
        'Opted out of email: Newsletter,"Date entered ""Lead (Lifecycle Stage Pipeline)""",Associated Company,Allergy,Allergy\n',
    });
    expect(fields.map(({ name, custom, category, role }) => [name, custom, category, role])).toEqual([
      ['email', false, 'user.contact.email', 'email'],
      ['hs_object_id', false, 'user.unique_id', 'record_id'],
      ['firstname', false, 'user.name.first', undefined],
      ['hs_email_optout', false, 'user.privacy_preferences', 'opt_out'],
      ['hs_email_hard_bounce_reason', false, 'none', undefined],
      ['hs_email_hard_bounce_reason_enum', false, 'none', undefined],
      ['opted out of email: newsletter', false, 'user.privacy_preferences', 'opt_out'],
      ['date entered "lead (lifecycle stage pipeline)"', false, 'none', undefined],
      ['associated company', false, 'user.contact.organization', undefined],
      ['allergy', true, undefined, undefined],
      ['allergy#2', true, undefined, undefined],
    ]);
    expect(new Set(fields.map(({ source, object }) => `${source.system} ${object}`))).toEqual(
      new Set(['crm contact']),
    );
  });

  it('contacts in a workbook read like those in a file', async () => {
    const book = await workbookOf({
      x: [
        ['Record ID', 'First Name', 'Last Name', 'Email', 'Create Date'],
        [101, 'Ann', 'Lee', 'ann@x.example', new Date(Date.UTC(2026, 0, 2, 10, 30))],
      ],
    });
    const result = await read({ 'contacts.xlsx': book });
    expect(cells(result, 'hs_object_id', 'email', 'createdate')).toEqual([
      ['101', 'ann@x.example', '2026-01-02 10:30:00'],
    ]);
  });

  it('contacts exported with internal names instead of labels are the same', async () => {
    const { fields } = await read({ 'contacts.csv': 'hs_object_id,email,fav_cake\n1,a@x.example,Lemon\n' });
    expect(fields.map(({ object, name, custom }) => [object, name, custom])).toEqual([
      ['contact', 'hs_object_id', false],
      ['contact', 'email', false],
      ['contact', 'fav_cake', true],
    ]);
  });

  it('companies are no contacts', async () => {
    const { fields } = await read({
      'c.csv': 'Record ID,Company name,Company owner,Phone Number,City\n1,a,b,c,d\n',
    });
    expect(fields[0]).toMatchObject({ object: 'c.csv', name: 'record id' });
  });

  it('users: a super admin is an admin, a permission set of their own is not guessed (E15)', async () => {
    const { people } = await read({
      'users.csv':
        'User ID,First name,Last name,Email address,Last login date,Assigned teams,Assigned role,Permissions\n' +
        '1,Maria,C,Maria@sweetcrumb.example,2026-11-02,,,Super admin\n' +
        '2,Tom,D,tom@sweetcrumb.example,,Sales,Bakery sales,View own contacts\n' +
        '3,Ina,E,ina@sweetcrumb.example,2026-01-05,,View only,\n',
    });
    expect(
      people.map(({ identifier, role, level, lastLogin }) => [identifier, role, level, lastLogin]),
    ).toEqual([
      ['maria@sweetcrumb.example', 'Super admin', 'admin', '2026-11-02'],
      ['tom@sweetcrumb.example', 'Bakery sales', 'unknown', undefined],
      ['ina@sweetcrumb.example', 'View only', 'viewer', '2026-01-05'],
    ]);
  });
});

describe('Mailchimp', () => {
  it('audience: a zip of one file per status is one list of one audience (E20)', async () => {
    const result = await read({
      'audience_export_ab12cd34ef.zip': await zipOf({
        'subscribed_email_audience_export_ab12cd34ef.csv': audience + line('a@x.example'),
        'unsubscribed_email_audience_export_ab12cd34ef.csv': audience + line('b@x.example'),
        'cleaned_email_audience_export_ab12cd34ef.csv': audience + line('c@x.example'),
        'nonsubscribed_email_audience_export_ab12cd34ef.csv': audience + line('d@x.example'),
      }),
    });
    expect(cells(result, 'EMAIL', 'status')).toEqual([
      ['c@x.example', 'cleaned'],
      ['d@x.example', 'transactional'],
      ['a@x.example', 'subscribed'],
      ['b@x.example', 'unsubscribed'],
    ]);
    expect(result.records.every(({ object, list }) => object === 'member' && list === undefined)).toBe(true);
    expect(result.fields.slice(0, 12).map(({ name, custom, category }) => [name, custom, category])).toEqual([
      ['EMAIL', false, 'user.contact.email'],
      ['FNAME', false, 'user.name.first'],
      ['BIRTHDAY', false, 'user.demographic.date_of_birth'],
      ['favourite cake', true, undefined],
      ['MEMBER_RATING', false, 'none'],
      ['OPTIN_TIME', false, 'user.privacy_preferences'],
      ['OPTIN_IP', false, 'user.device.ip_address'],
      ['LATITUDE', false, 'user.location.precise'],
      ['LEID', false, 'user.unique_id'],
      ['EUID', false, 'user.unique_id'],
      ['NOTES', false, 'user.content.private'],
      ['status', false, 'none'],
    ]);
    expect(result.receipts.every(({ status }) => status === 'complete')).toBe(true);
    expect(result.receipts[0]?.parts).toEqual(['audience_export.zip/cleaned_email_audience_export.csv']);
  });

  it('audience: two exports with names are two lists, whatever their dates', async () => {
    const { records } = await read({
      'Wholesale_subscribed_2026-11-02.csv': audience + line('a@x.example'),
      'Wholesale_unsubscribed_2026-10-02.csv': audience + line('b@x.example'),
      'Christmas club.zip': await zipOf({ 'subscribed.csv': audience + line('c@x.example') }),
    });
    expect(records.map(({ list }) => list)).toEqual(['christmas club', 'wholesale', 'wholesale']);
  });

  it('users, copied by hand', async () => {
    const { people } = await read({
      'mailchimp-users.csv':
        'Name,Username,User level\nMaria,maria.crumb,Owner\nTom,tom.d,Author\nEve,eve,Viewer\nSi,si,Seer\n',
    });
    expect(people.map(({ source, identifier, level }) => [source.system, identifier, level])).toEqual([
      ['newsletter', 'maria.crumb', 'admin'],
      ['newsletter', 'tom.d', 'member'],
      ['newsletter', 'eve', 'viewer'],
      ['newsletter', 'si', 'unknown'],
    ]);
  });
});

describe('QuickBooks', () => {
  const now =
    ',Transaction date,Transaction type,Num,Product/Service full name,Description,Quantity,Sales price,Amount,Balance';
  const older = ',Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance';

  it.each([
    ['of today', now],
    ['of before', older],
  ])('sales: the headers %s; every sale has its customer, no total is a sale', async (_, header) => {
    const result = await read({ 'sales.csv': report(header) });
    expect(cells(result, 'CustomerRef', 'DocNumber', 'Amount')).toEqual([
      ['Ann Lee', '1001', '30.00'],
      ['Ann Lee', '1002', '-30.00'],
      ['Hotel', '1003', '18.00'],
      ['Hotel:Kitchen', '1004', '1002.00'],
      ['', '1005', '2.00'],
    ]);
    expect(
      result.fields.map(({ name, role }) => [name, role]).filter(([, role]) => role !== undefined),
    ).toEqual([
      ['CustomerRef', 'own_key'],
      ['TxnDate', 'purchase_date'],
      ['TxnType', 'purchase_type'],
      ['DocNumber', 'purchase_number'],
      ['Amount', 'amount'],
    ]);
    expect(result.receipts).toMatchObject([
      { capability: 'fields', object: 'sale', status: 'partial', reason: 'chosen columns' },
      {
        capability: 'records',
        status: 'complete',
        read: 5,
        window: { from: '2026-01-01', to: '2026-11-20' },
      },
    ]);
    expect(result.records[0]?.lines).toEqual([7, 8, 11, 13, 16]);
  });

  it.each([
    ['All Dates', { from: null, to: '2026-11-20' }],
    ['"July 1-August 3, 2026"', { from: '2026-07-01', to: '2026-08-03' }],
    ['"December 1, 2025 - November 20, 2026"', { from: '2025-12-01', to: '2026-11-20' }],
    ['"November 1-20, 2026"', { from: '2026-11-01', to: '2026-11-20' }],
    ['"January - October, 2026"', { from: '2026-01-01', to: '2026-10-31' }],
    ['January 1 - November 15, 2026', { from: '2026-01-01', to: '2026-11-15' }],
    ['"January 1 - December 31, 2026"', { from: '2026-01-01', to: '2026-11-20' }],
    ['February 2026', { from: '2026-02-01', to: '2026-02-28' }],
  ])('sales: the range %s is the window (E11)', async (range, window) => {
    const { receipts } = await read({ 'sales.csv': report(now, range) });
    expect(receipts[1]?.window).toEqual(window);
  });

  it('sales: total lines that end with their last figure are no damage', async () => {
    const short = report(now).replace('Total for Ann Lee,,,,,,,$0.00,,', 'Total for Ann Lee,,,,,,,$0.00');
    expect(short).not.toBe(report(now));
    const { receipts } = await read({ 'sales.csv': short });
    expect(receipts[1]).toMatchObject({ status: 'complete', read: 5 });
  });

  it('sales: a variant with a column for the customer, in the word of the company', async () => {
    const header = 'Client full name,Transaction date,Transaction type,Num,Description,Amount';
    const result = await read({
      'sales.csv': `Sweet Crumb\n\n${header}\nAnn Lee,01/02/2026,Invoice,7,,30.00\n`,
    });
    expect(cells(result, 'CustomerRef', 'DocNumber')).toEqual([['Ann Lee', '7']]);
    expect(result.receipts[1]?.window).toEqual({ from: '2026-01-02', to: '2026-01-02' });
  });

  it('customers: titles, footers and the words in the phone cell go, line breaks in addresses stay', async () => {
    const result = await read({
      'contacts.csv':
        'Sweet Crumb Bakery,,,,,\nCustomer Contact List,,,,,\n,,,,,\n' +
        'Customer full name,Phone numbers,Email,Full name,Bill address,Ship address\n' +
        '"Ann ""A"" Lee",Phone:(555) 010-1234 Mobile:(555) 010-9999,ann@x.example,Ann Lee,"1 Main\nSpringfield",\n' +
        'Bob,,,,,\n' +
        ',,,,,\n,,,,,\n"Friday, November 20, 2026 10:05 AM GMT-05:00",,,,,\n',
    });
    expect(cells(result, 'DisplayName', 'PrimaryPhone', 'BillAddr')).toEqual([
      ['Ann "A" Lee', '(555) 010-1234; (555) 010-9999', '1 Main\nSpringfield'],
      ['Bob', '', ''],
    ]);
    expect(result.fields.map(({ name, object, role }) => [name, object, role])).toEqual([
      ['DisplayName', 'customer', 'own_key'],
      ['PrimaryPhone', 'customer', 'phone'],
      ['PrimaryEmailAddr', 'customer', 'email'],
      ['FullName', 'customer', undefined],
      ['BillAddr', 'customer', undefined],
      ['ShipAddr', 'customer', undefined],
    ]);
  });

  it('customers in a workbook: the footer is no customer, below an empty line or right below the last', async () => {
    const header = ['Customer full name', 'Phone numbers', 'Email', 'Bill address', 'Ship address'];
    const footer = ['Friday, November 20, 2026 10:05 AM GMT-05:00'];
    for (const gap of [[], [['']]]) {
      const book = await workbookOf({
        report: [
          ['Sweet Crumb Bakery'],
          ['Customer Contact List'],
          [],
          header,
          ['Ann Lee', '1'],
          ['Bob'],
          ...gap,
          footer,
        ],
      });
      expect(cells(await read({ 'customers.xlsx': book }), 'DisplayName')).toEqual([['Ann Lee'], ['Bob']]);
    }
  });

  it('users: the words of the page, and who was only invited', async () => {
    const { people } = await read({
      'qb users.csv':
        'Name,Email,Role / user type,Status,Date added,Billable\n' +
        'Maria,maria@sweetcrumb.example,Primary admin,Active,01/02/2026,Yes\n' +
        'Tom,tom@sweetcrumb.example,Standard all access,Invited,01/02/2026,Yes\n' +
        'Ina,ina@sweetcrumb.example,Reports only,Active,01/02/2026,No\n' +
        'Acc,acc@books.example,Accountant,Inactive,01/02/2026,No\n',
    });
    expect(people.map(({ source, level, state }) => [source.system, level, state])).toEqual([
      ['books', 'admin', 'active'],
      ['books', 'member', 'invited'],
      ['books', 'viewer', 'active'],
      ['books', 'admin', 'suspended'],
    ]);
  });
});

describe('Google Workspace', () => {
  it('users: state, last sign-in and second factor; without a role column everybody is a member (E35)', async () => {
    const { people, fields } = await read({
      'User_Download_20112026.csv':
        'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required],' +
        'Status [READ ONLY],Last Sign In [READ ONLY],2sv Enrolled [READ ONLY],2sv Enforced [READ ONLY]\n' +
        'Maria,C,maria@sweetcrumb.example,****,/,Active,2026/11/20 08:00:00,True,False\n' +
        'Old,Hand,old@sweetcrumb.example,****,/,Suspended,Never logged in,False,False\n',
    });
    expect(fields).toEqual([]);
    expect(
      people.map(({ role, level, state, lastLogin, secondFactor }) => ({
        role,
        level,
        state,
        lastLogin,
        secondFactor,
      })),
    ).toEqual([
      { role: '', level: 'member', state: 'active', lastLogin: '2026-11-20', secondFactor: true },
      { role: '', level: 'member', state: 'suspended', lastLogin: 'never', secondFactor: false },
    ]);
  });

  it.each([
    'First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Last Sign In [READ ONLY],2sv Enrolled [READ ONLY]',
    'First Name,Last Name,Email Address,Status,Last Sign In,2sv Enrolled',
  ])('users: a download with fewer columns (%s)', async (header) => {
    const { people } = await read({
      'users.csv': `${header}\nMaria,C,maria@sweetcrumb.example,Active,2026/11/20 08:00:00,True\n`,
    });
    expect(people).toMatchObject([{ identifier: 'maria@sweetcrumb.example', secondFactor: true }]);
  });

  it('accessed apps: under the shorter headings too', async () => {
    const { apps } = await read({
      'apps.csv':
        'Name,ID,Users,Requested services,Access\nZapier,123.apps.example,4,"Drive, Gmail",Trusted\n',
    });
    expect(apps).toMatchObject([
      { name: 'Zapier', clientId: '123.apps.example', users: 4, access: 'trusted' },
    ]);
  });

  it('accessed apps: scopes in their short form, services where there are none', async () => {
    const { apps } = await read({
      'apps.csv':
        'App name,Type,ID,Verified status,Users,Requested services,Access,API scopes\n' +
        'Zapier,Web,123.apps.example,Verified,4,"Drive, Gmail",Trusted,"https://www.googleapis.com/auth/drive.readonly;https://mail.google.com/"\n' +
        'Notetaker,Web,456.apps.example,Unverified,"1,200","Calendar; Meet",Limited,\n',
    });
    expect(apps).toMatchObject([
      {
        name: 'Zapier',
        clientId: '123.apps.example',
        scopes: ['drive.readonly', 'mail.google.com'],
        users: 4,
        access: 'trusted',
      },
      {
        name: 'Notetaker',
        clientId: '456.apps.example',
        scopes: ['Calendar', 'Meet'],
        users: 1200,
        access: 'limited',
      },
    ]);
  });

  it.each([
    [
      'of 2024',
      'First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Value,' +
        'Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Custom Field 1 - Label,Custom Field 1 - Value\n' +
        'Ann,Lee,* myContacts,* Work,a@x.example ::: b@x.example,,c@x.example,555 010 1234,Home,"1 Main\nSpringfield",1 Main,Springfield,Cake,Lemon\n',
    ],
    [
      'of before',
      'Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value,' +
        'Address 1 - Street,Address 1 - City,Custom Field 1 - Value\n' +
        'Ann,Lee,* myContacts,Work,a@x.example,c@x.example,555 010 1234,1 Main,Springfield,Lemon\n',
    ],
  ])('contacts %s: numbered columns are one field each (E20)', async (_, file) => {
    const result = await read({ 'contacts.csv': file });
    expect(result.fields.map(({ name }) => name)).toEqual([
      'givenName',
      'familyName',
      'memberships',
      'emails',
      'phones',
      'addresses',
      'userDefined',
    ]);
    expect(cells(result, 'emails')[0]?.[0]?.split('; ')).toEqual(
      expect.arrayContaining(['a@x.example', 'c@x.example']),
    );
    expect(cells(result, 'addresses')[0]?.[0]).toMatch(/^1 Main[;\n] ?Springfield$/);
    expect(result.receipts.map(({ status }) => status)).toEqual(['complete', 'complete']);
  });
});

describe('a users list made by hand', () => {
  it('is told by its columns, and dates by the whole column before the country', async () => {
    await using folder = await exportsFolder({
      'team.csv':
        'name;email;role;status;last login\nTom;tom@x.example;editor;active;03/04/2026\nIna;ina@x.example;admin;disabled;25/12/2025\n',
    });
    const session = exportsSession(folder.path, { country: 'US', files: { 'team.csv': 'crm' } });
    const { facts } = await readAll(exportsConnector, session);
    expect(peopleOf(facts).map(({ lastLogin, state }) => [lastLogin, state])).toEqual([
      ['2026-04-03', 'active'],
      ['2025-12-25', 'suspended'],
    ]);
  });
});

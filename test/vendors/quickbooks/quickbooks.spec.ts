import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LimitMeter } from '../core/limit-meter.js';
import { startVendors, type Vendors } from '../start-vendors.js';
import { QuickbooksErrors } from './quickbooks-errors.js';
import { ACCOUNTING_SCOPE, REALM_ID } from './quickbooks-ids.js';
import { quickbooksLimits } from './quickbooks-limits.js';

let vendors: Vendors;
let token: string;

beforeEach(async () => {
  vendors = await startVendors({ size: 120, speed: 0, vendors: ['quickbooks'] });
  token = vendors.quickbooks.grant([ACCOUNTING_SCOPE]).access.text;
});
afterEach(async () => vendors[Symbol.asyncDispose]());

interface Row {
  readonly Id: string;
  readonly DisplayName: string;
  readonly FullyQualifiedName: string;
  readonly Active: boolean;
  readonly ParentRef: { readonly value: string };
  readonly CustomerRef?: unknown;
  readonly CustomField?: readonly unknown[];
  readonly TxnDate: string;
}
type Rows = readonly [Row, ...Row[]];
interface Found {
  readonly totalCount: number;
  readonly startPosition: number;
  readonly maxResults: number;
  readonly Customer: Rows;
  readonly Invoice: Rows;
  readonly SalesReceipt: Rows;
}
interface Body {
  readonly QueryResponse: Found;
  readonly Customer: Row;
  readonly CDCResponse: readonly [{ readonly QueryResponse: readonly unknown[] }];
  readonly Fault: { readonly Error: readonly [{ readonly code: string }] };
  readonly fault: { readonly error: readonly [{ readonly code: string }] };
}

async function get(
  path: string,
  company = REALM_ID,
): Promise<{ status: number; body: Body; headers: Headers }> {
  const answer = await fetch(`${vendors.quickbooks.origin}/v3/company/${company}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, body: (await answer.json()) as Body, headers: answer.headers };
}

async function query(statement: string) {
  return get(`/query?query=${encodeURIComponent(statement)}&minorversion=75&format=json`);
}

async function found(statement: string): Promise<Found> {
  const { status, body } = await query(statement);
  expect(status).toBe(200);
  return body.QueryResponse;
}

describe('a query', () => {
  it('takes keywords and entities in any case, and both orders of the page', async () => {
    const one = await found('select * from customer orderby Id asc startposition 3 maxresults 2');
    const other = await found('SELECT * FROM Customer ORDERBY Id MAXRESULTS 2 STARTPOSITION 3');
    expect(one).toEqual(other);
    expect([one.startPosition, one.maxResults, one.Customer.length]).toEqual([3, 2, 2]);
  });

  it('hides inactive customers unless they are asked for', async () => {
    const usual = await found('select count(*) from Customer');
    const all = await found('select count(*) from Customer where Active IN (true, false)');
    const gone = await found('select * from Customer where Active = false');
    expect(all.totalCount - usual.totalCount).toBe(gone.Customer.length);
    for (const { DisplayName, Active } of gone.Customer)
      expect([Active, DisplayName]).toEqual([false, expect.stringMatching(/ \(deleted\)$/u)]);
  });

  it('ends with nothing past the end, not with an empty list', async () => {
    expect(await found('select * from Invoice startposition 900001')).toEqual({});
  });

  it('gives a hundred unless told, and says how many it gave', async () => {
    const { maxResults, Invoice } = await found('select * from Invoice');
    expect([maxResults, Invoice.length]).toEqual([100, 100]);
  });

  it('orders by day, finds by day and by name with a quote', async () => {
    const { Invoice } = await found(
      "select * from Invoice where TxnDate >= '2026-01-01' orderby TxnDate desc",
    );
    const days = Invoice.map(({ TxnDate }) => TxnDate);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(days.every((day) => day >= '2026-01-01')).toBe(true);
    expect(await found(String.raw`select * from Customer where DisplayName = 'O\'Brien'`)).toEqual({});
  });

  it.each([
    ['select * from Custmoer', '4001'],
    ['select * from Customer where', '4000'],
    ['select * from Customer where Id = 1 or Id = 2', '4000'],
    ['select DisplayName from Customer', '4000'],
    ['select * from Customer maxresults 1001', '4000'],
    ['select * from Customer startposition 0', '4000'],
  ])('%s is refused with %s', async (statement, code) => {
    const { status, body } = await query(statement);
    expect([status, body.Fault.Error[0].code]).toEqual([400, code]);
  });

  it('may be sent as a body', async () => {
    const answer = await fetch(`${vendors.quickbooks.origin}/v3/company/${REALM_ID}/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/text' },
      body: 'select count(*) from Payment',
    });
    expect(await answer.json()).toMatchObject({ QueryResponse: { totalCount: expect.any(Number) } });
  });
});

describe('the books', () => {
  it('hold what the traps are made of: voids, sales to nobody, the future, customers below customers', async () => {
    const { Invoice } = await found("select * from Invoice where TotalAmt = '0' maxresults 1000");
    expect(Invoice[0]).toMatchObject({ PrivateNote: 'Voided', TotalAmt: 0 });
    const { SalesReceipt } = await found('select * from SalesReceipt maxresults 1000');
    expect(SalesReceipt.some(({ CustomerRef }) => CustomerRef === undefined)).toBe(true);
    expect(await found("select * from Invoice where TxnDate > '2026-11-24'")).toHaveProperty('Invoice');
    const { Customer } = await found('select * from Customer where Job = true');
    const { ParentRef, FullyQualifiedName } = Customer[0];
    const parent = await get(`/customer/${ParentRef.value}`);
    expect(FullyQualifiedName).toBe(`${parent.body.Customer.DisplayName}:${Customer[0].DisplayName}`);
  });

  it('give one customer by id, with enhanced custom fields where the account has them', async () => {
    const { Customer } = await found('select * from Customer orderby Id startposition 20 maxresults 30');
    const fieldsOf = async () => {
      const read = Customer.map(({ Id }) =>
        get(`/customer/${Id}?include=enhancedAllCustomFields&minorversion=75`),
      );
      return (await Promise.all(read)).flatMap(({ body }) => body.Customer.CustomField ?? []);
    };
    vendors.settings.enforceLimits = false;
    expect(await fieldsOf()).toEqual([]);
    vendors.quickbooks.setCondition('enhanced-custom-fields');
    expect((await fieldsOf())[0]).toMatchObject({ Name: 'Bank Account', StringValue: expect.any(String) });
  });

  it('tell changes of thirty days, by instants without a plus', async () => {
    const ok = await get('/cdc?entities=Customer,Invoice&changedSince=2026-11-01T00:00:00Z');
    expect(ok.body.CDCResponse[0].QueryResponse).toHaveLength(2);
    const early = await get('/cdc?entities=Customer&changedSince=2026-09-01T00:00:00Z');
    const plus = await get('/cdc?entities=Customer&changedSince=2026-11-20T00:00:00+02:00');
    expect([early.status, plus.status]).toEqual([400, 400]);
  });
});

describe('errors', () => {
  it('come in two shapes', async () => {
    const missing = await get('/customer/999999');
    expect([missing.status, missing.body.Fault.Error[0].code]).toEqual([400, '610']);
    vendors.clock.advance(3_600_000);
    const expired = await get('/preferences');
    expect([expired.status, expired.body.fault.error[0].code]).toEqual([401, '3200']);
    expect(expired.headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('tell another company, a lost access and an unpaid one apart', async () => {
    expect((await get('/preferences', '123')).body.fault.error[0].code).toBe('3100');
    vendors.quickbooks.setCondition('user-lost-access');
    expect((await get('/preferences')).body.Fault.Error[0].code).toBe('120');
    vendors.quickbooks.setCondition('subscription-ended');
    expect((await get('/preferences')).body.Fault.Error[0].code).toBe('6190');
  });

  it('stop the eleventh request of a second', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await get('/preferences')).status);
    expect(statuses.filter((status) => status === 429)).toEqual([429]);
    const { status, body } = await get('/preferences');
    expect([status, body.fault.error[0].code]).toEqual([429, '3001']);
    vendors.clock.advance(1000);
    expect((await get('/preferences')).status).toBe(200);
  });

  it('stop the 501st request of a minute, however evenly they come', () => {
    const errors = new QuickbooksErrors({ clock: vendors.clock });
    const meter = new LimitMeter(quickbooksLimits(errors));
    const request = {
      method: 'GET',
      host: '',
      path: `/v3/company/${REALM_ID}/query`,
      query: new URLSearchParams(),
      headers: {},
      body: '',
      parameters: {},
      token: null,
    };
    const passed = Array.from({ length: 510 }, (_, at) => meter.take(request, at * 110).exceeded === null);
    expect(passed.indexOf(false)).toBe(500);
  });
});

describe('the sign-in', () => {
  const redirect = 'https://plumbline.example/callback';

  async function token_(
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const { id, secret } = vendors.quickbooks.client;
    const answer = await fetch(`${vendors.quickbooks.origin}/oauth2/v1/tokens/bearer`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
        ...headers,
      },
      body: new URLSearchParams(form),
    });
    return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
  }

  async function landed(redirectUri: string): Promise<Response> {
    vendors.quickbooks.consent.mode = 'allow';
    const asked = new URLSearchParams({
      client_id: vendors.quickbooks.client.id,
      response_type: 'code',
      scope: ACCOUNTING_SCOPE,
      redirect_uri: redirectUri,
      state: 'x',
    });
    return fetch(`${vendors.quickbooks.origin}/connect/oauth2?${asked.toString()}`, { redirect: 'manual' });
  }

  it('names the company in the redirect and nowhere else, and changes the refresh token each time', async () => {
    const target = new URL((await landed(redirect)).headers.get('location') ?? '');
    expect(target.searchParams.get('realmId')).toBe(REALM_ID);
    const code = target.searchParams.get('code') ?? '';
    const first = await token_({ grant_type: 'authorization_code', code, redirect_uri: redirect });
    expect(first.body).toMatchObject({ expires_in: 3600, x_refresh_token_expires_in: 8_726_400 });
    expect(JSON.stringify(first.body)).not.toContain(REALM_ID);
    const old = String(first.body['refresh_token']);
    const second = await token_(
      { grant_type: 'refresh_token', refresh_token: old },
      { 'x-include-refresh-token-hard-expires-in': 'true' },
    );
    expect(second.body['x_refresh_token_hard_expires_in']).toBeGreaterThan(8_726_400);
    expect(second.body['refresh_token']).not.toBe(old);
    const again = await token_({ grant_type: 'refresh_token', refresh_token: old });
    expect([again.status, again.body['error']]).toEqual([400, 'invalid_grant']);
  });

  it('does not come back to this computer: real companies want https', async () => {
    expect((await landed('http://localhost:8766/callback')).status).toBe(400);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inventBakery } from '#scanner/example/bakery-people.js';
import { isOptedOutInHubspot } from '#scanner/example/relationship.js';
import { startVendors, type Vendors } from '../start-vendors.js';

const SIZE = 230;

interface Contact {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly archived: boolean;
  readonly archivedAt?: string;
}

interface List<T> {
  readonly total?: number;
  readonly results: readonly T[];
  readonly paging?: { readonly next: { readonly after: string; readonly link: string } };
}

let vendors: Vendors;

beforeAll(async () => {
  vendors = await startVendors({ size: SIZE, speed: 0, vendors: ['hubspot'] });
});

afterAll(async () => {
  await vendors[Symbol.asyncDispose]();
});

beforeEach(() => {
  vendors.clock.advance(60_000);
  vendors.hubspot.setCondition('enterprise', false);
});

async function get<T>(path: string, token = vendors.hubspot.key): Promise<T> {
  const answer = await fetch(vendors.hubspot.origin + path, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (answer.status !== 200) throw new Error(`${answer.status} for ${path}`);
  return (await answer.json()) as T;
}

async function search(body: unknown): Promise<{ status: number; body: List<Contact> }> {
  const answer = await fetch(`${vendors.hubspot.origin}/crm/objects/2026-03/contacts/search`, {
    method: 'POST',
    headers: { authorization: `Bearer ${vendors.hubspot.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as List<Contact> };
}

async function allContacts(query: string): Promise<readonly Contact[]> {
  const contacts: Contact[] = [];
  for (let after = ''; ;) {
    const page = await get<List<Contact>>(`/crm/objects/2026-03/contacts?limit=100&${query}${after}`);
    contacts.push(...page.results);
    if (page.paging === undefined) return contacts;
    after = `&after=${page.paging.next.after}`;
  }
}

describe('contacts', () => {
  it('are the people of the example, each once, with the values of its exports', async () => {
    const contacts = await allContacts(
      'properties=email&properties=phone,hs_email_optout&properties=nobody_knows,loyalty_card_no',
    );
    const { customers } = inventBakery({ asOf: '2026-11-23', customers: SIZE });
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(SIZE);
    expect(contacts.map(({ properties }) => properties['email'])).toEqual(
      customers.map(({ email }) => email?.toLowerCase() ?? null),
    );
    expect(contacts.filter(({ properties }) => properties['hs_email_optout'] === 'true')).toHaveLength(
      customers.filter(isOptedOutInHubspot).length,
    );
    expect(Object.keys(contacts[0]?.properties ?? {}).toSorted()).toEqual([
      'createdate',
      'email',
      'hs_email_optout',
      'hs_object_id',
      'lastmodifieddate',
      'phone',
    ]);
  });

  it('that were deleted are told only to those who ask for them', async () => {
    const archived = await allContacts('archived=true');
    expect(archived).toHaveLength(5);
    expect(archived.every((contact) => contact.archived && contact.archivedAt !== undefined)).toBe(true);
  });

  it('come ten at a time, a hundred at most', async () => {
    expect((await get<List<Contact>>('/crm/v3/objects/contacts/')).results).toHaveLength(10);
    await expect(get('/crm/v3/objects/contacts?limit=101')).rejects.toThrow('400');
  });

  it('are read by their ids, and those that are not there are told with 207', async () => {
    const first = (await get<List<Contact>>('/crm/objects/2026-03/0-1?limit=1')).results[0]?.id ?? '';
    const answer = await fetch(`${vendors.hubspot.origin}/crm/objects/2026-03/contacts/batch/read`, {
      method: 'POST',
      headers: { authorization: `Bearer ${vendors.hubspot.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ inputs: [{ id: first }, { id: '1' }], properties: ['email'] }),
    });
    expect(answer.status).toBe(207);
    expect(await answer.json()).toMatchObject({
      numErrors: 1,
      results: [{ id: first }],
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['1'] } }],
    });
  });
});

describe('search', () => {
  it('finds by what is filled, counts all, sorts, and pages', async () => {
    const filled = {
      filterGroups: [{ filters: [{ propertyName: 'email', operator: 'HAS_PROPERTY' }] }],
      sorts: [{ propertyName: 'createdate', direction: 'DESCENDING' }],
      properties: ['createdate'],
      limit: 200,
    };
    const { body } = await search(filled);
    const { customers } = inventBakery({ asOf: '2026-11-23', customers: SIZE });
    expect(body.total).toBe(customers.filter(({ email }) => email !== null).length);
    const days = body.results.map(({ properties }) => properties['createdate'] ?? '');
    expect(days).toEqual(days.toSorted().toReversed());
    const rest = await search({ ...filled, after: body.paging?.next.after });
    expect(body.results.length + rest.body.results.length).toBe(body.total);
  });

  it('compares instants with milliseconds', async () => {
    const at = String(Date.parse('2026-01-01T00:00:00Z'));
    const count = async (operator: string): Promise<number> =>
      (await search({ filterGroups: [{ filters: [{ propertyName: 'createdate', operator, value: at }] }] }))
        .body.total ?? -1;
    const [before, since] = [await count('LT'), await count('GTE')];
    expect(before).toBeGreaterThan(0);
    expect(since).toBeGreaterThan(0);
    expect(before + since).toBe(SIZE);
  });

  it('refuses what HubSpot refuses', async () => {
    const filter = { propertyName: 'email', operator: 'HAS_PROPERTY' };
    const group = { filters: [filter] };
    for (const body of [
      { limit: 201 },
      { after: '9999', limit: 2 },
      { filterGroups: Array.from({ length: 6 }, () => group) },
      { filterGroups: [{ filters: [{ propertyName: 'nobody_knows', operator: 'EQ', value: 'x' }] }] },
      { query: 'x'.repeat(3000) },
    ]) {
      expect((await search(body)).status).toBe(400);
      vendors.clock.advance(1000);
    }
  });
});

describe('properties', () => {
  const PATH = '/crm/properties/2026-03/contacts';
  const names = async (query = ''): Promise<readonly string[]> =>
    (await get<List<{ name: string }>>(PATH + query)).results.map(({ name }) => name);

  it('are some 360 of HubSpot and the own ones of the bakery, which do not say who defined them', async () => {
    const { results } =
      await get<List<{ name: string; hubspotDefined?: boolean; calculated: boolean }>>(PATH);
    const own = results.filter(({ hubspotDefined }) => hubspotDefined !== true);
    expect(results.length - own.length).toBeGreaterThan(350);
    expect(own.map(({ name }) => name)).toContain('instagram_handle');
    expect(own.map(({ name }) => name)).not.toContain('assistant_email');
    expect(results.filter(({ calculated }) => calculated).length).toBeGreaterThan(30);
  });

  it('that are sensitive or archived are told only to those who ask for them', async () => {
    expect(await names('?archived=true')).toEqual(['loyalty_card_no']);
    expect(await names('?dataSensitivity=sensitive')).toEqual([]);
    expect(await names()).toContain('dietary_allergies');
    vendors.hubspot.setCondition('enterprise');
    expect(await names('?dataSensitivity=sensitive')).toEqual(['dietary_allergies']);
    expect(await names('?dataSensitivity=highly_sensitive')).toEqual(['refund_bank_account']);
    expect(await names()).not.toContain('dietary_allergies');
  });

  it('that are sensitive give no value to a token without the scope', async () => {
    vendors.hubspot.setCondition('enterprise');
    const token = vendors.hubspot.issueKey(['crm.objects.contacts.read']).text;
    const [contact] = (
      await get<List<Contact>>('/crm/objects/2026-03/contacts?properties=dietary_allergies', token)
    ).results;
    expect(contact?.properties).not.toHaveProperty('dietary_allergies');
  });
});

describe('people', () => {
  it('are users with permission sets and teams; one is said to be no super admin in text', async () => {
    const users = await get<List<{ email: string; superAdmin: unknown }>>('/settings/v3/users/');
    expect(users.results.filter(({ superAdmin }) => superAdmin === true).map(({ email }) => email)).toEqual([
      'maria@sweetcrumb.example',
      'tom@sweetcrumb.example',
    ]);
    expect(users.results.find(({ email }) => email === 'sam@sweetcrumb.example')?.superAdmin).toBe('false');
    const pages = await get<List<unknown>>('/settings/users/2026-03?limit=3');
    expect(pages.paging?.next.after).toBe('Mw==');
  });

  it('that are gone are archived owners', async () => {
    const { results } = await get<List<{ email: string; userId: unknown; userIdIncludingInactive: unknown }>>(
      '/crm/owners/2026-03?archived=true',
    );
    expect(results).toMatchObject([
      { email: 'gina@sweetcrumb.example', userId: null, userIdIncludingInactive: 61_399_004 },
    ]);
  });
});

describe('the account', () => {
  it('tells logins of the last 90 days only', async () => {
    const logins = await get<List<{ email: string; loginSucceeded: boolean }>>(
      '/account-info/2026-03/activity/login?limit=200',
    );
    const who = new Set(
      logins.results.filter(({ loginSucceeded }) => loginSucceeded).map(({ email }) => email.toLowerCase()),
    );
    expect([who.has('lena@sweetcrumb.example'), who.has('sam@sweetcrumb.example')]).toEqual([true, false]);
  });

  it('tells exports and installed apps, and keeps the audit log for the largest plan', async () => {
    const from = Date.parse('2026-11-01T00:00:00Z');
    const events = await get<List<{ type: string }>>(
      `/account-info/2026-03/activity/security?fromTimestamp=${from}`,
    );
    expect(events.results.map(({ type }) => type)).toEqual([
      'PERSONAL_ACCESS_KEY_CREATE',
      'INSTALL_INTEGRATION',
      'CONTACT_DATA_EXPORT',
    ]);
    await expect(get('/account-info/2026-03/activity/audit-logs')).rejects.toThrow('403');
  });

  it('answers an address that no API has with HTML', async () => {
    const answer = await fetch(`${vendors.hubspot.origin}/crm/v9/objects/contacts`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html;charset=utf-8']);
  });
});

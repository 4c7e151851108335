import { text as readText } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Papa from 'papaparse';
import { fromBufferPromise } from 'yauzl';
import { inventBakery } from '#scanner/example/bakery-people.js';
import { mailchimpAudienceZip } from '#scanner/example/mailchimp-audience.js';
import { startVendors, type Vendors, type VendorsOptions } from '../start-vendors.js';
import { md5 } from './mailchimp-ids.js';

const SIZE = 400;

interface Member {
  readonly id: string;
  readonly email_address: string;
  readonly contact_id: string;
  readonly status: string;
  readonly last_changed: string;
  readonly merge_fields: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}
interface Body {
  readonly members: readonly [Member, ...Member[]];
  readonly lists: readonly [{ readonly id: string; readonly name: string }];
  readonly total_items: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string }[];
  readonly [field: string]: unknown;
}

let vendors: Vendors;
let audience: string;

async function start(options: VendorsOptions = {}): Promise<void> {
  vendors = await startVendors({ size: SIZE, speed: 0, vendors: ['mailchimp'], ...options });
  audience = (await get('/lists')).body.lists[0].id;
}

async function ask(path: string, headers: Readonly<Record<string, string>>) {
  const answer = await fetch(vendors.mailchimp.origin + path, { headers });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: (isJson ? JSON.parse(text) : {}) as Body,
  };
}

async function get(path: string, key = vendors.mailchimp.key) {
  return ask(`/3.0${path}`, { authorization: `Basic ${Buffer.from(`any:${key}`).toString('base64')}` });
}

async function members(query: string, list = audience): Promise<readonly Member[]> {
  return (await get(`/lists/${list}/members?count=1000&${query}`)).body.members;
}

beforeEach(async () => start());
afterEach(async () => vendors[Symbol.asyncDispose]());

describe('the audience', () => {
  it.each(['first', 'a-week-later'] as const)(
    'holds whom the export holds, with the same values (%s)',
    async (state) => {
      await vendors[Symbol.asyncDispose]();
      const now = state === 'first' ? '2026-11-23' : '2026-11-30';
      await start({ state, now: `${now}T12:00:00Z` });
      const { customers, setting } = inventBakery({ asOf: now, state, customers: SIZE });
      for (const [status, rows] of await exported(await mailchimpAudienceZip(customers, setting))) {
        const told = new Map(
          (await members(`status=${status}`)).map((member) => [member.email_address, member]),
        );
        expect(told.size).toBe(rows.length);
        for (const row of rows) {
          const member = told.get(row['Email Address'] ?? '');
          expect(member === undefined ? null : asExported(member, row)).toEqual(row);
        }
      }
    },
  );

  it('holds archived members too, for those who ask', async () => {
    const archived = await members('status=archived');
    expect(archived.length).toBeGreaterThan(0);
    const usual = new Set((await members('')).map(({ id }) => id));
    expect(archived.some(({ id }) => usual.has(id))).toBe(false);
  });

  it('names a member by her address, its MD5, and her contact id', async () => {
    const [member] = await members('count=1');
    if (member === undefined) throw new Error('Nobody is in the audience.');
    expect(member.id).toBe(md5(member.email_address.toLowerCase()));
    for (const name of [member.id, encodeURIComponent(member.email_address.toUpperCase()), member.contact_id])
      expect((await get(`/lists/${audience}/members/${name}`)).body['web_id']).toBe(member['web_id']);
    expect((await get(`/lists/${audience}/members/${md5('nobody')}`)).status).toBe(404);
  });

  it('is one of twelve, in five of which the same people are', async () => {
    await vendors[Symbol.asyncDispose]();
    await start({ mailchimp: { audiences: 12, mergeFields: 40 }, enforceLimits: false });
    const { lists } = (await get('/lists?count=100')).body;
    expect(new Set(lists.map(({ name }) => name)).size).toBe(12);
    const all = await Promise.all(
      lists.map(async ({ id }) => [...(await members('', id)), ...(await members('status=archived', id))]),
    );
    const audiences = new Map<string, number>();
    for (const { email_address: address } of all.flat())
      audiences.set(address, (audiences.get(address) ?? 0) + 1);
    expect(new Set(audiences.values())).toEqual(new Set([1, 2, 4, 5]));
    expect(new Set(all.flat().map((member) => member.contact_id)).size).toBe(all.flat().length);
    for (const { id } of lists) {
      const { body } = await get(`/lists/${id}/merge-fields?count=1000`);
      expect(body.total_items).toBe(40);
    }
    const types = new Set(all.flat().map(({ status }) => status));
    expect(types.size).toBe(6);
  });

  it('tells what members agreed to where the fields for it are on', async () => {
    expect((await members('count=1'))[0]?.['marketing_permissions']).toBeUndefined();
    vendors.mailchimp.setCondition('gdpr-fields');
    expect((await members('count=1'))[0]?.['marketing_permissions']).toContainEqual({
      marketing_permission_id: expect.any(String),
      text: 'Email',
      enabled: expect.any(Boolean),
    });
  });
});

describe('a list', () => {
  it('comes in pages of ten unless told, of a thousand at most', async () => {
    await vendors[Symbol.asyncDispose]();
    await start({ size: 3000 });
    const { body } = await get(`/lists/${audience}/members`);
    expect(body.members).toHaveLength(10);
    expect(body.total_items).toBeGreaterThan(1500);
    expect((await get(`/lists/${audience}/members?count=5000`)).body.members).toHaveLength(1000);
    const second = await get(`/lists/${audience}/members?count=5&offset=5`);
    expect(second.body.members).toEqual(body.members.slice(5));
    expect((await get(`/lists/${audience}/members?count=-1`)).status).toBe(400);
  });

  it('is sorted and cut by instants, which are left out themselves', async () => {
    const all = await members('sort_field=last_changed&sort_dir=ASC');
    const instants = all.map((member) => member.last_changed);
    expect(instants).toEqual(instants.toSorted());
    const middle = instants[Math.floor(instants.length / 2)] ?? '';
    const named = encodeURIComponent(middle);
    const before = await members(`before_last_changed=${named}`);
    const after = await members(`since_last_changed=${named}`);
    expect(before.length + after.length).toBe(instants.filter((instant) => instant !== middle).length);
    const backwards = await members('sort_field=last_changed&sort_dir=DESC');
    expect(backwards.map((member) => member.last_changed)).toEqual(instants.toReversed());
  });

  it('heeds no filter with fractions of a second, and refuses one whose plus was lost', async () => {
    const all = await members('');
    expect(await members('since_last_changed=2026-11-22T00:00:00.000%2B00:00')).toHaveLength(all.length);
    const lost = await get(`/lists/${audience}/members?since_last_changed=2026-11-22T00:00:00+00:00`);
    expect([lost.status, lost.body.errors[0]?.field]).toEqual([400, 'since_last_changed']);
  });

  it('demands the status that a filter is about', async () => {
    const campaign = await get(`/lists/${audience}/members?since_last_campaign=true`);
    expect(campaign.body.detail).toBe('Status is required when using since_last_campaign filter.');
    expect(
      (await get(`/lists/${audience}/members?unsubscribed_since=2026-01-01&status=cleaned`)).status,
    ).toBe(400);
    const left = await members('unsubscribed_since=2026-01-01T00:00:00Z&status=unsubscribed');
    expect(left.length).toBeGreaterThan(0);
  });
});

describe('fields', () => {
  it('are those that were asked for, however deep', async () => {
    const names = 'members.email_address,members.merge_fields.FNAME,members.location.latitude,total_items';
    const { body } = await get(`/lists/${audience}/members?count=1&fields=${names}`);
    expect(body).toEqual({
      members: [
        {
          email_address: expect.any(String),
          merge_fields: { FNAME: expect.any(String) },
          location: { latitude: expect.any(Number) },
        },
      ],
      total_items: expect.any(Number),
    });
  });

  it('are all but those that were not', async () => {
    const { body } = await get(
      `/lists/${audience}/members?count=1&exclude_fields=members.merge_fields,_links`,
    );
    expect(body.members[0].merge_fields).toBeUndefined();
    expect(body['_links']).toBeUndefined();
    expect(body.members[0].email_address).toEqual(expect.any(String));
  });

  it('that do not exist are an error, and so are both ways at once', async () => {
    const wrong = await get(`/lists/${audience}/members?fields=members.nobody,email_address`);
    expect([wrong.status, wrong.body.errors.map(({ field }) => field)]).toEqual([
      400,
      ['members.nobody', 'email_address'],
    ]);
    expect((await get('/lists?fields=lists.id&exclude_fields=lists.name')).status).toBe(400);
  });
});

describe('whoever asks', () => {
  it('is known by key or token, in her own data centre', async () => {
    const { access } = vendors.mailchimp.grant([]);
    const bearer = { authorization: `Bearer ${access.text}` };
    expect((await ask('/3.0/', bearer)).body['role']).toBe('owner');
    expect(vendors.mailchimp.key).toMatch(/^[0-9a-f]{32}-us6$/u);
    expect((await get('/ping')).body['health_status']).toBe("Everything's Chimpy!");
    const elsewhere = await ask('/3.0/ping', { ...bearer, 'x-forwarded-host': 'us7.api.mailchimp.com' });
    const unknown = await get('/ping', 'deadbeef-us6');
    for (const { status, body, headers } of [elsewhere, unknown]) {
      expect([status, body.title]).toEqual([401, 'API Key Invalid']);
      expect(headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('is told where her account lies, by token only', async () => {
    const { access } = vendors.mailchimp.grant([]);
    const { body } = await ask('/oauth2/metadata', { authorization: `OAuth ${access.text}` });
    expect(body).toMatchObject({ dc: 'us6', api_endpoint: 'https://us6.api.mailchimp.com' });
    for (const header of [`OAuth ${vendors.mailchimp.key}`, `Bearer ${access.text}`, 'OAuth nothing'])
      expect((await ask('/oauth2/metadata', { authorization: header })).body).toEqual({
        error: 'invalid_token',
      });
    expect((await ask('/3.0/ping', { authorization: `OAuth ${access.text}` })).status).toBe(401);
  });

  it('gets a token that never ends, with nothing to renew it', async () => {
    const { client, origin, consent } = vendors.mailchimp;
    consent.mode = 'allow';
    const redirect = 'http://127.0.0.1:8766/callback';
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.id,
      redirect_uri: redirect,
    });
    const page = await fetch(`${origin}/oauth2/authorize?${query.toString()}`, { redirect: 'manual' });
    const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const form = {
      grant_type: 'authorization_code',
      client_id: client.id,
      client_secret: client.secret,
      redirect_uri: redirect,
      code,
    };
    const answer = await fetch(`${origin}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
    expect(await answer.json()).toEqual({ access_token: expect.any(String), expires_in: 0, scope: null });
    query.set('redirect_uri', 'http://localhost:8766/callback');
    expect((await fetch(`${origin}/oauth2/authorize?${query.toString()}`)).status).toBe(400);
  });

  it('may do what her level lets her, and nothing once she is disabled', async () => {
    const statuses = async () => {
      const paths = ['/', '/lists', `/lists/${audience}/members`, '/authorized-apps'];
      return Promise.all(paths.map(async (path) => (await get(path)).status));
    };
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    vendors.mailchimp.setCondition('manager');
    expect(await statuses()).toEqual([200, 200, 200, 403]);
    vendors.mailchimp.setCondition('author');
    expect(await statuses()).toEqual([200, 200, 403, 403]);
    expect((await get('/')).body['role']).toBe('author');
    expect((await get('/authorized-apps')).body.title).toBe('Forbidden');
    vendors.mailchimp.setCondition('user-disabled');
    expect((await get('/')).body.title).toBe('User Disabled');
  });

  it('may ask ten things at once; whoever goes on is refused without a word', async () => {
    await vendors[Symbol.asyncDispose]();
    await start({ speed: 1, latencyMs: 300 });
    const crowd = async (size: number) => Promise.all(Array.from({ length: size }, async () => get('/ping')));
    const ten = await crowd(10);
    expect(ten.map(({ status }) => status)).toEqual(ten.map(() => 200));
    const refused = (await crowd(45)).filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(21);
    expect(refused.filter(({ body }) => body.title === 'TooManyRequests').length).toBeGreaterThan(0);
    const bare = refused.filter(({ text }) => text === '');
    expect(new Set(bare.map(({ status }) => status))).toEqual(new Set([403, 429]));
    expect(bare[0]?.headers.get('content-type')).toBeNull();
  });

  it('finds no other address, and changes nothing', async () => {
    expect((await get('/lists/0000000000/members')).body.title).toBe('Resource Not Found');
    const posted = await fetch(`${vendors.mailchimp.origin}/3.0/lists`, { method: 'POST' });
    expect(posted.status).toBe(405);
  });
});

describe('what else reaches the account', () => {
  it('is linked apps, and whoever is connected by OAuth; sites; addresses that are told of changes', async () => {
    const names = async () => {
      const { apps } = (await get('/authorized-apps')).body as unknown as {
        readonly apps: readonly { readonly name: string; readonly users: readonly string[] }[];
      };
      expect(apps.every(({ users }) => users.length > 0)).toBe(true);
      return apps.map(({ name }) => name);
    };
    expect(await names()).toEqual(['Zapier', 'Dough Scheduler']);
    const { grant } = vendors.mailchimp.grant([]);
    expect(await names()).toEqual(['Zapier', 'Dough Scheduler', 'Plumbline']);
    grant.revoked = true;
    expect(await names()).toEqual(['Zapier', 'Dough Scheduler']);
    expect((await get('/connected-sites')).body.total_items).toBe(1);
    expect((await get(`/lists/${audience}/webhooks`)).body['webhooks']).toMatchObject([
      { url: expect.stringContaining('https://hooks.loyalloaf.example/'), list_id: audience },
    ]);
    expect((await get('/batch-webhooks')).body['webhooks']).toMatchObject([{ enabled: false }]);
  });
});

describe('while somebody reads', () => {
  /** Everybody that pages by offset give. */
  async function paged(change: string | null): Promise<readonly string[]> {
    if (change !== null)
      vendors.addFault({ vendor: 'mailchimp', path: /members$/u, every: 1, do: { change } });
    const ids: string[] = [];
    for (let offset = 0; ; offset += 20) {
      const query = `count=20&offset=${offset}&status=subscribed&sort_field=last_changed&sort_dir=ASC`;
      const page = (await get(`/lists/${audience}/members?${query}`)).body.members;
      ids.push(...page.map(({ contact_id: id }) => id));
      if (page.length < 20) break;
    }
    vendors.clearFaults();
    return ids;
  }

  it.each(['member-edited', 'member-archived', 'member-deleted', 'member-joined'])(
    'something happens by the seed: %s',
    async (change) => {
      const before = new Set(await paged(null));
      const read = await paged(change);
      const after = new Set((await members('status=subscribed')).map(({ contact_id: id }) => id));
      const stayed = [...before].filter((id) => after.has(id));
      const missed = stayed.filter((id) => !read.includes(id));
      if (change === 'member-joined') expect(after.size).toBeGreaterThan(before.size);
      else expect(missed.length).toBeGreaterThan(0);
      await vendors[Symbol.asyncDispose]();
      await start();
      expect(await paged(change)).toEqual(read);
    },
  );

  it('an import that changed everybody at once moves nobody who is changed after it', async () => {
    const instants = async () => new Set((await members('')).map((member) => member.last_changed));
    vendors.mailchimp.setCondition('one-import');
    expect((await instants()).size).toBe(1);
    vendors.addFault({ vendor: 'mailchimp', nth: 1, do: { change: 'member-edited' } });
    expect(await instants()).toContain('2026-11-23T12:00:00+00:00');
  });

  it('nothing happens that nobody knows', async () => {
    vendors.addFault({ vendor: 'mailchimp', do: { change: 'member-promoted' } });
    expect((await get('/ping')).status).toBe(599);
  });

  it('pages come twice or not at all, where a fault says so', async () => {
    const page = async (offset: number) =>
      (await get(`/lists/${audience}/members?count=10&offset=${offset}`)).body.members.map(({ id }) => id);
    const [first, second, third] = [await page(0), await page(10), await page(20)];
    vendors.addFault({ vendor: 'mailchimp', nth: 2, do: 'repeat-page' });
    vendors.addFault({ vendor: 'mailchimp', nth: 3, do: 'skip-page' });
    expect([await page(0), await page(10), await page(10)]).toEqual([first, first, third]);
    expect(second).not.toEqual(first);
  });
});

type Row = Readonly<Record<string, string>>;

/** The rows of each file of an export, by status. */
async function exported(
  content: Buffer,
): Promise<readonly (readonly [status: string, rows: readonly Row[]])[]> {
  const zip = await fromBufferPromise(content, { lazyEntries: true });
  const files: (readonly [string, readonly Row[]])[] = [];
  for await (const entry of zip.eachEntry()) {
    const text = await readText(await zip.openReadStreamPromise(entry));
    const { data } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
    files.push([entry.fileName.slice(0, entry.fileName.indexOf('_')), data]);
  }
  return files;
}

const MERGE_FIELDS: Readonly<Record<string, string>> = {
  'First Name': 'FNAME',
  'Last Name': 'LNAME',
  'Phone Number': 'PHONE',
  Birthday: 'BIRTHDAY',
  'Date of birth (old form)': 'MMERGE5',
  'Kids Names': 'KIDS',
  'Work Email': 'WORKEMAIL',
};

/** A member in the words of the export; what only the export tells is taken from its row. */
function asExported(member: Member, row: Row): Row {
  const location = member['location'] as Readonly<Record<string, unknown>>;
  const tags = member['tags'] as readonly { readonly name: string }[];
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));
  const told: Record<string, string> = {
    'Email Address': member.email_address,
    MEMBER_RATING: text(member['member_rating']),
    OPTIN_TIME: local(member['timestamp_signup']),
    OPTIN_IP: text(member['ip_signup']),
    CONFIRM_TIME: local(member['timestamp_opt']),
    CONFIRM_IP: text(member['ip_opt']),
    LATITUDE: Number(location['latitude']).toFixed(4),
    LONGITUDE: Number(location['longitude']).toFixed(4),
    GMTOFF: text(location['gmtoff']),
    DSTOFF: text(location['dstoff']),
    TIMEZONE: text(location['timezone']),
    CC: text(location['country_code']),
    REGION: text(location['region']),
    LEID: text(member['web_id']),
    EUID: text(member['unique_email_id']),
    NOTES: (member['last_note'] as { readonly note: string } | undefined)?.note ?? '',
    TAGS: tags.map(({ name }) => `"${name}"`).join(','),
    // The day of leaving is the day of the last change.
    ...(member.status === 'unsubscribed'
      ? { UNSUB_TIME: local(member.last_changed) }
      : { LAST_CHANGED: local(member.last_changed) }),
  };
  for (const [header, tag] of Object.entries(MERGE_FIELDS)) {
    if (tag in member.merge_fields) told[header] = text(member.merge_fields[tag]);
  }
  return { ...row, ...told };
}

/** "2024-09-12T16:36:00+00:00" as the bakery's clock has it. */
function local(instant: unknown): string {
  if (typeof instant !== 'string' || instant === '') return '';
  return new Date(Date.parse(instant) - 5 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startVendors, type Vendors } from '../start-vendors.js';
import { googleScope } from './google-scopes.js';

const DIRECTORY = '/admin/directory/v1';
const TOKEN_LOG = '/admin/reports/v1/activity/users/all/applications/token';
const CONNECTIONS = '/v1/people/me/connections?personFields=names,birthdays,biographies,userDefined';
const READ = [
  'admin.directory.user.readonly',
  'admin.directory.group.readonly',
  'admin.directory.rolemanagement.readonly',
  'admin.directory.domain.readonly',
  'admin.directory.user.security',
  'admin.reports.audit.readonly',
  'drive.metadata.readonly',
  'spreadsheets.readonly',
  'contacts.readonly',
  'contacts.other.readonly',
  'userinfo.email',
  'openid',
].map(googleScope);

let vendors: Vendors;
let token: string;

beforeAll(async () => {
  vendors = await startVendors({ size: 300, speed: 0, vendors: ['google'], recordAnswers: true });
});

afterAll(async () => {
  await vendors[Symbol.asyncDispose]();
});

beforeEach(() => {
  vendors.clearExchanges();
  vendors.google.consent.user = 'maria@sweetcrumb.example';
  // A fresh minute for every test.
  vendors.clock.advance(60_000);
  token = vendors.google.grant(READ).access.text;
});

async function ask(address: string, as = token): Promise<Response> {
  return fetch(vendors.google.origin + address, { headers: { authorization: `Bearer ${as}` } });
}

async function read<T>(address: string, as = token): Promise<T> {
  const answer = await ask(address, as);
  expect([answer.status, address]).toEqual([200, address]);
  return (await answer.json()) as T;
}

/** All pages of a list; how many records came on each. */
async function pages(
  address: string,
  member: string,
): Promise<{ readonly all: readonly unknown[]; readonly sizes: readonly number[] }> {
  const all: unknown[] = [];
  const sizes: number[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: { readonly nextPageToken?: string } & Record<string, unknown> = await read(
      next === '' ? address : `${address}${address.includes('?') ? '&' : '?'}pageToken=${next}`,
    );
    const items = (page[member] ?? []) as readonly unknown[];
    all.push(...items);
    sizes.push(items.length);
    next = page.nextPageToken;
  }
  return { all, sizes };
}

interface ErrorBody {
  readonly error: {
    readonly code: number;
    readonly message: string;
    readonly status?: string;
    readonly errors?: readonly { readonly reason: string; readonly location?: string }[];
    readonly details?: readonly { readonly reason?: string }[];
  };
}

async function errorOf(answer: Response): Promise<string> {
  const { error } = (await answer.json()) as ErrorBody;
  return `${answer.status} ${error.errors?.[0]?.reason ?? error.status ?? ''}`;
}

describe('Directory', () => {
  it('knows the bakery’s staff: who left, who has one factor, who never came', async () => {
    const { users } = await read<{ users: readonly Record<string, unknown>[] }>(
      `${DIRECTORY}/users?customer=my_customer&fields=users(primaryEmail,suspended,isEnrolledIn2Sv,lastLoginTime,isAdmin,isDelegatedAdmin)`,
    );
    const by = (name: string) => users.find((user) => user['primaryEmail'] === `${name}@sweetcrumb.example`);
    expect(users).toHaveLength(8);
    expect(by('ben')).toMatchObject({ suspended: true });
    expect(by('tom')).toMatchObject({ isEnrolledIn2Sv: false, suspended: false });
    expect(by('dana')).toMatchObject({ lastLoginTime: '1970-01-01T00:00:00.000Z' });
    expect([by('maria'), by('lena')]).toMatchObject([{ isAdmin: true }, { isDelegatedAdmin: true }]);
  });

  it('leaves an empty list out, and says nothing of the end but by silence', async () => {
    const empty = await read(`${DIRECTORY}/groups/oldnewsletter@sweetcrumb.example/members`);
    expect(Object.keys(empty as object)).toEqual(['kind', 'etag']);
    const none = await read(`${DIRECTORY}/users/dana@sweetcrumb.example/tokens`);
    expect(none).not.toHaveProperty('items');
    const short = await pages(`${DIRECTORY}/users?customer=my_customer&maxResults=3`, 'users');
    expect(short.sizes).toEqual([3, 2, 3]);
  });

  it('refuses what Google refuses', async () => {
    const refused = async (query: string): Promise<string> =>
      errorOf(await ask(`${DIRECTORY}/users${query}`));
    expect(await refused('')).toBe('400 badRequest');
    expect(await refused('?customer=my_customer&maxResults=501')).toBe('400 invalid');
    expect(await refused('?customer=my_customer&pageToken=guessed')).toBe('400 invalid');
    expect(await refused('?customer=my_customer&fields=users(passwort)')).toBe('400 invalidParameter');
    expect(await refused('/nobody@sweetcrumb.example')).toBe('404 notFound');
  });

  it('gives live backup codes to whoever asks, and the record shows who did', async () => {
    await read(`${DIRECTORY}/users/tom@sweetcrumb.example/verificationCodes`);
    expect(vendors.exchanges.map(({ route }) => route)).toEqual([
      `${DIRECTORY}/users/{userKey}/verificationCodes`,
    ]);
  });

  it('is for admins with the privilege; a free account has none', async () => {
    vendors.google.consent.user = 'lena@sweetcrumb.example';
    const lena = vendors.google.grant(READ).access.text;
    expect((await ask(`${DIRECTORY}/groups?customer=my_customer`, lena)).status).toBe(200);
    expect(await errorOf(await ask(`${DIRECTORY}/customer/my_customer/roles`, lena))).toBe('403 forbidden');
    vendors.google.consent.user = 'maria.crumb@gmail.example';
    const free = vendors.google.grant(READ).access.text;
    expect(await errorOf(await ask(`${DIRECTORY}/users?customer=my_customer`, free))).toBe('404 notFound');
    expect(await errorOf(await ask(TOKEN_LOG, free))).toBe('401 authError');
    expect(await read<object>(CONNECTIONS, free)).toHaveProperty('connections');
    const { files } = await read<{ files: readonly { ownedByMe: boolean }[] }>(
      '/drive/v3/files?fields=files(ownedByMe)',
      free,
    );
    expect(new Set(files.map(({ ownedByMe }) => ownedByMe))).toEqual(new Set([true]));
    expect(await read<object>('/oauth2/v2/userinfo', free)).not.toHaveProperty('hd');
  });
});

describe('the audit log', () => {
  interface Activity {
    readonly id: { readonly time: string };
    readonly events: readonly {
      readonly name: string;
      readonly parameters: readonly {
        readonly name: string;
        readonly value?: string;
        readonly intValue?: string;
      }[];
    }[];
  }
  const activities = async (
    address: string,
  ): Promise<{ readonly all: readonly Activity[]; readonly sizes: readonly number[] }> => {
    const { all, sizes } = await pages(address, 'items');
    return { all: all as readonly Activity[], sizes };
  };
  const valueOf = (activity: Activity, name: string): string | undefined => {
    const parameter = activity.events[0]?.parameters.find((one) => one.name === name);
    return parameter?.value ?? parameter?.intValue;
  };

  it('tells newest first what apps read, in pages that may be empty', async () => {
    const { all, sizes } = await activities(`${TOKEN_LOG}?maxResults=60`);
    expect(sizes[1]).toBe(40);
    expect(sizes[2]).toBe(0);
    const times = all.map(({ id }) => id.time);
    expect(times).toEqual(times.toSorted().toReversed());
    const read180 = Date.parse(times.at(-1) ?? '') - (vendors.clock.now() - 180 * 86_400_000);
    expect(read180).toBeGreaterThan(0);
    const bytes = all
      .filter((one) => valueOf(one, 'app_name') === 'ChatGPT')
      .map((one) => Number(valueOf(one, 'num_response_bytes') ?? 0))
      .reduce((sum, one) => sum + one, 0);
    expect(bytes).toBeGreaterThan(100_000_000);
    expect(new Set(all.map(({ events }) => events[0]?.name))).toEqual(
      new Set(['activity', 'authorize', 'revoke']),
    );
  });

  it('is read on from a day, by event and by app', async () => {
    const day = new Date(vendors.clock.now() - 50 * 86_400_000).toISOString();
    const { all } = await activities(`${TOKEN_LOG}?startTime=${day}&eventName=authorize`);
    expect(new Set(all.map((one) => valueOf(one, 'app_name')))).toEqual(new Set(['ChatGPT', 'Perplexity']));
    const zapier = await activities(`${TOKEN_LOG}?filters=${encodeURIComponent('app_name==Zapier')}`);
    expect(new Set(zapier.all.map((one) => valueOf(one, 'product_bucket')))).toEqual(
      new Set(['GMAIL', 'DRIVE', undefined]),
    );
    expect(await errorOf(await ask(`${TOKEN_LOG}?startTime=2026-11-01`))).toBe('400 invalid');
    expect(await errorOf(await ask(TOKEN_LOG.replace('token', 'tokens')))).toBe('400 invalid');
  });

  it('learns some hours later of consent to the simulation itself, and of its end', async () => {
    const given = vendors.google.grant(READ, { access_type: 'offline' });
    const ours = async (): Promise<readonly (string | undefined)[]> => {
      const recent = new Date(vendors.clock.now() - 6 * 3_600_000).toISOString();
      const again = vendors.google.grant(READ).access.text;
      const { items = [] } = await read<{ items?: readonly Activity[] }>(
        `${TOKEN_LOG}?startTime=${recent}&filters=app_name==Plumbline&eventName=revoke`,
        again,
      );
      return items.map(({ events }) => events[0]?.name);
    };
    await fetch(`${vendors.google.origin}/revoke?token=${given.refresh?.text ?? ''}`, { method: 'POST' });
    expect(await ours()).toEqual([]);
    vendors.clock.advance(3 * 3_600_000);
    expect(await ours()).toEqual(['revoke']);
  });
});

describe('Drive and Sheets', () => {
  interface File {
    readonly id: string;
    readonly name: string;
    readonly permissions?: readonly { readonly type: string; readonly emailAddress?: string }[];
  }
  const list = async (query: Readonly<Record<string, string>>): Promise<readonly File[]> =>
    (await pages(`/drive/v3/files?${new URLSearchParams(query).toString()}`, 'files')).all as readonly File[];
  const everywhere = {
    corpora: 'allDrives',
    includeItemsFromAllDrives: 'true',
    supportsAllDrives: 'true',
  } as const;

  it('finds what is shared with anybody, and only what was asked for comes back', async () => {
    const q = "trashed = false and (visibility = 'anyoneCanFind' or visibility = 'anyoneWithLink')";
    const found = await list({ q, pageSize: '1000' });
    expect(found.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Customer list 2026', 'Price list', 'Newsletter drafts']),
    );
    expect(
      found.some(({ name }) => ['Old customers', 'Catering orders', 'Subscribers August'].includes(name)),
    ).toBe(false);
    expect(Object.keys(found[0] ?? {})).toEqual(['kind', 'id', 'name', 'mimeType']);
  });

  it('reads q as Drive does: beginnings of words, not, in, dates, quotes', async () => {
    const names = async (q: string): Promise<readonly string[]> =>
      (await list({ q, pageSize: '1000' })).map(({ name }) => name);
    expect(await names("name contains 'cust' and not trashed = true")).toContain('Customer list 2026');
    expect(await names("name contains 'tomer'")).toEqual([]);
    expect(await names("'jo@pixelpantry.example' in writers")).toEqual(['Catering orders']);
    expect(await names(String.raw`name = 'O\'Hara'`)).toEqual([]);
    expect(await names("modifiedTime > '2026-11-01' and sharedWithMe = true")).toContain(
      'Customer phone numbers',
    );
    for (const wrong of ["id = '1'", 'sharedWithMe = false', "name like 'x'", "(name = 'x'", 'trashed']) {
      expect(await errorOf(await ask(`/drive/v3/files?q=${encodeURIComponent(wrong)}`))).toBe('400 invalid');
    }
  });

  it('tells of no permissions in shared drives, nor to whoever may not share', async () => {
    const fields = 'nextPageToken,files(id,name,driveId,shared,permissions(type,emailAddress))';
    const found = await list({ ...everywhere, fields, pageSize: '1000' });
    const by = (name: string): File | undefined => found.find((file) => file.name === name);
    expect(by('Customer list 2026')?.permissions?.map(({ type }) => type)).toEqual(['user', 'anyone']);
    expect(by('Market stalls 2026')).not.toHaveProperty('permissions');
    expect(by('Wedding clients')).not.toHaveProperty('permissions');
    expect(by('Wedding clients')).not.toHaveProperty('shared');
    const id = by('Wedding clients')?.id ?? '';
    expect(await errorOf(await ask(`/drive/v3/files/${id}/permissions`))).toBe('404 notFound');
    const told = await read<{ permissions: readonly { emailAddress?: string }[] }>(
      `/drive/v3/files/${id}/permissions?supportsAllDrives=true&fields=*`,
    );
    expect(told.permissions.map(({ emailAddress }) => emailAddress)).toContain('ruth.amsel@example.org');
    expect(await errorOf(await ask('/drive/v3/files?corpora=allDrives'))).toBe(
      '403 teamDrivesIncludeItemsRequired',
    );
  });

  it('names shared drives only to a wider right than that of names', async () => {
    const answer = await ask('/drive/v3/drives');
    expect(answer.headers.get('www-authenticate')).toContain('insufficient_scope');
    expect(await errorOf(answer)).toBe('403 insufficientPermissions');
  });

  it('gives the first rows of each tab, hidden ones too, but not of an uploaded workbook', async () => {
    const found = await list({ pageSize: '1000' });
    const idOf = (name: string): string => found.find((file) => file.name === name)?.id ?? '';
    const sheet = idOf('Newsletter drafts');
    const tabs = await read<object>(
      `/v4/spreadsheets/${sheet}?fields=sheets.properties(title,hidden,gridProperties)`,
    );
    expect(tabs).toMatchObject({
      sheets: [{ properties: { title: 'Ideas' } }, { properties: { hidden: true } }],
    });
    const ranges = ["'Ideas'!1:1", "'Maria''s list'!1:5"].map(
      (range) => `ranges=${encodeURIComponent(range)}`,
    );
    expect(await read<object>(`/v4/spreadsheets/${sheet}/values:batchGet?${ranges.join('&')}`)).toMatchObject(
      {
        valueRanges: [
          { range: 'Ideas!A1:Z1', values: [['Month', 'Topic', 'Picture']] },
          { range: "'Maria''s list'!A1:Z5", values: [['Name', 'E-mail', 'Signed up', 'City']] },
        ],
      },
    );
    const empty = await read<object>(
      `/v4/spreadsheets/${idOf('New customers')}/values:batchGet?ranges=Sheet1!1:1`,
    );
    expect(empty).toMatchObject({ valueRanges: [{ majorDimension: 'ROWS' }] });
    expect(JSON.stringify(empty)).not.toContain('values"');
    const workbook = await ask(`/v4/spreadsheets/${idOf('catering list 2023 (old).xlsx')}`);
    expect(await errorOf(workbook)).toBe('400 FAILED_PRECONDITION');
  });
});

describe('People', () => {
  it('has birthdays, notes and fields that somebody named herself', async () => {
    const { connections, totalItems } = await read<{
      connections: readonly Record<string, unknown>[];
      totalItems: number;
    }>(CONNECTIONS);
    expect(connections).toHaveLength(totalItems);
    expect(totalItems).toBe(12);
    const filled = (field: string): number => connections.filter((person) => field in person).length;
    expect([filled('birthdays'), filled('biographies'), filled('userDefined')]).toEqual([
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(filled('birthdays') * filled('biographies') * filled('userDefined')).toBeGreaterThan(0);
    expect(filled('emailAddresses')).toBe(0);
  });

  it('wants a mask, and the same question on every page', async () => {
    expect(await errorOf(await ask('/v1/people/me/connections'))).toBe('400 INVALID_ARGUMENT');
    expect(await errorOf(await ask('/v1/people/me/connections?personFields=email'))).toBe(
      '400 INVALID_ARGUMENT',
    );
    const { nextPageToken } = await read<{ nextPageToken: string }>(`${CONNECTIONS}&pageSize=5`);
    expect(await errorOf(await ask(`${CONNECTIONS}&pageSize=6&pageToken=${nextPageToken}`))).toBe(
      '400 INVALID_ARGUMENT',
    );
    expect((await pages(`${CONNECTIONS}&pageSize=5`, 'connections')).sizes).toEqual([5, 4, 3]);
  });

  it('lets ninety questions a minute pass', async () => {
    await Promise.all(Array.from({ length: 90 }, async () => ask(CONNECTIONS)));
    const refused = await ask(CONNECTIONS);
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(await errorOf(refused)).toBe('429 RESOURCE_EXHAUSTED');
  });
});

describe('what stands between an app and the data', () => {
  it('is told apart: no API, no right, no token', async () => {
    vendors.google.setCondition('people-api-not-enabled');
    expect(await errorOf(await ask(CONNECTIONS))).toBe('403 accessNotConfigured');
    vendors.google.setCondition('people-api-not-enabled', false);
    const narrow = vendors.google.grant([googleScope('userinfo.email')]).access.text;
    expect(await errorOf(await ask(CONNECTIONS, narrow))).toBe('403 insufficientPermissions');
    expect(await errorOf(await ask(CONNECTIONS, 'ya29.guessed'))).toBe('401 UNAUTHENTICATED');
    expect(await errorOf(await ask('/drive/v3/files', 'ya29.guessed'))).toBe('401 authError');
    expect((await ask('/drive/v3/nothing')).headers.get('content-type')).toContain('text/html');
  });
});

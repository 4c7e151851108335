import { ReadRefusedError } from '../contract/error.js';
import type { AppFact, Source } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import { AuthorizedAppPage, type ConnectedSite, ConnectedSitePage, WebhookPage } from './app.schema.js';
import type { NamedAudience } from './audience-names.js';
import type { MailchimpApi } from './mailchimp-api.js';
import type { AccountReading } from './account-reading.js';
import { gravest } from './shortfalls.js';
import { readWholeList, type WholeList } from './whole-list.js';

/**
 * Apps that somebody linked, sites that are connected, and hosts that are sent every change of a contact. What one of these
 * lists does not give is said, and the others are read all the same. Mailchimp's apps have no rights: each may do anything.
 */
export async function* readApps(
  { api, source, session: { ownDomains } }: AccountReading,
  audiences: WholeList<NamedAudience>,
): AsyncGenerator<AppFact, ResourceEnd> {
  const isOwn = (host: string): boolean =>
    ownDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  const lists = await Promise.all([
    orRefusal(readAuthorizedApps(api, source)),
    orRefusal(readConnectedSites(api, source, isOwn)),
    ...[batchWebhooks, ...audiences.items.map(({ audience }) => `/lists/${audience.id}/webhooks`)].map(
      (path) => orRefusal(readWebhooks(api, path, source, isOwn)),
    ),
  ]);
  const seen = new Set<string>();
  for (const app of lists.flatMap(({ items }) => items)) {
    const key = app.clientId ?? app.name;
    if (seen.has(key)) continue;
    seen.add(key);
    yield app;
  }
  // Whoever does not see every audience does not see its webhooks.
  const shortfall = gravest([...lists.map((list) => list.shortfall), audiences.shortfall]);
  return shortfall === null ? {} : { shortfall };
}

const batchWebhooks = '/batch-webhooks';

async function readAuthorizedApps(api: MailchimpApi, source: Source): Promise<WholeList<AppFact>> {
  const { items, shortfall } = await readWholeList(api, {
    path: '/authorized-apps',
    query: { fields: ['apps.id', 'apps.name', 'apps.users', 'total_items'] },
    shape: AuthorizedAppPage,
    itemsOf: ({ apps }) => apps,
    keyOf: ({ id }) => String(id),
  });
  return {
    items: items.map(({ id, name, users }) => ({
      kind: 'app',
      source,
      name,
      clientId: String(id),
      scopes: [],
      users: users.length,
    })),
    shortfall,
  };
}

/** A site of the business itself is nobody else's; what runs the shop on it is. */
async function readConnectedSites(
  api: MailchimpApi,
  source: Source,
  isOwn: (host: string) => boolean,
): Promise<WholeList<AppFact>> {
  const { items, shortfall } = await readWholeList(api, {
    path: '/connected-sites',
    query: { fields: ['sites.foreign_id', 'sites.domain', 'sites.platform', 'total_items'] },
    shape: ConnectedSitePage,
    itemsOf: ({ sites }) => sites,
    keyOf: ({ foreign_id: id, domain }) => `${id} ${domain}`,
  });
  const names = new Set(items.flatMap((site) => nameOf(site, isOwn) ?? []));
  return { items: [...names].map((name) => ({ kind: 'app', source, name, scopes: [] })), shortfall };
}

function nameOf({ domain, platform = '' }: ConnectedSite, isOwn: (host: string) => boolean): string | null {
  if (/^[a-z][\w .-]{1,60}$/iu.test(platform) && !/^(custom|other|none|unknown)$/iu.test(platform))
    return platform;
  const host = hostIn(domain);
  return host === null || isOwn(host) ? null : `Connected site ${host}`;
}

/** The host alone: the rest of such an address often is a password. */
async function readWebhooks(
  api: MailchimpApi,
  path: string,
  source: Source,
  isOwn: (host: string) => boolean,
): Promise<WholeList<AppFact>> {
  // Those of an audience come all at once, and without a choice of fields.
  const { items, shortfall } =
    path === batchWebhooks
      ? await readWholeList(api, {
          path,
          query: { fields: ['webhooks.id', 'webhooks.url', 'webhooks.enabled', 'total_items'] },
          shape: WebhookPage,
          itemsOf: ({ webhooks }) => webhooks,
          keyOf: ({ id }) => id,
        })
      : { items: (await api.get(WebhookPage, { path })).webhooks, shortfall: null };
  // One that is switched off is sent nothing.
  const hosts = new Set(items.flatMap(({ url, enabled }) => (enabled === false ? [] : (hostIn(url) ?? []))));
  return {
    items: [...hosts]
      .filter((host) => !isOwn(host))
      .map((host) => ({ kind: 'app', source, name: `Webhook to ${host}`, scopes: [] })),
    shortfall,
  };
}

function hostIn(address: string): string | null {
  const whole = /^https?:\/\//iu.test(address) ? address : `https://${address}`;
  return URL.canParse(whole) ? new URL(whole).hostname : null;
}

async function orRefusal(
  list: Promise<WholeList<AppFact>>,
): Promise<{ readonly items: readonly AppFact[]; readonly shortfall: Refusal | null }> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof ReadRefusedError) return { items: [], shortfall: error.refusal };
    throw error;
  }
}

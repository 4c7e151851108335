import { daysBefore } from '#scanner/example/calendar.js';
import type { Route, VendorContext } from '../../core/simulated-vendor.js';
import type { ApiRoute } from '../answers/api-route.js';
import { linksTo } from '../answers/link.js';
import { partOf } from '../answers/page.js';
import type { AccountAudience } from '../audiences/account-audiences.js';
import { audienceOf } from '../audiences/audience-routes.js';
import type { MailchimpErrors } from '../mailchimp-errors.js';
import { instantOf, timeText } from '../mailchimp-times.js';
import { BATCH_WEBHOOKS, LINKED_APPS, LINKED_SITES, WEBHOOKS } from './integrations.js';

type Body = Readonly<Record<string, unknown>>;

const APP_FIELDS = ['id', 'name', 'description', 'users'] as const;
const SITE_FIELDS = [
  'foreign_id',
  'store_id',
  'platform',
  'domain',
  'site_script.url',
  'site_script.fragment',
  'created_at',
  'updated_at',
] as const;
const EVENTS = ['subscribe', 'unsubscribe', 'profile', 'cleaned', 'upemail', 'campaign'] as const;
const SOURCES = ['user', 'admin', 'api'] as const;

/** Apps, sites and addresses that data goes to or comes from. */
export function integrationRoutes(
  { bakery, tokens }: VendorContext,
  audiences: readonly AccountAudience[],
  route: ApiRoute,
  errors: MailchimpErrors,
): readonly Route[] {
  const list = (
    path: string,
    name: string,
    fields: readonly string[],
    itemsOf: () => readonly Body[],
  ): Route =>
    route(
      path,
      { needs: 'admin', fields: [...fields.map((field) => `${name}.${field}`), 'total_items'] },
      ({ query }) => {
        const part = partOf(query);
        const items = itemsOf();
        if (part === null) return errors.invalid([{ field: 'count', message: 'Not valid.' }]);
        return {
          [name]: items.slice(part.offset, part.offset + part.count),
          total_items: items.length,
          _links: linksTo(path, 'CollectionResponse.json'),
        };
      },
    );
  /** Whoever came by OAuth, this program among them, is linked to the account. */
  const connected = (): readonly Body[] => {
    const names = new Set(
      tokens
        .all()
        .flatMap((token) => (tokens.isGood(token) && token.grant !== null ? [token.grant.client.name] : [])),
    );
    return [...names].map((name, place) => ({
      id: 900_100 + place,
      name,
      description: '',
      users: ['sweetcrumb'],
    }));
  };
  const apps = (): readonly Body[] => [
    ...LINKED_APPS.map(({ id, name, description, users }) => ({ id, name, description, users })),
    ...connected(),
  ];
  const since = timeText(instantOf(`${daysBefore(bakery.setting.opening, 200)} 10:00:00`));
  return [
    list('/authorized-apps', 'apps', APP_FIELDS, apps),
    route('/authorized-apps/{appId}', { needs: 'admin', fields: APP_FIELDS }, ({ parameters }) => {
      const found = apps().find(({ id }) => String(id) === parameters['appId']);
      return found ?? errors.noSuchResource();
    }),
    list('/connected-sites', 'sites', SITE_FIELDS, () =>
      LINKED_SITES.map(({ id, domain, platform }) => ({
        foreign_id: id,
        store_id: '',
        platform,
        domain,
        site_script: { url: `https://chimpstatic.example/${id}.js`, fragment: '' },
        created_at: since,
        updated_at: since,
      })),
    ),
    list('/batch-webhooks', 'webhooks', ['id', 'url', 'enabled'], () =>
      BATCH_WEBHOOKS.map(({ id, url, isEnabled }) => ({ id, url, enabled: isEnabled })),
    ),
    route('/lists/{listId}/webhooks', { needs: 'manager', fields: WEBHOOK_FIELDS }, (request) => {
      const found = audienceOf(audiences, request);
      if (found === null) return errors.noSuchResource();
      const { audience } = found;
      const webhooks = (audience.number === 0 ? WEBHOOKS : []).map(({ id, url }) => ({
        id,
        url,
        events: Object.fromEntries(EVENTS.map((event) => [event, event !== 'campaign'])),
        sources: Object.fromEntries(SOURCES.map((source) => [source, true])),
        list_id: audience.id,
      }));
      // All at once: neither fields nor pages are documented here.
      return { webhooks, list_id: audience.id, total_items: webhooks.length };
    }),
  ];
}

const WEBHOOK_FIELDS: readonly string[] = [
  'webhooks.id',
  'webhooks.url',
  ...EVENTS.map((event) => `webhooks.events.${event}`),
  ...SOURCES.map((source) => `webhooks.sources.${source}`),
  'webhooks.list_id',
  'list_id',
  'total_items',
];

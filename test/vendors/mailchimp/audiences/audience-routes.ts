import { daysBefore } from '#scanner/example/calendar.js';
import type { Route, SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import type { ApiRoute } from '../answers/api-route.js';
import { linksTo } from '../answers/link.js';
import { partOf } from '../answers/page.js';
import type { MailchimpErrors } from '../mailchimp-errors.js';
import { filterInstant, instantOf, timeText } from '../mailchimp-times.js';
import type { AccountAudience } from './account-audiences.js';

/** The audiences themselves. */
export function audienceRoutes(
  context: VendorContext,
  audiences: readonly AccountAudience[],
  route: ApiRoute,
  errors: MailchimpErrors,
): readonly Route[] {
  const body = (audience: AccountAudience, { query }: SimulatedRequest): unknown =>
    audienceBody(audience, context, query.get('include_total_contacts') === 'true');
  return [
    route(
      '/lists',
      {
        needs: 'author',
        fields: [
          ...AUDIENCE_FIELDS.map((field) => `lists.${field}`),
          'total_items',
          'constraints.may_create',
          'constraints.max_instances',
          'constraints.current_total_instances',
        ],
      },
      (request) => {
        const part = partOf(request.query);
        const found = matching(audiences, context, request.query);
        if (part === null || found === null)
          return errors.invalid([{ field: 'query', message: 'Not valid.' }]);
        const page = found.slice(part.offset, part.offset + part.count);
        return {
          lists: page.map((audience) => body(audience, request)),
          total_items: found.length,
          constraints: {
            may_create: true,
            max_instances: 100,
            current_total_instances: audiences.length,
          },
          _links: linksTo('/lists', 'Lists/CollectionResponse.json'),
        };
      },
    ),
    route('/lists/{listId}', { needs: 'author', fields: AUDIENCE_FIELDS }, (request) => {
      const found = audienceOf(audiences, request);
      return found === null ? errors.noSuchResource() : body(found, request);
    }),
  ];
}

/** The audience that a path names. */
export function audienceOf(
  audiences: readonly AccountAudience[],
  { parameters }: SimulatedRequest,
): AccountAudience | null {
  return audiences.find(({ audience }) => audience.id === parameters['listId']) ?? null;
}

function matching(
  audiences: readonly AccountAudience[],
  { bakery }: VendorContext,
  query: URLSearchParams,
): readonly AccountAudience[] | null {
  const since = filterInstant(query.get('since_date_created') ?? '1970-01-01');
  const before = filterInstant(query.get('before_date_created') ?? '2970-01-01');
  if (since === null || before === null) return null;
  const email = query.get('email');
  const found = audiences.filter(({ audience }) => {
    const made = madeAt(audience.number, bakery.setting.opening);
    if (typeof since === 'number' && made <= since) return false;
    if (typeof before === 'number' && made >= before) return false;
    return email === null || audience.placeOf(email) !== null;
  });
  // The first ones are the oldest.
  return query.get('sort_dir')?.toUpperCase() === 'DESC' ? found.toReversed() : found;
}

function madeAt(number: number, opening: string): number {
  return instantOf(`${daysBefore(opening, 1700 - number * 30)} 09:30:00`) ?? 0;
}

function audienceBody(
  { audience, isDoubleOptIn, extras }: AccountAudience,
  { bakery }: VendorContext,
  withTotal: boolean,
): Readonly<Record<string, unknown>> {
  const { opening } = bakery.setting;
  const { mergeFields, permissions } = extras();
  return {
    id: audience.id,
    web_id: audience.webId,
    name: audience.name,
    contact: {
      company: 'Sweet Crumb Bakery',
      address1: '4 Mill Lane',
      address2: '',
      city: 'Beacon',
      state: 'NY',
      zip: '12508',
      country: 'US',
      phone: '',
    },
    permission_reminder: 'You signed up at our counter or on our website.',
    use_archive_bar: true,
    campaign_defaults: {
      from_name: 'Sweet Crumb Bakery',
      from_email: 'hello@sweetcrumb.example',
      subject: '',
      language: 'en',
    },
    notify_on_subscribe: '',
    notify_on_unsubscribe: '',
    date_created: timeText(madeAt(audience.number, opening)),
    list_rating: 3,
    email_type_option: false,
    subscribe_url_short: `http://eepurl.example/${audience.id}`,
    subscribe_url_long: `https://sweetcrumb.us6.list-manage.com/subscribe?id=${audience.id}`,
    beamer_address: `us6-${audience.id}@inbound.mailchimp.example`,
    visibility: 'prv',
    double_optin: isDoubleOptIn,
    has_welcome: false,
    marketing_permissions: permissions.length > 0,
    modules: [],
    stats: {
      member_count: audience.count('subscribed'),
      ...(withTotal && { total_contacts: audience.size }),
      unsubscribe_count: audience.count('unsubscribed'),
      cleaned_count: audience.count('cleaned'),
      member_count_since_send: 3,
      unsubscribe_count_since_send: 0,
      cleaned_count_since_send: 0,
      campaign_count: 41,
      campaign_last_sent: timeText(instantOf(`${daysBefore(opening, 6)} 10:00:00`)),
      merge_field_count: mergeFields.length,
      avg_sub_rate: 12,
      avg_unsub_rate: 2,
      target_sub_rate: 4,
      open_rate: 38.2,
      click_rate: 4.1,
      last_sub_date: timeText(instantOf(`${daysBefore(opening, 2)} 09:51:00`)),
      last_unsub_date: timeText(instantOf(`${daysBefore(opening, 9)} 10:15:00`)),
    },
    _links: linksTo(`/lists/${audience.id}`, 'Lists/Response.json'),
  };
}

const AUDIENCE_FIELDS: readonly string[] = [
  'id',
  'web_id',
  'name',
  ...['company', 'address1', 'address2', 'city', 'state', 'zip', 'country', 'phone'].map(
    (field) => `contact.${field}`,
  ),
  'permission_reminder',
  'use_archive_bar',
  ...['from_name', 'from_email', 'subject', 'language'].map((field) => `campaign_defaults.${field}`),
  'notify_on_subscribe',
  'notify_on_unsubscribe',
  'date_created',
  'list_rating',
  'email_type_option',
  'subscribe_url_short',
  'subscribe_url_long',
  'beamer_address',
  'visibility',
  'double_optin',
  'has_welcome',
  'marketing_permissions',
  'modules',
  ...[
    'member_count',
    'total_contacts',
    'unsubscribe_count',
    'cleaned_count',
    'member_count_since_send',
    'unsubscribe_count_since_send',
    'cleaned_count_since_send',
    'campaign_count',
    'campaign_last_sent',
    'merge_field_count',
    'avg_sub_rate',
    'avg_unsub_rate',
    'target_sub_rate',
    'open_rate',
    'click_rate',
    'last_sub_date',
    'last_unsub_date',
  ].map((field) => `stats.${field}`),
];

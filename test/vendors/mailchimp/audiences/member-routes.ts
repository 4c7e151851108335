import type { Route, SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import type { ApiRoute } from '../answers/api-route.js';
import { wantedOf } from '../answers/field-selection.js';
import { linksTo } from '../answers/link.js';
import { partOf } from '../answers/page.js';
import type { FieldProblem, MailchimpErrors } from '../mailchimp-errors.js';
import { filterInstant } from '../mailchimp-times.js';
import type { AccountAudience } from './account-audiences.js';
import { audienceOf } from './audience-routes.js';
import type { MemberFilter, SortField } from './find-members.js';
import { MEMBER_FIELDS, memberBody } from './member-body.js';
import { personOf } from './member-plan.js';
import { cellOf } from './member-times.js';
import { isStatus } from './statuses.js';

/** Who is in an audience. */
export function memberRoutes(
  { bakery }: VendorContext,
  audiences: readonly AccountAudience[],
  route: ApiRoute,
  errors: MailchimpErrors,
): readonly Route[] {
  const fields = [...MEMBER_FIELDS.map((field) => `members.${field}`), 'list_id', 'total_items'];
  return [
    route('/lists/{listId}/members', { needs: 'manager', fields }, (request) => {
      const found = audienceOf(audiences, request);
      if (found === null) return errors.noSuchResource();
      const { audience, finder } = found;
      const { query } = request;
      const status = query.get('status');
      if (query.has('since_last_campaign') && status === null)
        return errors.badRequest('Status is required when using since_last_campaign filter.');
      if (query.has('unsubscribed_since') && status !== 'unsubscribed')
        return errors.badRequest('Status must be unsubscribed when using unsubscribed_since filter.');
      const extras = found.extras();
      const wants = wantedOf(query, 'members');
      const { filter, problems } = filterOf(query, extras.changedAtOnce);
      const part = partOf(query);
      if (part === null || problems.length > 0)
        return errors.invalid([...problems, ...(part === null ? [NO_PART] : [])]);
      const places = narrowed(finder.find(filter), found, query, bakery);
      return {
        members: places
          .slice(part.offset, part.offset + part.count)
          .map((place) => memberBody(bakery, audience, place, extras, wants)),
        list_id: audience.id,
        total_items: places.length,
        _links: linksTo(`/lists/${audience.id}/members`, 'Lists/Members/CollectionResponse.json'),
      };
    }),
    route('/lists/{listId}/members/{name}', { needs: 'manager', fields: MEMBER_FIELDS }, (request) => {
      const found = audienceOf(audiences, request);
      const place = found?.audience.placeOf(request.parameters['name'] ?? '') ?? null;
      return found === null || place === null
        ? errors.noSuchResource()
        : memberBody(bakery, found.audience, place, found.extras(), () => true);
    }),
    route(
      '/lists/{listId}/members/{name}/tags',
      { needs: 'manager', fields: ['tags.id', 'tags.name', 'tags.date_added', 'total_items'] },
      (request) => tagsOf(request, audiences, bakery) ?? errors.noSuchResource(),
    ),
  ];
}

const NO_PART: FieldProblem = { field: 'count', message: 'Schema describes integer, string found instead' };
const SORT_FIELDS: ReadonlySet<string> = new Set(['timestamp_opt', 'timestamp_signup', 'last_changed']);

function filterOf(
  query: URLSearchParams,
  changedAtOnce: number | null,
): { readonly filter: MemberFilter; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const instant = (field: string): number | null => {
    const text = query.get(field);
    if (text === null || text === '') return null;
    const found = filterInstant(text);
    if (found === null) problems.push({ field, message: 'This value should be a valid date time.' });
    return typeof found === 'number' ? found : null;
  };
  const oneOf = (field: string, isOne: (text: string) => boolean): string | null => {
    const text = query.get(field);
    if (text === null || text === '') return null;
    if (!isOne(text)) problems.push({ field, message: 'This value is not a valid choice.' });
    return text;
  };
  const status = oneOf('status', isStatus);
  const sortField = oneOf('sort_field', (text) => SORT_FIELDS.has(text));
  const direction = oneOf('sort_dir', (text) => /^(asc|desc)$/iu.test(text));
  const filter = {
    status: status !== null && isStatus(status) ? status : null,
    sinceChanged: latest(instant('since_last_changed'), instant('unsubscribed_since')),
    beforeChanged: instant('before_last_changed'),
    sinceOptedIn: instant('since_timestamp_opt'),
    beforeOptedIn: instant('before_timestamp_opt'),
    changedAtOnce,
    sortField: sortField as SortField | null,
    isDescending: direction?.toLowerCase() === 'desc',
  };
  return { filter, problems };
}

function latest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** Filters that hardly anybody uses: by one address of many audiences, by VIPs of whom there are none, by groups. */
function narrowed(
  places: readonly number[],
  { audience, categories, extras }: AccountAudience,
  query: URLSearchParams,
  bakery: VendorContext['bakery'],
): readonly number[] {
  if (query.get('vip_only') === 'true' || query.get('email_type') === 'text') return [];
  const uniqueId = query.get('unique_email_id');
  const wanted = query.get('interest_ids')?.split(',') ?? [];
  const match = query.get('interest_match');
  if (uniqueId === null && (wanted.length === 0 || match === null || categories.length === 0)) return places;
  const ids = extras().interests.map(({ id }) => id);
  return places.filter((place) => {
    const member = audience.member(place);
    const customer = personOf(bakery, member);
    if (uniqueId !== null) return cellOf(customer, member, bakery.setting, 'EUID') === uniqueId;
    const isIn = wanted.map((id) => (customer.index + ids.indexOf(id)) % 3 === 0);
    if (match === 'all') return isIn.every(Boolean);
    return match === 'any' ? isIn.some(Boolean) : !isIn.some(Boolean);
  });
}

function tagsOf(
  request: SimulatedRequest,
  audiences: readonly AccountAudience[],
  bakery: VendorContext['bakery'],
): unknown {
  const found = audienceOf(audiences, request);
  const place = found?.audience.placeOf(request.parameters['name'] ?? '') ?? null;
  if (found === null || place === null) return null;
  const { tags, timestamp_opt } = memberBody(bakery, found.audience, place, found.extras(), () => true);
  const all = (tags as readonly Readonly<Record<string, unknown>>[]).map((tag) => ({
    ...tag,
    date_added: timestamp_opt,
  }));
  const part = partOf(request.query) ?? { offset: 0, count: 10 };
  return {
    tags: all.slice(part.offset, part.offset + part.count),
    total_items: all.length,
    _links: linksTo(request.path.slice('/3.0'.length), 'Lists/Members/Tags/CollectionResponse.json'),
  };
}

import type { Route, SimulatedRequest } from '../../core/simulated-vendor.js';
import type { ApiRoute } from '../answers/api-route.js';
import { linksTo } from '../answers/link.js';
import { partOf } from '../answers/page.js';
import type { MailchimpErrors } from '../mailchimp-errors.js';
import type { AccountAudience, InterestCategory } from './account-audiences.js';
import { audienceOf } from './audience-routes.js';
import { MERGE_FIELD_FIELDS, mergeFieldBody } from './merge-fields.js';
import { tagIdOf, TAGS } from './member-body.js';

type Body = Readonly<Record<string, unknown>>;

const CATEGORY_FIELDS = ['list_id', 'id', 'title', 'display_order', 'type'] as const;
const INTEREST_FIELDS = [
  'category_id',
  'list_id',
  'id',
  'name',
  'subscriber_count',
  'display_order',
] as const;
const SEGMENT_FIELDS = [
  'id',
  'name',
  'member_count',
  'type',
  'created_at',
  'updated_at',
  'options.match',
  'options.conditions',
  'list_id',
] as const;

/** What an audience knows of its members beside who they are: fields, groups, segments, tags. */
export function fieldRoutes(
  audiences: readonly AccountAudience[],
  route: ApiRoute,
  errors: MailchimpErrors,
): readonly Route[] {
  const list = (
    path: string,
    name: string,
    fields: readonly string[],
    itemsOf: (audience: AccountAudience, request: SimulatedRequest) => readonly Body[] | null,
  ): Route =>
    route(
      `/lists/{listId}${path}`,
      { needs: 'manager', fields: [...fields.map((field) => `${name}.${field}`), ...LIST_FIELDS] },
      (request) => {
        const found = audienceOf(audiences, request);
        const items = found === null ? null : itemsOf(found, request);
        const part = partOf(request.query);
        if (items === null) return errors.noSuchResource();
        if (part === null) return errors.invalid([{ field: 'count', message: 'Not valid.' }]);
        return {
          list_id: request.parameters['listId'],
          ...(request.parameters['categoryId'] !== undefined && {
            category_id: request.parameters['categoryId'],
          }),
          [name]: items.slice(part.offset, part.offset + part.count),
          total_items: items.length,
          _links: linksTo(request.path.slice('/3.0'.length), 'Lists/CollectionResponse.json'),
        };
      },
    );
  return [
    list('/merge-fields', 'merge_fields', MERGE_FIELD_FIELDS, ({ audience, extras }, { query }) =>
      extras()
        .mergeFields.filter(({ type }) => !query.has('type') || query.get('type') === type)
        .filter(() => query.get('required') !== 'true')
        .map((field) => mergeFieldBody(field, audience.id)),
    ),
    route(
      '/lists/{listId}/merge-fields/{mergeId}',
      { needs: 'manager', fields: MERGE_FIELD_FIELDS },
      (request) => {
        const found = audienceOf(audiences, request);
        const field = found
          ?.extras()
          .mergeFields.find(({ mergeId }) => String(mergeId) === request.parameters['mergeId']);
        return found === null || field === undefined
          ? errors.noSuchResource()
          : mergeFieldBody(field, found.audience.id);
      },
    ),
    list('/interest-categories', 'categories', CATEGORY_FIELDS, ({ audience, categories }, { query }) =>
      categories
        .filter(({ type }) => !query.has('type') || query.get('type') === type)
        .map((category, place) => categoryBody(category, place, audience.id)),
    ),
    list(
      '/interest-categories/{categoryId}/interests',
      'interests',
      INTEREST_FIELDS,
      ({ audience, categories }, { parameters }) => {
        const category = categories.find(({ id }) => id === parameters['categoryId']);
        return category === undefined ? null : interestBodies(category, audience.id);
      },
    ),
    list('/segments', 'segments', SEGMENT_FIELDS, ({ audience }, { query }) =>
      query.has('type') && query.get('type') !== 'static'
        ? []
        : TAGS.map((tag) => segmentBody(tag, audience.id)),
    ),
    route(
      '/lists/{listId}/tag-search',
      { needs: 'manager', fields: ['tags.id', 'tags.name', 'total_items'] },
      (request) => {
        if (audienceOf(audiences, request) === null) return errors.noSuchResource();
        const start = (request.query.get('name') ?? '').toLowerCase();
        const tags = TAGS.filter((name) => name.toLowerCase().startsWith(start)).map((name) => ({
          id: tagIdOf(name),
          name,
        }));
        return { tags, total_items: tags.length };
      },
    ),
  ];
}

const LIST_FIELDS = ['list_id', 'category_id', 'total_items'] as const;

function categoryBody({ id, title, type }: InterestCategory, place: number, listId: string): Body {
  return { list_id: listId, id, title, display_order: place, type };
}

function interestBodies({ id, interests }: InterestCategory, listId: string): readonly Body[] {
  return interests.map((interest, place) => ({
    category_id: id,
    list_id: listId,
    id: interest.id,
    name: interest.name,
    // Text, though it counts.
    subscriber_count: String(40 - place),
    display_order: place + 1,
  }));
}

/** A tag is a segment that somebody fills by hand. */
function segmentBody(name: string, listId: string): Body {
  return {
    id: tagIdOf(name),
    name,
    member_count: 12,
    type: 'static',
    created_at: '2023-03-04T15:00:00+00:00',
    updated_at: '2026-01-09T15:00:00+00:00',
    options: { match: 'any', conditions: [] },
    list_id: listId,
  };
}

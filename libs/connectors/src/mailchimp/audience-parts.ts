import type { Refusal } from '../contract/refusal.js';
import {
  type Audience,
  InterestCategoryPage,
  InterestPage,
  type MarketingPermission,
  MergeFieldPage,
  PermissionSample,
} from './audience.schema.js';
import type { AudienceParts } from './audience-fields.js';
import type { MailchimpApi } from './mailchimp-api.js';
import { gravest, notGiven } from './shortfalls.js';
import { readWholeList } from './whole-list.js';

/** Members whose consents by text are looked at: all have the same ones. */
const LOOKED_AT = 10;

/** The merge fields, groups and consent texts of an audience. Throws a ReadRefusedError. */
export async function readAudienceParts(
  api: MailchimpApi,
  audience: Audience,
): Promise<{ readonly parts: AudienceParts; readonly shortfall: Refusal | null }> {
  const path = `/lists/${audience.id}`;
  const [mergeFields, categories, permissions] = await Promise.all([
    readWholeList(api, {
      path: `${path}/merge-fields`,
      query: { fields: MERGE_FIELDS },
      shape: MergeFieldPage,
      itemsOf: ({ merge_fields: items }) => items,
      keyOf: ({ tag }) => tag,
    }),
    readWholeList(api, {
      path: `${path}/interest-categories`,
      query: { fields: CATEGORIES },
      shape: InterestCategoryPage,
      itemsOf: ({ categories: items }) => items,
      keyOf: ({ id }) => id,
    }),
    readPermissions(api, audience),
  ]);
  const groups = await Promise.all(
    categories.items.map(async (category) => ({
      category,
      interests: await readWholeList(api, {
        path: `${path}/interest-categories/${category.id}/interests`,
        query: { fields: INTERESTS },
        shape: InterestPage,
        itemsOf: ({ interests: items }) => items,
        keyOf: ({ id }) => id,
      }),
    })),
  );
  return {
    parts: {
      mergeFields: mergeFields.items,
      groups: groups.map(({ category, interests }) => ({ category, interests: interests.items })),
      permissions: permissions.items,
    },
    shortfall: gravest([
      mergeFields.shortfall,
      categories.shortfall,
      permissions.shortfall,
      ...groups.map(({ interests }) => interests.shortfall),
    ]),
  };
}

/** No list of them exists: any member has them all. */
async function readPermissions(
  api: MailchimpApi,
  { id, marketing_permissions: isOn }: Audience,
): Promise<{ readonly items: readonly MarketingPermission[]; readonly shortfall: Refusal | null }> {
  if (!isOn) return { items: [], shortfall: null };
  const { members, total_items: total } = await api.get(PermissionSample, {
    path: `/lists/${id}/members`,
    query: { fields: PERMISSIONS, count: LOOKED_AT },
  });
  const found = members.flatMap(({ marketing_permissions: given = [] }) => given);
  const items = [...new Map(found.map((one) => [one.marketing_permission_id, one])).values()];
  const isMissing = items.length === 0 && total > 0;
  return { items, shortfall: isMissing ? notGiven(['marketing_permissions']) : null };
}

const MERGE_FIELDS = [
  'merge_fields.merge_id',
  'merge_fields.tag',
  'merge_fields.name',
  'merge_fields.type',
  'merge_fields.options.choices',
  'total_items',
];
const CATEGORIES = ['categories.id', 'categories.title', 'categories.type', 'total_items'];
const INTERESTS = ['interests.id', 'interests.name', 'total_items'];
const PERMISSIONS = [
  'members.marketing_permissions.marketing_permission_id',
  'members.marketing_permissions.text',
  'total_items',
];

import type { Source } from '../contract/fact.js';
import {
  type Column,
  columnsOf,
  comparable,
  customColumn,
  isRead,
  type OwnField,
} from '../kit/field-plan.js';
import { mailchimpMemberFields } from '../kit/vendor-fields/mailchimp-member.js';
import type { Interest, InterestCategory, MarketingPermission, MergeField } from './audience.schema.js';
import type { NamedAudience } from './audience-names.js';
import type { Member } from './member.schema.js';
import { mergeText } from './merge-text.js';
import { type MemberField, ownFields } from './own-fields.js';

export const OBJECT = 'member';

/** What an audience keeps of its members, beside what Mailchimp keeps of everybody. */
export interface AudienceParts {
  readonly mergeFields: readonly MergeField[];
  readonly groups: readonly {
    readonly category: InterestCategory;
    readonly interests: readonly Interest[];
  }[];
  readonly permissions: readonly MarketingPermission[];
}

/** The columns of an audience, and what fills them. */
export interface AudiencePlan {
  readonly columns: readonly Column<Member>[];
  /** For the parameter `fields` of Mailchimp: what is asked for of each member, and no more. */
  readonly asks: readonly string[];
  /** Merge fields that every member has, be they empty. */
  readonly tags: readonly string[];
}

/** The merge fields that Mailchimp gives a new audience, by the names that their columns have in an export. */
const DEFAULTS = new Map(
  mailchimpMemberFields
    .filter(({ header, tag }) => header !== tag && tag !== 'EMAIL')
    .map((field) => [comparable(field.header), field]),
);

/** Asked for of everybody: what tells who it is, and when she was changed last. */
const ALWAYS = ['members.contact_id', 'members.web_id', 'members.status', 'members.last_changed'];
/** Fields that every member must have, and that cost little: so their form is known. */
const ASKED_OF_ALL = [
  'email_address',
  'unique_email_id',
  'merge_fields',
  'timestamp_signup',
  'ip_signup',
  'timestamp_opt',
  'ip_opt',
  'language',
  'email_client',
].map((name) => `members.${name}`);

export function planOf(
  parts: AudienceParts,
  { audience, list }: NamedAudience,
  { source, alsoRead }: { readonly source: Source; readonly alsoRead: readonly string[] },
): AudiencePlan {
  const where = { source, object: OBJECT, ...(list !== null && { list }) };
  const fields = ownFields(audience);
  const own = columnsOf(fields.map(withoutAsks), { ...where, alsoRead });
  const names = new FreeNames(fields.map(({ name }) => name));
  const merge = parts.mergeFields
    .toSorted((left, right) => left.merge_id - right.merge_id)
    .map((field) => mergeColumn(field, names, where));
  const groups = parts.groups.map(({ category, interests }) =>
    customColumn<Member>(
      category.title,
      where,
      ({ interests: chosen = {} }) =>
        interests
          .filter(({ id }) => chosen[id] === true)
          .map(({ name }) => name)
          .join(', '),
      {
        name: names.take(category.title, category.id),
        type: category.type,
        options: interests.map(({ name }) => name),
      },
    ),
  );
  const permissions = parts.permissions.map((permission) => permissionColumn(permission, names, where));
  const read = fields.filter((_, at) => own[at] !== undefined && isRead(own[at]));
  return {
    columns: [...own, ...merge, ...groups, ...permissions],
    asks: [
      ...new Set([
        ...ALWAYS,
        ...ASKED_OF_ALL,
        ...read.map(({ asks }) => asks),
        ...(groups.length > 0 ? ['members.interests'] : []),
        ...(permissions.length > 0
          ? ['members.marketing_permissions.marketing_permission_id', 'members.marketing_permissions.enabled']
          : []),
      ]),
    ],
    tags: parts.mergeFields.map(({ tag }) => tag),
  };
}

function withoutAsks({ name, label, type, category, role, value }: MemberField): OwnField<Member> {
  return { name, label, type, value, ...(category && { category }), ...(role && { role }) };
}

type Where = Parameters<typeof customColumn>[1];

/** Known by its name as exports are, which have no tags (E20); with the tag of a default field. */
function mergeColumn(field: MergeField, names: FreeNames, where: Where): Column<Member> {
  const { tag, name, type, options } = field;
  const value = ({ merge_fields }: Member): string => mergeText(merge_fields[tag], tag);
  const known = DEFAULTS.get(comparable(name));
  if (known !== undefined && names.isFree(known.tag)) {
    const { category, role } = known;
    return {
      fact: {
        kind: 'field',
        ...where,
        name: names.take(known.tag, tag),
        label: name,
        type,
        custom: false,
        category,
        ...(role && { role }),
      },
      value,
    };
  }
  return customColumn<Member>(name === '' ? tag : name, where, value, {
    name: names.take(name, tag),
    type,
    ...(options?.choices !== undefined && { options: options.choices }),
  });
}

/** What somebody agreed to by a text of its own. */
function permissionColumn(
  { marketing_permission_id: id, text }: MarketingPermission,
  names: FreeNames,
  where: Where,
): Column<Member> {
  return {
    fact: {
      kind: 'field',
      ...where,
      name: names.take(text, id),
      label: text,
      type: 'marketing_permission',
      custom: false,
      category: 'user.privacy_preferences',
    },
    value: ({ marketing_permissions: given = [] }) =>
      given.some((one) => one.marketing_permission_id === id && one.enabled) ? 'true' : '',
  };
}

/** Names that no other field of the audience has. */
class FreeNames {
  private readonly taken: Set<string>;

  constructor(taken: readonly string[]) {
    this.taken = new Set(taken);
  }

  isFree(name: string): boolean {
    return !this.taken.has(name);
  }

  /** The name itself where it is one of Mailchimp's tags, else comparable; `mark` tells it from another of the same name. */
  take(name: string, mark: string): string {
    const own = DEFAULT_TAGS.has(name) ? name : comparable(name);
    const free = [own, mark, `${own} (${mark})`].find((one) => one !== '' && this.isFree(one)) ?? mark;
    this.taken.add(free);
    return free;
  }
}

const DEFAULT_TAGS: ReadonlySet<string> = new Set([...DEFAULTS.values()].map(({ tag }) => tag));

import type { Path } from '../text/value.js';

/** What can be chosen from: words that the policy knows, or names that stand in it. */
export type Choices = 'systems' | 'purposes' | 'roles' | 'categories' | 'connectors' | readonly string[];

/** How a value is filled in: a line, a list on one line, one or several of what there is, a level for each tool. */
export interface Field {
  readonly path: Path;
  /** Its words; the last part of the path unless said. */
  readonly word?: string;
  readonly as: 'line' | 'list' | 'one' | 'several' | 'levels';
  readonly from?: Choices;
}

export interface Section {
  readonly key: string;
  /** One set of fields, a list of entries, or entries by name. */
  readonly kind: 'fields' | 'list' | 'named';
  readonly fields: readonly Field[];
  /** What a closed entry shows, in this order. */
  readonly shows: readonly string[];
}

const line = (...path: Path): Field => ({ path, as: 'line' });
const list = (...path: Path): Field => ({ path, as: 'list' });
const one = (from: Choices, ...path: Path): Field => ({ path, as: 'one', from });
const several = (from: Choices, ...path: Path): Field => ({ path, as: 'several', from });
const called = (field: Field, word: string): Field => ({ ...field, word });
const ANSWERS = ['yes', 'no'];

/** The page, from top to bottom. What is rare (single fields, exceptions) stands in the text alone. */
export const sections: readonly Section[] = [
  {
    key: 'business',
    kind: 'fields',
    fields: [line('owner'), line('country'), line('time_zone'), list('domains'), list('subjects')],
    shows: [],
  },
  {
    key: 'systems',
    kind: 'named',
    fields: [one('connectors', 'connector'), several('purposes', 'purposes'), list('files')],
    shows: ['connector', 'purposes'],
  },
  {
    key: 'purposes',
    kind: 'named',
    fields: [
      line('why'),
      one(
        ['consent', 'contract', 'legal_obligation', 'legitimate_interests', 'public_task', 'vital_interests'],
        'basis',
      ),
    ],
    shows: ['why'],
  },
  {
    key: 'data',
    kind: 'list',
    fields: [one('categories', 'category'), several('purposes', 'for'), several('systems', 'in')],
    shows: ['category', 'in'],
  },
  {
    key: 'people',
    kind: 'list',
    fields: [line('email'), several('roles', 'roles'), list('also')],
    shows: ['email', 'roles'],
  },
  {
    key: 'access',
    kind: 'list',
    fields: [line('role'), { path: ['systems'], word: 'levels', as: 'levels', from: 'systems' }],
    shows: ['role', 'systems'],
  },
  {
    key: 'apps',
    kind: 'list',
    fields: [line('name'), line('vendor'), several('systems', 'systems'), list('scopes'), line('client_id')],
    shows: ['name', 'scopes'],
  },
  {
    key: 'retention',
    kind: 'list',
    fields: [
      called(one(['customers', 'leads'], 'subjects'), 'subjects_of'),
      line('keep'),
      one(['last_purchase', 'last_activity'], 'after'),
    ],
    shows: ['subjects', 'keep'],
  },
  {
    key: 'consent',
    kind: 'list',
    fields: [
      one('purposes', 'purpose'),
      several('systems', 'in'),
      one(['opt_in_timestamp', 'double_opt_in', 'legal_basis'], 'requires'),
    ],
    shows: ['purpose', 'in'],
  },
  {
    key: 'vendors',
    kind: 'list',
    fields: [
      line('name'),
      several('systems', 'systems'),
      line('vetted'),
      line('vet_every'),
      one(ANSWERS, 'answers', 'data_stays_ours'),
      one([...ANSWERS, 'opted_out'], 'answers', 'trains_shared_ai'),
      line('answers', 'opted_out_on'),
      one(ANSWERS, 'answers', 'shares_aggregated_data'),
      one(ANSWERS, 'answers', 'deletion_on_request'),
      called(line('dpa', 'signed'), 'dpa_signed'),
      called(line('dpa', 'expires'), 'dpa_expires'),
    ],
    shows: ['name', 'vetted'],
  },
  {
    key: 'duties',
    kind: 'fields',
    fields: [
      line('reviewed'),
      line('review_every'),
      called(line('audit', 'every'), 'audit_every'),
      called(line('audit', 'last'), 'audit_last'),
      line('access_rules', 'inactive_after'),
      called(line('training', 'every'), 'training_every'),
      list('security'),
    ],
    shows: [],
  },
];

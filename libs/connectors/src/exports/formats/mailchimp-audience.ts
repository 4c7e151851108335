import { mailchimpMemberFields } from '../../kit/vendor-fields/mailchimp-member.js';
import { plainName } from '../tables/plain-name.js';
import type { Column, RecordFormat } from './format.js';
import { listName } from './list-name.js';

const byHeader = new Map(mailchimpMemberFields.map((field) => [plainName(field.header), field]));

/** In the words of the API: what the name of a file says of the members in it. */
const STATUSES: readonly (readonly [word: RegExp, status: string])[] = [
  [/non[-_ ]?subscribed|transactional/, 'transactional'],
  [/unsubscribed/, 'unsubscribed'],
  [/subscribed/, 'subscribed'],
  [/cleaned/, 'cleaned'],
  [/archived/, 'archived'],
  [/pending/, 'pending'],
];

/** Audience > Export: a zip of one file per status. The status is in the file's name and nowhere else. */
export const mailchimpAudience: RecordFormat = {
  gives: 'records',
  title: 'Mailchimp audience',
  connector: 'mailchimp',
  object: 'member',
  choosesColumns: false,
  groups: false,
  recognises: (names) =>
    (names.has('leid') && names.has('euid')) || (names.has('member_rating') && names.has('optin_time')),
  open({ path, header, names }) {
    const status = statusOf(path);
    const list = listName(path);
    const status_: Column = {
      name: 'status',
      label: '',
      type: 'string',
      custom: false,
      category: 'none',
      role: 'status',
    };
    return {
      columns: [...header.map((label, at) => column(label, names[at] ?? '')), status_],
      ...(list === null ? {} : { list }),
      arrange: (cells) => [...cells, status],
    };
  },
};

function column(label: string, name: string): Column {
  const field = byHeader.get(name);
  if (field === undefined) return { name, label, type: 'unknown', custom: true };
  const { tag, type, category, role } = field;
  return { name: tag, label, type, custom: false, category, ...(role === undefined ? {} : { role }) };
}

function statusOf(path: string): string {
  const file = (path.split('/').at(-1) ?? '').toLowerCase();
  return STATUSES.find(([word]) => word.test(file))?.[1] ?? '';
}

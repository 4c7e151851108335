import { hubspotContactFields } from '../../kit/vendor-fields/hubspot-contact.js';
import { plainName } from '../tables/plain-name.js';
import type { Column, RecordFormat } from './format.js';

type VendorField = (typeof hubspotContactFields)[number];

/** By label, as exports have labels for headers; two properties can share one, in the order of the table. */
const byLabel = Map.groupBy(hubspotContactFields, ({ label }) => plainName(label));

const byName = new Map(hubspotContactFields.map((field) => [field.name, field]));

/** Contacts > Export view. Columns are those of the view; their headers are the labels of properties, or their names if that was ticked. */
export const hubspotContacts: RecordFormat = {
  gives: 'records',
  title: 'HubSpot contacts',
  connector: 'hubspot',
  object: 'contact',
  choosesColumns: true,
  groups: false,
  recognises(names) {
    if (names.has('hs_object_id')) return names.has('email') || names.has('firstname');
    if (!names.has('record id') || names.has('company owner') || names.has('deal name')) return false;
    const isPerson = ['email', 'first name', 'last name'].some((name) => names.has(name));
    return isPerson && [...names].filter((name) => byLabel.has(name)).length >= 3;
  },
  open({ header, names }) {
    const used = new Map<string, number>();
    return {
      columns: header.map((label, at) => {
        const name = names[at] ?? '';
        const nth = used.get(name) ?? 0;
        used.set(name, nth + 1);
        const field = byLabel.get(name)?.[nth] ?? (nth === 0 ? byName.get(name) : undefined);
        return field === undefined ? unlisted(label, name) : ownColumn(field, label);
      }),
    };
  },
};

function ownColumn({ name, type, category, role }: VendorField, label: string): Column {
  return { name, label, type, custom: false, category, ...(role === undefined ? {} : { role }) };
}

/** Columns that HubSpot names by a pattern, or adds to exports; anything else the business defined itself. */
function unlisted(label: string, name: string): Column {
  const own = { name, label, type: 'unknown', custom: false } as const;
  if (name.startsWith('opted out of email: ')) {
    return { ...own, type: 'enumeration', category: 'user.privacy_preferences', role: 'opt_out' };
  }
  if (/^(date (entered|exited)|(cumulative|latest) time in) ".+ \(.+ pipeline\)"$/.test(name)) {
    return { ...own, category: 'none' };
  }
  if (name === 'associated company') return { ...own, category: 'user.contact.organization' };
  if (/^associated (note|email|call|meeting|task|conversation|message)s?$/.test(name)) {
    return { ...own, category: 'user.content.private' };
  }
  if (/^associated .*( ids?|deals?|tickets?|companies|contacts?)$/.test(name))
    return { ...own, category: 'none' };
  return { name, label, type: 'unknown', custom: true };
}

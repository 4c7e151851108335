import { changedShape } from '../kit/guard/refusals.js';
import { refusedError } from './shortfalls.js';

/** What stands in a merge field; "" where nothing does. Throws a ReadRefusedError for a form that Mailchimp's never have. */
export function mergeText(value: unknown, tag: string): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    case 'undefined':
      return '';
    default:
      if (value === null) return '';
      if (typeof value === 'object' && !Array.isArray(value)) return addressText(value as AddressParts, tag);
      throw otherForm(tag);
  }
}

type AddressParts = Readonly<Record<string, unknown>>;

/** One part behind the other; a country alone is the form's own, and no address. */
function addressText(address: AddressParts, tag: string): string {
  const parts = Object.entries(address).flatMap(([name, part]) => {
    if (part === null || part === '') return [];
    if (typeof part !== 'string' && typeof part !== 'number') throw otherForm(tag);
    return [{ name, text: String(part) }];
  });
  return parts.every(({ name }) => name === 'country') ? '' : parts.map(({ text }) => text).join(', ');
}

function otherForm(tag: string): Error {
  return refusedError(changedShape('Mailchimp', `members[].merge_fields.${tag}`));
}

import { policyWords } from '../../../words/policy.js';
import { textsOf, valueAt } from '../form/page.js';
import type { Edit } from '../text/value.js';
import { placeOf } from './on-the-page.js';
import type { Page, Proposal } from './proposal.js';

interface Found {
  readonly categories: readonly string[];
  readonly system: string;
  /** Each as `object.name`. */
  readonly fields: readonly string[];
}

/** Lets kinds of data be in a system. */
export function allowing(page: Page, { categories, system, fields }: Found): readonly Edit[] {
  return categories.flatMap((category): readonly Edit[] => {
    const place = placeOf(page['data'], 'category', category);
    if (place < 0) return [{ kind: 'add', path: ['data'], value: { category, in: [system] } }];
    const entry = ['data', place] as const;
    const places = textsOf(valueAt(page, [...entry, 'in']));
    const only = valueAt(page, [...entry, 'fields', system]);
    const names = fields.map((field) => field.slice(field.indexOf('.') + 1));
    return [
      ...(places.includes(system)
        ? []
        : [{ kind: 'set', path: [...entry, 'in'], value: [...places, system] } as const]),
      // Where the page names single fields, all others stay forbidden.
      ...(only === undefined
        ? []
        : [
            {
              kind: 'set',
              path: [...entry, 'fields', system],
              value: [...new Set([...textsOf(only), ...names])],
            } as const,
          ]),
    ];
  });
}

/** Expects kinds of data in a system no more. */
export function forbidding(page: Page, categories: readonly string[], system: string): readonly Edit[] {
  return categories.flatMap((category): readonly Edit[] => {
    const place = placeOf(page['data'], 'category', category);
    if (place < 0) return [];
    const path = ['data', place, 'in'];
    const rest = textsOf(valueAt(page, path)).filter((one) => one !== system);
    return [
      rest.length === 0 ? { kind: 'remove', path: ['data', place] } : { kind: 'set', path, value: rest },
    ];
  });
}

/** Says that a system serves a purpose that its data was collected for. */
export function usedFor(page: Page, system: string, collectedFor: readonly string[]): Proposal | null {
  const [purpose] = collectedFor;
  if (purpose === undefined || valueAt(page, ['systems', system]) === undefined) return null;
  const path = ['systems', system, 'purposes'];
  return {
    section: 'systems',
    sentence: policyWords.proposals.usedFor(system, purpose),
    edits: [{ kind: 'set', path, value: [...textsOf(valueAt(page, path)), purpose] }],
  };
}

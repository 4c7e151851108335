import type { Policy } from '#rules/policy/policy.js';
import { gaps, paragraph, type DocumentSection } from '../document-part.js';
import { allOf } from './policy-words.js';

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** Whose page this is, who answers for it, and whose data it is about. */
export function whoWeAre({ controller, owner, country, subjects }: Policy): DocumentSection {
  const place = country === null ? [] : [countryName(country)];
  return {
    heading: 'Who we are',
    parts: [
      ...paragraph([
        controller === null
          ? null
          : `${[controller.name, controller.address, ...place].filter((part) => part !== null).join(', ')}, answers in law for the data on this page.`,
        owner === null ? null : `${owner} answers for this page and decides on exceptions.`,
        subjects.length === 0 ? null : `The page is about the data of ${allOf(subjects)}.`,
      ]),
      ...gaps([
        controller === null ? 'This policy does not say who answers in law for the data.' : null,
        owner === null ? 'It names nobody who answers for this page and decides on exceptions.' : null,
        subjects.length === 0 ? 'It does not say whose data it is about.' : null,
      ]),
    ],
  };
}

/** "United States". */
export function countryName(code: string): string {
  return countries.of(code) ?? code;
}

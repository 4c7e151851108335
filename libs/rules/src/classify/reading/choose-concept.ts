import { CONCEPT_RANK } from './concept-table.js';
import type { Phrase } from './find-phrases.js';

/**
 * Which of several personal phrases says what is stored. Strong words before ambiguous ones, a ruling concept
 * (consent, a password) before others, then the main word: the last in "home phone", the first in "número de casa".
 */
export function chooseConcept(phrases: readonly Phrase[], mainWordFirst: boolean): Phrase | undefined {
  const personal = withoutState(
    withoutEmployer(withoutWhose(phrases.filter((phrase) => phrase.meaning?.concept !== undefined))),
  );
  const strong = personal.filter((phrase) => phrase.meaning?.weak === false);
  const alone = phrases.filter((phrase) => !/^\d+$/.test(phrase.words)).length === 1;
  const firm = strong.filter((phrase) => alone || phrase.meaning?.role === undefined);
  const field = [firm, strong, personal].find((some) => some.length > 0);
  if (field === undefined) return undefined;
  const highest = Math.max(...field.map((phrase) => rankOf(phrase)));
  const ranked = field.filter((phrase) => rankOf(phrase) === highest);
  return mainWordFirst ? ranked[0] : ranked.at(-1);
}

/** "Father's employer" and "Telefon Ansprechpartner" say whose it is; only a word for a name says that it is the name. */
function withoutWhose(personal: readonly Phrase[]): readonly Phrase[] {
  const rest = personal.filter((phrase) => phrase.meaning?.concept !== 'fullName' || NAME.test(phrase.words));
  const tells = rest.some(
    ({ meaning, words }) =>
      meaning?.weak === false &&
      meaning.concept !== 'name' &&
      (meaning.concept !== 'organization' || EMPLOYER.test(words)),
  );
  return tells ? rest : personal;
}

const NAME = /nam|nombre|nome|nom(?: |$)|naam|nominativ/;
const EMPLOYER = /employ|arbeitgeb|empregad|emplead|werkgev|datore|patronal|workplace/;

/** "Company phone" is a phone and "organization 1 - name" an organisation: an employer beside another concept only says whose. */
function withoutEmployer(personal: readonly Phrase[]): readonly Phrase[] {
  const others = personal.filter((phrase) => phrase.meaning?.concept !== 'organization');
  if (others.length === 0 || others.length === personal.length) return personal;
  if (others.every((phrase) => phrase.meaning?.concept === 'name'))
    return personal.filter((phrase) => !others.includes(phrase));
  const [last] = personal.slice(-1);
  const addressBefore =
    last?.meaning?.concept === 'organization' &&
    others.every((phrase) => phrase.meaning?.concept === 'address');
  return addressBefore ? [last] : others;
}

function withoutState(personal: readonly Phrase[]): readonly Phrase[] {
  const reachable = personal.some(
    (phrase) => phrase.meaning?.concept === 'email' || phrase.meaning?.concept === 'phone',
  );
  return reachable ? personal.filter((phrase) => phrase.words !== 'state') : personal;
}

function rankOf(phrase: Phrase): number {
  const concept = phrase.meaning?.concept;
  return concept === undefined ? 0 : (CONCEPT_RANK[concept] ?? 1);
}

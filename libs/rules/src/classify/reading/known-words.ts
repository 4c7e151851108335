import { isKnownWord, meaningOf } from './lexicon.js';
import { conceptOfStem, roleOfStem } from './stems.js';

const LONGEST_COMPOUND = 40;
const SHORT_PARTS = new Set(
  'id no nr by at on ip dt is tz to tel fax mob zip plz ort tag art typ dob ssn nif cpf vat ust url sms has num cod tax web pin bic org job sex'.split(
    ' ',
  ),
);
const LINKS = ['', 's', 'n', 'en', 'es', 'e'];

/** Turns words into words of the lexicon where it can: plurals, spellings with ae for ä, and compounds. */
export function toKnownWords(words: readonly string[]): string[] {
  return words.flatMap((word) => knownForms(word));
}

function knownForms(word: string): readonly string[] {
  if (isKnownWord(word) || /^\d+$/.test(word)) return [word];
  const simpler = [
    word.replaceAll(/ae|oe|ue/g, (pair) => pair.charAt(0)),
    word.replace(/ies$/, 'y'),
    word.replace(/es$/, ''),
    word.replace(/s$/, ''),
    word.replace(/en$/, ''),
    word.replace(/n$/, ''),
  ].find((form) => form !== word && form.length > 2 && isKnownWord(form));
  if (simpler !== undefined) return [simpler];
  return parts(word) ?? tail(word) ?? workAtTheEnd(word) ?? [word];
}

/** A compound whose last word we know: "Festgehalt" is a kind of Gehalt. */
function tail(word: string): string[] | undefined {
  for (let start = 3; word.length - start > 4; start += 1) {
    const end = word.slice(start);
    const meaning = meaningOf(end);
    if (meaning?.concept !== undefined && !meaning.weak && COMPOUND_HEADS.test(end))
      return [word.slice(0, start), end];
  }
  return undefined;
}

/** A compound about our work: "Telefonanlage" is an installation, "Gesundheitskurs" a course. The last word decides. */
function workAtTheEnd(word: string): string[] | undefined {
  if (conceptOfStem(word) === undefined) return undefined;
  for (let start = 4; word.length - start > 3; start += 1) {
    const end = word.slice(start);
    const role = meaningOf(end)?.role ?? roleOfStem(end);
    if (role !== undefined && WORK_ROLES.has(role)) return [word.slice(0, start), end];
  }
  return undefined;
}

const WORK_ROLES: ReadonlySet<string> = new Set(['status', 'sent', 'changed', 'config', 'money', 'count']);

/** Words that German and Dutch put at the end of compounds; English words rarely end so by chance. */
const COMPOUND_HEADS =
  /^(?:gehalt|lohn|einkommen|adresse|anschrift|telefon|telefonnummer|rufnummer|strasse|nummer|name|vorname|nachname|beruf|sprache|krankheit|allergie|konto|ausweis|versicherung|kennwort|passwort|abschluss|adres|telefoon|telefoonnummer|salaris|loon|inkomen|naam|voornaam|achternaam|straat|plaats|taal|ziekte|rekening|wachtwoord|beroep|functie|mailadresse|foto)$/;

/** The fewest known words that spell a compound ("telefonnummer", "emailaddress"); undefined if none do. */
function parts(word: string): string[] | undefined {
  if (word.length < 5 || word.length > LONGEST_COMPOUND) return undefined;
  const best: ({ cost: number; words: string[] } | undefined)[] = Array.from({ length: word.length + 1 });
  best[0] = { cost: 0, words: [] };
  for (let start = 0; start < word.length; start += 1) {
    const before = best[start];
    if (before === undefined || before.words.length === 5) continue;
    for (let end = start + 2; end <= word.length; end += 1) {
      const part = word.slice(start, end);
      if (!isPart(part)) continue;
      for (const link of LINKS) {
        if (!word.startsWith(link, end)) continue;
        const next = end + link.length;
        if (link !== '' && link !== 's' && next === word.length) continue;
        const cost = before.cost + 1 + (part.length < 4 ? 0.6 : 0) + (link === '' ? 0 : 0.3);
        const known = best[next];
        if (known === undefined || cost < known.cost) best[next] = { cost, words: [...before.words, part] };
      }
    }
  }
  const found = best[word.length];
  return found !== undefined && found.words.some((part) => part.length > 3) ? found.words : undefined;
}

/** Endings of Romance words that are words too: "publicidade" is no age of a "public". */
const ENDINGS = new Set('idade edad nome nom via'.split(' '));

function isPart(part: string): boolean {
  if (ENDINGS.has(part)) return false;
  return part.length > 3 ? isKnownWord(part) : SHORT_PARTS.has(part);
}

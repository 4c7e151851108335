import { WORK_STEMS } from '../lexicon/work-stems.js';
import type { Concept, Role } from './lexicon.js';

/**
 * Beginnings of words that keep their meaning through endings and compounds of seven languages, for words the
 * lexicon does not hold: "allergieën", "vaccinal", "Impfpassnummer".
 */
const STEMS: Readonly<Partial<Record<Concept, string>>> = {
  health:
    'allerg alerg medisch sportmedi medizin medicin medicam medikam vaccin vacun vacin impf diabet asthma epilep handicap behinder disabilit discapac deficien patholog patolog diagnos therap terap symptom sintom krank gesund salud saude salute sante gezond ziekt enfermed doenc malatt maladi disease illness injur pregnan schwanger embaraz zwanger gravid blood sangu bloed alzheim psych surg chirurg cirug hospital hopital krankenhaus ospedal ziekenhuis clinic klinik dental dentist orthop ortop rehab cardio cardia diet intoleran unvertrag',
  religion:
    'religi konfession confession baptis baptiz baptism bautis batis battes taufe dooplid glaubens kirchen parroqu paroiss parrocch',
  race: 'ethnic ethnie ethnis etnic etnia etnis racial hautfarb',
  politics: 'gewerkschaft sindica syndica vakbond polit partei',
  orientation: 'sexualorient',
  crime: 'criminal penales vorstraf strafreg fuhrungszeugn',
  dob: 'geburtsdat geburtstag birthd geboortedat nacimient nascimen naissanc',
  consent:
    'consent consens einwillig toestemm unsubscri optout optin newsletter nieuwsbrief datenschutz privacyverkl',
  financial: 'salar gehalt einkomm inkomen ingreso reddito revenus remunerac',
  email: 'emailadr mailadr',
  phone: 'telefon telephon telefoon handynumm mobilnumm',
  natId: 'sozialversicher steueridentif burgerservice rijksregister',
  passport: 'reisepass passnumm paspoort pasaport passaport passeport',
  marital: 'familienstand',
  demographic: 'nationalit nacionalid nationalit staatsangeh staatsburg cittadinan ciudadan cidadan',
  profile: 'lieblings lievelings favorit favourit',
  biometric: 'biometr fingerabdr vingerafdr fingerprint',
  child: 'kinderf kinderz childr enfant',
  purchase: 'donat spenden mitgliedsch membresi lidmaatsch',
};

const CONCEPT_STEMS = stemTable(STEMS);
const ROLE_STEMS = stemTable(WORK_STEMS);

/** The concept whose stem an unknown word begins with, or ends with as in German and Dutch compounds. */
export function conceptOfStem(word: string): Concept | undefined {
  return foundIn(CONCEPT_STEMS, word);
}

/** What an unknown word of our own work does to the words beside it: "verificada" is a status. */
export function roleOfStem(word: string): Role | undefined {
  return foundIn(ROLE_STEMS, word);
}

/** Stems by their first three letters, the longest first. */
type StemTable<Meant> = ReadonlyMap<string, readonly (readonly [string, Meant])[]>;

function stemTable<Meant extends string>(lists: Readonly<Partial<Record<Meant, string>>>): StemTable<Meant> {
  const table = new Map<string, (readonly [string, Meant])[]>();
  const pairs = Object.entries(lists).flatMap(([meant, list]) =>
    String(list)
      .split(/\s+/)
      .filter((stem) => stem !== '')
      .map((stem) => [stem, meant as Meant] as const),
  );
  for (const pair of pairs.toSorted(([one], [other]) => other.length - one.length)) {
    const start = pair[0].slice(0, 3);
    table.set(start, [...(table.get(start) ?? []), pair]);
  }
  return table;
}

/** A short stem fits only words that are a little longer: "kurs" fits "Kurse" and not "kursiv geschrieben". */
function foundIn<Meant>(table: StemTable<Meant>, word: string): Meant | undefined {
  if (word.length < 4 || word.length > LONGEST_WORD) return undefined;
  return table
    .get(word.slice(0, 3))
    ?.find(([stem]) => word.startsWith(stem) && (stem.length > 4 || word.length <= stem.length + 3))?.[1];
}

const LONGEST_WORD = 40;

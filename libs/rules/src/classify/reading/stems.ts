import type { Concept } from './lexicon.js';

/**
 * Beginnings of words that keep their meaning through endings and compounds of seven languages, for words the
 * lexicon does not hold: "allergieën", "vaccinal", "Impfpassnummer".
 */
const STEMS: Readonly<Partial<Record<Concept, string>>> = {
  health:
    'allerg alerg medizin medicin medicam medikam vaccin vacun vacin impf diabet asthma epilep handicap behinder disabilit discapac deficien patholog patolog diagnos therap terap symptom sintom krank gesund salud saude salute sante gezond ziekt enfermed doenc malatt maladi disease illness injur pregnan schwanger embaraz zwanger gravid blood sangu bloed alzheim psych surg chirurg cirug hospital hopital krankenhaus ospedal ziekenhuis clinic klinik dental dentist orthop ortop rehab cardio cardia diet intoleran unvertrag',
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

const TABLE: readonly (readonly [string, Concept])[] = Object.entries(STEMS)
  .flatMap(([concept, list]) => list.split(' ').map((stem) => [stem, concept as Concept] as const))
  .toSorted(([one], [other]) => other.length - one.length);

/** The concept whose stem an unknown word begins with, or ends with as in German and Dutch compounds. */
export function conceptOfStem(word: string): Concept | undefined {
  if (word.length < 5 || word.length > 40) return undefined;
  return TABLE.find(([stem]) => word.startsWith(stem))?.[1];
}

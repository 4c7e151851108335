import type { Span } from './span.js';

const NAME = "\\p{Lu}(?:['’]\\p{Lu})?\\p{Ll}[\\p{L}'’-]{0,23}";
const POSTAL =
  '(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|(?:[A-Z]{1,2}[- ])?\\d{4,5}(?:[- ]?(?:\\d{3,4}|[A-Z]{2}))?|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)';
// What may follow a street line: a flat, a postal code, a town, a region, in any usual order.
const TAIL = `(?:,? (?:apt|apartment|flat|unit|suite|piso|bloco|apto|app\\.?)\\.? ?[\\dA-Z]{1,5}\\p{L}?)?(?:(?:,| -)? (?:${POSTAL}(?: ${NAME}(?: ${NAME}){0,2})?|${NAME}(?: ${NAME}){0,2},? ${POSTAL}|${NAME}(?: ${NAME}){0,1},? [A-Z]{2},? ${POSTAL}))?`;
const TAIL_AFTER_COMMA = `(?:(?:,| -) ${NAME}(?: ${NAME}){0,2}(?:,? ${POSTAL})?)?`;

const STREETS: readonly string[] = [
  `\\d{1,5}[A-Za-z]? (?:(?:North|South|East|West|N|S|E|W)\\.? )?${NAME}(?: ${NAME}){0,3} (?:Street|Road|Avenue|Lane|Drive|Boulevard|Way|Court|Place|Close|Crescent|Terrace|Row|Square|Hill|Gardens|Grove|Parade|Highway|Parkway|Quay|Mews|Walk|Circle|Trail|(?:St|Rd|Ave|Ln|Dr|Blvd|Ct|Pl|Sq|Hwy|Pkwy|Cir)\\b(?:\\.(?= ?,))?)\\b`,
  `(?:C/|(?:Calle|Avenida|Avda\\.?|Av\\.|Paseo|Plaza|Pza\\.?|Camino|Carretera|Ronda|Travesía|Travesia|Glorieta)) ?(?:(?:de|del|la|las|los|el) ){0,3}\\p{Lu}[\\p{L}'’.-]{1,24}(?: (?:(?:de|del|la|las|los) ){0,2}${NAME}){0,3},? (?:n[º°o.]{1,2} ?)?\\d{1,4}(?:,? ?\\d{1,2}[ºª°] ?[A-Z]?)?`,
  `\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|allee|impasse|quai|route|square|cours|passage) (?:(?:de|du|des|la|le|les|l['’]|d['’]) ?){0,3}${NAME}(?:[ -](?:(?:de|du|des|la|le|les|et) ){0,2}${NAME}){0,3}`,
  `(?:\\p{Lu}[\\p{L}-]{1,30}(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|steig|graben)|(?:${NAME} ){1,2}(?:Straße|Strasse|Str\\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer)|(?:Am|Im|An der|Auf der|Unter den|Zum|Zur|In der) ${NAME}) \\d{1,4} ?[a-z]?\\b`,
  `(?:Rua|R\\.|Avenida|Av\\.|Travessa|Praça|Praca|Largo|Alameda|Estrada|Rodovia|Calçada|Beco) (?:(?:de|da|do|das|dos) ){0,2}(?:${NAME}|\\d{1,2} de ${NAME}|XV)(?: (?:(?:de|da|do|das|dos|e) ){0,2}(?:${NAME})){0,4},? (?:n[º°o.]{1,2} ?)?\\d{1,5}(?:,? \\d{1,2}[ºª°]? ?(?:[A-Z]|esq|dto|esquerdo|direito)\\b\\.?)?`,
  `(?:Via|Viale|V\\.le|Corso|C\\.so|Piazza|P\\.za|Piazzale|Largo|Vicolo|Strada|Contrada) (?:(?:dei|del|della|delle|degli|di|da|dello|dell['’]) ?){0,2}${NAME}(?: (?:(?:dei|del|della|di|e) )?${NAME}){0,3},? (?:n\\.? ?)?\\d{1,4}(?:/?[A-Za-z])?\\b`,
  `(?:\\p{Lu}[\\p{L}-]{1,30}(?:straat|laan|plein|gracht|kade|dreef|singel|steenweg|weg|hof|dijk|baan|lei|pad|markt)|(?:${NAME} ){1,2}(?:Straat|Laan|Plein|straat|laan|plein|weg|singel)) \\d{1,4} ?(?:[a-z]|bis|-\\d{1,3})?\\b`,
];

/** Words that a street line of the pattern at the same place must hold: a quick look before the careful one. */
const HINTS: readonly RegExp[] = [
  /St|R(?:oad|d|ow)|Av|L(?:ane|n)|Dr|B(?:ou)?lvd|Boule|Way|C(?:our|t|lose|res|ir)|Pl|Terr|Sq|Hill|G(?:ard|rov)|Par|H(?:igh)?w|Pkwy|Quay|Mews|Walk|Trail/,
  /C\/|Calle|Av|Paseo|P(?:la)?za|Camino|Carretera|Ronda|Traves|Glorieta/,
  /rue|aven|av\.|boule|bd|place|chemin|all|impasse|quai|route|square|cours|passage/,
  /str|Str|weg|Weg|latz|llee|asse|ing|amm|fer|steig|graben|Am |Im |An |Auf |Unter |Zum |Zur |In /,
  /Rua|R\.|Av|Trav|Pra|Largo|Alam|Estr|Rodo|Cal|Beco/,
  /V\.le|Vi|Cor|C\.so|Pia|P\.za|Largo|Strada|Contrada/,
  /traat|aan|lein|gracht|kade|dreef|singel|weg|hof|dijk|baan|lei|pad|markt/,
];

const PATTERNS = STREETS.map(
  (pattern) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?:${TAIL_AFTER_COMMA}(?![\\p{L}])|)`, 'gu'),
);

const FOLLOWING_PLACE = new RegExp(`^${TAIL}`, 'u');
const ANY_STREET = /\d/;
const PO_BOX =
  /(?<![\p{L}\p{N}])(?:P\.? ?O\.? ?Box|Apartado(?: de correos)?|Boîte postale|Postfach|Caixa postal|Casella postale|Postbus) \d{1,6}(?!\d)/giu;

/** Street lines with a house number, together with the postal code and town that follow. */
export function findAddresses(text: string): Span[] {
  if (!ANY_STREET.test(text)) return [];
  const spans: Span[] = [];
  const patterns = PATTERNS.filter((_pattern, place) => HINTS[place]?.test(text) !== false);
  for (const pattern of [...patterns, PO_BOX]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const more = FOLLOWING_PLACE.exec(text.slice(end, end + 90))?.[0].length ?? 0;
      spans.push({ start: match.index, end: end + more, type: 'postal_address' });
    }
  }
  return spans;
}

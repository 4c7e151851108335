import type { FieldCategory } from '#connectors/contract/category.js';
import { digits, pick, seeded } from './seeded.js';

type Words = readonly [string, ...string[]];

interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly language: string;
}

/** Invented values for a field; none for about a third of them, as tools often show no data. Same for the same id. */
export function valuesFor(category: FieldCategory, field: Field): string[] {
  const random = seeded(field.id);
  if (random() < 0.35) return [];
  const make = makerOf(category, field);
  if (make === undefined) return [];
  const count = 3 + Math.floor(random() * 5);
  return Array.from({ length: count }, () => make(random));
}

type Maker = (random: () => number) => string;

function makerOf(category: FieldCategory, field: Field): Maker | undefined {
  const words = WORDS[field.language] ?? ENGLISH;
  const type = field.type.toLowerCase();
  if (/^bool|checkbox/.test(type)) return (random) => pick(words.yesNo, random);
  const from =
    (list: Words): Maker =>
    (random) =>
      pick(list, random);
  const first = from(words.first);
  const last = from(words.last);
  const town = from(words.town);
  const street: Maker = (random) => words.street(random);
  switch (category) {
    case 'user.name':
      return /salut|prefix|anrede|civil|title|titel|suffix|greet|aanhef|tratam|voegsel|voorv/i.test(
        field.name + field.label,
      )
        ? from(words.courtesy)
        : (random) =>
            random() < 0.8 ? `${first(random)} ${last(random)}` : `${last(random)}, ${first(random)}`;
    case 'user.name.first':
      return first;
    case 'user.name.last':
      return last;
    case 'user.contact.email':
      return (random) =>
        `${plain(first(random))}.${plain(last(random))}${Math.floor(random() * 90)}@${pick(['example.com', 'mail.example', 'example.org'], random)}`;
    case 'user.contact.phone_number':
      return (random) => words.phone(random);
    case 'user.contact.url':
      return (random) => `https://www.linkedin.com/in/${plain(first(random))}-${plain(last(random))}`;
    case 'user.contact.organization':
      return (random) => `${last(random)} ${pick(['GmbH', 'Ltd', 'Studio', 'S.L.', 'Consulting'], random)}`;
    case 'user.contact.address':
      return (random) => `${street(random)}, ${digits(5, random)} ${town(random)}`;
    case 'user.contact.address.street':
      return street;
    case 'user.contact.address.city':
      return town;
    case 'user.contact.address.state':
      return from(words.state);
    case 'user.contact.address.postal_code':
      return (random) => digits(5, random);
    case 'user.contact.address.country':
      return from(words.country);
    case 'user.job_title':
      return from(words.job);
    case 'user.account.username':
      return (random) => `${plain(first(random))}${digits(2, random)}`;
    case 'user.authorization.credentials':
      return (random) => `$2y$10$${pick(['a', 'b', 'q'], random)}${digits(12, random)}xYz`;
    case 'user.demographic.date_of_birth':
      return /year|jahr|ano|year_birth/i.test(field.name)
        ? (random) => String(1940 + Math.floor(random() * 65))
        : (random) =>
            `${1940 + Math.floor(random() * 65)}-${two(1 + random() * 12)}-${two(1 + random() * 28)}`;
    case 'user.demographic.age_range':
      return (random) => String(18 + Math.floor(random() * 60));
    case 'user.demographic.gender':
      return from(words.gender);
    case 'user.demographic.marital_status':
      return from(words.marital);
    case 'user.content.private':
      return from(words.notes);
    case 'user.financial':
      return (random) => `${digits(4, random)}.${digits(2, random)}`;
    case 'user.financial.bank_account':
      return from(['GB82WEST12345698765432', 'DE89370400440532013000', 'ES9121000418450200051332']);
    case 'user.financial.credit_card':
      return /exp|scad|valid|month|year/i.test(field.name)
        ? from(['08/27', '11/2026', '03/29'])
        : from(['4242', '•••• 4242', '4111111111111111', '1117']);
    case 'user.device.ip_address':
      return (random) => `203.0.113.${Math.floor(random() * 250)}`;
    case 'user.location.precise':
      return (random) => `${Math.floor(random() * 60)}.${digits(6, random)}`;
    case 'user.unique_id':
      return (random) => `${pick(['', 'C-', 'M'], random)}${digits(6, random)}`;
    case 'user.government_id.passport_number':
      return (random) => `${pick(['AB', 'EH', 'K'], random)}${digits(7, random)}`;
    case 'user.privacy_preferences':
      return from(words.yesNo);
    case 'none':
      return noneMaker(field, words);
    default:
      return undefined;
  }
}

function noneMaker(field: Field, words: Language): Maker | undefined {
  const type = field.type.toLowerCase();
  const text = field.name + field.label;
  if (/date|time|stamp/.test(type) || /date|datum|fecha|_at$|_on$/i.test(text)) {
    return (random) => `202${Math.floor(random() * 7)}-${two(1 + random() * 12)}-${two(1 + random() * 28)}`;
  }
  if (
    /int|number|decimal|double|float|money|currency|monetary/.test(type) ||
    /count|total|amount|price|num/i.test(text)
  ) {
    return (random) => String(Math.floor(random() * 900));
  }
  if (/^is|^has|enabled|verified|required/i.test(text)) return (random) => pick(words.yesNo, random);
  if (/status|stage|type/i.test(text))
    return (random) => pick(['new', 'open', 'won', 'pending', 'closed'], random);
  if (/id$|key|ref/i.test(text)) return (random) => digits(8, random);
  return undefined;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}

interface Language {
  readonly first: Words;
  readonly last: Words;
  readonly town: Words;
  readonly state: Words;
  readonly country: Words;
  readonly job: Words;
  readonly courtesy: Words;
  readonly gender: Words;
  readonly marital: Words;
  readonly notes: Words;
  readonly yesNo: Words;
  readonly street: Maker;
  readonly phone: Maker;
}

const house = (random: () => number): number => 1 + Math.floor(random() * 180);

const ENGLISH: Language = {
  first: ['Ottilie', 'Marcus', 'Priya', 'Desmond', 'Harriet', 'Joel', 'Tamsin', 'Idris'],
  last: ['Brannigan', 'Okafor', 'Whitcombe', 'Larkspur', 'Pell', 'Stavros', 'Nyland'],
  town: ['Harlow', 'Dayton', 'Galway', 'Tauranga', 'Moncton'],
  state: ['OH', 'Kent', 'Ontario', 'TX', 'Munster'],
  country: ['United States', 'UK', 'Ireland', 'Canada'],
  job: ['Baker', 'Account Executive', 'Nurse', 'Head of Operations'],
  courtesy: ['Mr', 'Ms', 'Dr', 'Mx'],
  gender: ['Female', 'Male', 'Non-binary'],
  marital: ['Married', 'Single', 'Divorced'],
  notes: [
    'Prefers to be called in the evening',
    'Allergic to the cat, meet outside',
    'Asked twice about parking',
  ],
  yesNo: ['Yes', 'No'],
  street: (random) => `${house(random)} ${pick(['Mill Lane', 'Station Road', 'Cedar Avenue'], random)}`,
  phone: (random) => `+44 7700 900 ${digits(3, random)}`,
};
const WORDS: Readonly<Record<string, Language>> = {
  en: ENGLISH,
  es: {
    ...ENGLISH,
    first: ['Leire', 'Joaquín', 'Amparo', 'Unai', 'Remedios'],
    last: ['Urrutia', 'Pastor', 'Cifuentes Gil', 'Marchena'],
    town: ['Albacete', 'Gijón', 'Lugo', 'Puebla'],
    state: ['Asturias', 'Jalisco', 'Cádiz'],
    country: ['España', 'México', 'Marruecos'],
    job: ['Panadera', 'Gerente', 'Auxiliar administrativo'],
    courtesy: ['Sr.', 'Sra.', 'D.'],
    gender: ['Mujer', 'Hombre'],
    marital: ['Casado', 'Soltera', 'Viudo'],
    notes: ['Prefiere que le llamen por la tarde', 'No le gusta el pan con semillas'],
    yesNo: ['Sí', 'No'],
    street: (random) => `Calle ${pick(['Mayor', 'del Olmo', 'San Blas'], random)} ${house(random)}`,
    phone: (random) => `6${digits(2, random)} ${digits(3, random)} ${digits(3, random)}`,
  },
  fr: {
    ...ENGLISH,
    first: ['Maëlys', 'Thibaut', 'Ghislaine', 'Anouk', 'Rémi'],
    last: ['Vasseur', 'Le Goff', 'Marchand', 'Bouvier'],
    town: ['Quimper', 'Albi', 'Roubaix'],
    state: ['Bretagne', 'Gard', 'Vaud'],
    country: ['France', 'Belgique', 'Suisse'],
    job: ['Boulangère', 'Chef de projet', 'Infirmier'],
    courtesy: ['M.', 'Mme'],
    gender: ['Femme', 'Homme'],
    marital: ['Marié', 'Célibataire', 'Veuve'],
    notes: ["Préfère être rappelé l'après-midi", 'A demandé un paiement en trois fois'],
    yesNo: ['Oui', 'Non'],
    street: (random) => `${house(random)} rue ${pick(['des Lilas', 'Victor Hugo', 'du Moulin'], random)}`,
    phone: (random) =>
      `06 ${digits(2, random)} ${digits(2, random)} ${digits(2, random)} ${digits(2, random)}`,
  },
  de: {
    ...ENGLISH,
    first: ['Wiebke', 'Torsten', 'Annegret', 'Levin', 'Friederike'],
    last: ['Tiedemann', 'Özdemir', 'Baumgart', 'Krüger'],
    town: ['Fulda', 'Husum', 'Graz'],
    state: ['Hessen', 'Tirol', 'Bern'],
    country: ['Deutschland', 'Österreich'],
    job: ['Bäckerin', 'Vertriebsleiter', 'Erzieher'],
    courtesy: ['Herr', 'Frau'],
    gender: ['weiblich', 'männlich', 'divers'],
    marital: ['verheiratet', 'ledig', 'geschieden'],
    notes: ['Bitte erst nach 17 Uhr anrufen', 'Kennt den Chef aus dem Verein'],
    yesNo: ['Ja', 'Nein'],
    street: (random) => `${pick(['Lindenstraße', 'Am Markt', 'Mühlweg'], random)} ${house(random)}`,
    phone: (random) => `0${digits(3, random)} ${digits(7, random)}`,
  },
  pt: {
    ...ENGLISH,
    first: ['Inês', 'Rodrigo', 'Lurdes', 'Tainá', 'Caio'],
    last: ['Barbosa', 'Teles', 'Figueiredo', 'Couto'],
    town: ['Aveiro', 'Olinda', 'Niterói'],
    state: ['SP', 'RJ', 'Minho'],
    country: ['Brasil', 'Portugal'],
    job: ['Padeira', 'Gerente', 'Enfermeiro'],
    courtesy: ['Sr.', 'Sra.'],
    gender: ['Feminino', 'Masculino'],
    marital: ['Casada', 'Solteiro', 'Viúva'],
    notes: ['Prefere ser contatado por mensagem', 'Sempre paga no fim do mês'],
    yesNo: ['Sim', 'Não'],
    street: (random) => `Rua ${pick(['das Flores', 'da Paz', 'XV'], random)}, ${house(random)}`,
    phone: (random) => `(${digits(2, random)}) 9${digits(4, random)}-${digits(4, random)}`,
  },
  it: {
    ...ENGLISH,
    first: ['Ludovica', 'Tommaso', 'Bruna', 'Ettore'],
    last: ['Fabbri', 'Caputo', 'De Santis', 'Lodi'],
    town: ['Lecce', 'Como', 'Pisa'],
    state: ['MI', 'Lecce', 'TO'],
    country: ['Italia', 'Svizzera'],
    job: ['Panettiere', 'Impiegata', 'Responsabile vendite'],
    courtesy: ['Sig.', 'Sig.ra', 'Dott.'],
    gender: ['Femmina', 'Maschio'],
    marital: ['Coniugato', 'Nubile', 'Vedova'],
    notes: ['Preferisce essere chiamato di sera', 'Ha chiesto di pagare a rate'],
    yesNo: ['Sì', 'No'],
    street: (random) => `Via ${pick(['Mazzini', 'Garibaldi', 'dei Tigli'], random)} ${house(random)}`,
    phone: (random) => `3${digits(2, random)} ${digits(7, random)}`,
  },
  nl: {
    ...ENGLISH,
    first: ['Sanne', 'Wietse', 'Jacoba', 'Fenna', 'Teun'],
    last: ['de Wit', 'Hoekstra', 'van Dam', 'Postma'],
    town: ['Sneek', 'Breda', 'Gent'],
    state: ['Drenthe', 'Zeeland'],
    country: ['Nederland', 'België'],
    job: ['Bakker', 'Verpleegkundige', 'Teamleider'],
    courtesy: ['Dhr.', 'Mevr.'],
    gender: ['Vrouw', 'Man'],
    marital: ['Gehuwd', 'Ongehuwd', 'Gescheiden'],
    notes: ['Liever niet bellen voor tien uur', 'Betaalt altijd aan het eind van de maand'],
    yesNo: ['Ja', 'Nee'],
    street: (random) => `${pick(['Kerkstraat', 'Dorpsweg', 'Molenlaan'], random)} ${house(random)}`,
    phone: (random) => `06-${digits(8, random)}`,
  },
};

import type { Span, SpanType } from '#rules/classify/spans/span.js';
import { digits, pick, seeded } from './seeded.js';

/** A note with the places of the personal data in it. */
export interface LabelledNote {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

const VARIANTS = 12;

/** Fills every template a dozen times with invented values; the same notes on every machine. */
export function parseNoteSet(text: string): LabelledNote[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line, index) => {
      const language = line.slice(0, 2);
      const template = line.slice(3);
      const count = /[{[]/.test(template) ? VARIANTS : 1;
      return Array.from({ length: count }, (_unused, variant) =>
        filled(`${index}-${variant}`, language, template),
      );
    });
}

function filled(id: string, language: string, template: string): LabelledNote {
  const random = seeded(`note-${id}`);
  const spans: Span[] = [];
  let text = '';
  for (const part of template.split(/(\{[a-z_]+\}|\[[a-z_]+:[^\]]+\])/)) {
    const inline = /^\[([a-z_]+):(.+)\]$/.exec(part);
    const slot = /^\{([a-z_]+)\}$/.exec(part)?.[1];
    const value = inline?.[2] ?? (slot === undefined ? part : valueOf(slot, language, random));
    const type = inline?.[1] ?? (slot === 'surname' ? 'person_name' : slot);
    if (type !== undefined)
      spans.push({ start: text.length, end: text.length + value.length, type: type as SpanType });
    text += value;
  }
  return { id, language, text, spans };
}

function valueOf(slot: string, language: string, random: () => number): string {
  const words = PLACES[language] ?? PLACES['en'];
  const first = pick(words?.first ?? ['Anna'], random);
  const last = pick(words?.last ?? ['Weber'], random);
  switch (slot) {
    case 'person_name':
      return `${first} ${last}`;
    case 'surname':
      return last;
    case 'email':
      return (
        `${first}.${last}`
          .normalize('NFKD')
          .replaceAll(/[^A-Za-z.]/g, '')
          .toLowerCase() + pick(['@example.com', '@mail.example', '@example.org'], random)
      );
    case 'phone':
      return words?.phone(random) ?? '';
    case 'postal_address':
      return words?.address(random) ?? '';
    case 'credit_card':
      return pick(
        [
          '4242 4242 4242 4242',
          '5555-5555-5555-4444',
          '4111111111111111',
          '378282246310005',
          '**** **** **** 4242',
        ],
        random,
      );
    case 'iban':
      return pick(
        [
          'DE89 3704 0044 0532 0130 00',
          'GB82WEST12345698765432',
          'ES91 2100 0418 4502 0005 1332',
          'FR1420041010050500013M02606',
          'NL91ABNA0417164300',
          'IT60X0542811101000000123456',
          'PT50 0002 0123 1234 5678 9015 4',
        ],
        random,
      );
    case 'bank_account':
      return digits(8 + Math.floor(random() * 3), random);
    case 'national_id':
      return words?.nationalId(random) ?? '';
    case 'passport':
      return `${pick(['EH', 'AB', 'C01X', 'YA'], random)}${digits(7, random)}`;
    case 'drivers_license':
      return `${pick(['D', 'MORGA', 'B0'], random)}${digits(8, random)}`;
    case 'date_of_birth':
      return pick(
        [
          `${1 + Math.floor(random() * 27)}/0${1 + Math.floor(random() * 9)}/19${50 + Math.floor(random() * 49)}`,
          `19${50 + Math.floor(random() * 49)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
          words?.wordDate ?? '4 May 1980',
        ],
        random,
      );
    case 'password':
      return pick(['Sommer1981!', 'hunter2x', 'Pa$$w0rd', 'k4tz3nk0rb', 'Tr0ub4dor&3'], random);
    case 'api_key':
      return pick(
        [
          'sk_test_4eC39HqLyjWDarjtT1zdp7dc',
          'AKIAIOSFODNN7EXAMPLE',
          'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
          'SG.ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf09kqeF8tAmbihYzrnopKc1s5cr',
          'xoxb-123456789012-abcdefGHIJKL',
        ],
        random,
      );
    case 'ip_address':
      return pick(['203.0.113.7', '198.51.100.23', '2001:db8::8a2e:370:7334'], random);
    default:
      throw new Error(`A template has a slot that we do not know: ${slot}.`);
  }
}

interface Place {
  readonly first: readonly [string, ...string[]];
  readonly last: readonly [string, ...string[]];
  readonly wordDate: string;
  readonly phone: (random: () => number) => string;
  readonly address: (random: () => number) => string;
  readonly nationalId: (random: () => number) => string;
}

const PLACES: Readonly<Record<string, Place>> = {
  en: {
    first: ['Laura', 'Tom', 'Priya', 'Ottilie', 'Marcus', 'Joan'],
    last: ['Whitcombe', 'Okafor', 'Pell', "O'Brien", 'Larkspur'],
    wordDate: '12 March 1984',
    phone: (random) =>
      pick(
        [
          `+44 7700 900 ${digits(3, random)}`,
          `(208) 555-01${digits(2, random)}`,
          `01632 960 ${digits(3, random)}`,
          `912-555-01${digits(2, random)}`,
        ],
        random,
      ),
    address: (random) =>
      pick(
        [
          `${digits(2, random)} Mill Lane, Harlow`,
          `1${digits(2, random)} Cedar Avenue, Boise, ID 83702`,
          '221B Baker Street, London NW1 6XE',
          `4${digits(1, random)} Station Road`,
        ],
        random,
      ),
    nationalId: (random) => `2${digits(2, random)}-4${digits(1, random)}-${digits(4, random)}`,
  },
  es: {
    first: ['Carmen', 'Joaquín', 'Noelia', 'Unai'],
    last: ['Urrutia', 'Pastor', 'Cifuentes'],
    wordDate: '4 de mayo de 1979',
    phone: (random) =>
      pick(
        [
          `6${digits(2, random)} ${digits(3, random)} ${digits(3, random)}`,
          `+34 655 01 ${digits(2, random)} ${digits(2, random)}`,
        ],
        random,
      ),
    address: (random) =>
      pick(
        [
          `Calle Mayor ${1 + Math.floor(random() * 99)}, 28013 Madrid`,
          `C/ Sol 4, 3º B`,
          `Avenida de la Libertad 210`,
        ],
        random,
      ),
    nationalId: () => '12345678Z',
  },
  fr: {
    first: ['Nathalie', 'Rémi', 'Solène', 'Yves'],
    last: ['Vasseur', 'Bouvier', 'Marchand'],
    wordDate: '3 mars 1975',
    phone: (random) =>
      pick(
        [
          `06 ${digits(2, random)} ${digits(2, random)} ${digits(2, random)} ${digits(2, random)}`,
          `+33 6 39 98 ${digits(2, random)} ${digits(2, random)}`,
        ],
        random,
      ),
    address: (random) =>
      pick(
        [
          `${1 + Math.floor(random() * 90)} rue des Lilas, 75011 Paris`,
          `8 bis avenue Victor Hugo`,
          `3 place de la République, 69002 Lyon`,
        ],
        random,
      ),
    nationalId: () => '1 84 12 76 451 089 46',
  },
  de: {
    first: ['Aylin', 'Torsten', 'Gisela', 'Lukas'],
    last: ['Tiedemann', 'Baumgart', 'Krüger', 'Özdemir'],
    wordDate: '12. Mai 1980',
    phone: (random) =>
      pick([`0171 ${digits(7, random)}`, `+49 30 ${digits(7, random)}`, `030/${digits(6, random)}`], random),
    address: (random) =>
      pick(
        [
          `Lindenstraße ${1 + Math.floor(random() * 90)}, 10115 Berlin`,
          `Am Markt 3`,
          `Mühlweg 12a, 36037 Fulda`,
        ],
        random,
      ),
    nationalId: (random) => `${1 + Math.floor(random() * 8)}${digits(10, random)}`,
  },
  pt: {
    first: ['Inês', 'Rodrigo', 'Beatriz', 'João'],
    last: ['Barbosa', 'Teles', 'Figueiredo'],
    wordDate: '9 de junho de 1988',
    phone: (random) =>
      pick(
        [
          `9${digits(2, random)} ${digits(3, random)} ${digits(3, random)}`,
          `(11) 9${digits(4, random)}-${digits(4, random)}`,
          `+351 934 555 ${digits(3, random)}`,
        ],
        random,
      ),
    address: (random) =>
      pick(
        [
          `Rua das Flores, ${1 + Math.floor(random() * 90)}, 4000-123 Porto`,
          `Av. Brasil, 2045`,
          `Rua Augusta 120, 1100-053 Lisboa`,
        ],
        random,
      ),
    nationalId: () => '123.456.789-09',
  },
  it: {
    first: ['Bruna', 'Tommaso', 'Giulia', 'Marco'],
    last: ['Fabbri', 'Caputo', 'Lodi', 'De Santis'],
    wordDate: '7 luglio 1991',
    phone: (random) =>
      pick(
        [
          `3${digits(2, random)} ${digits(7, random)}`,
          `+39 320 555 ${digits(4, random)}`,
          `050 555 0${digits(3, random)}`,
        ],
        random,
      ),
    address: (random) =>
      pick(
        [
          `Via Mazzini ${1 + Math.floor(random() * 90)}, 20121 Milano`,
          `Viale dei Tigli 48`,
          `Piazza Garibaldi 3, Lecce`,
        ],
        random,
      ),
    nationalId: () => 'RSSMRA85T10A562S',
  },
  nl: {
    first: ['Sanne', 'Teun', 'Femke', 'Bram'],
    last: ['Hoekstra', 'de Wit', 'Postma', 'van Dam'],
    wordDate: '21 maart 1972',
    phone: (random) =>
      pick(
        [
          `06-${digits(8, random)}`,
          `06 ${digits(2, random)} ${digits(2, random)} ${digits(2, random)} ${digits(2, random)}`,
          `+31 6 ${digits(8, random)}`,
        ],
        random,
      ),
    address: (random) =>
      pick(
        [
          `Kerkstraat ${1 + Math.floor(random() * 90)}, 1017 AB Amsterdam`,
          `Dorpsweg 12a`,
          `Molenlaan 5, 8601 Sneek`,
        ],
        random,
      ),
    nationalId: () => '123456782',
  },
};

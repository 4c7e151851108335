/** Months in the languages of small exports, in the order of the year. */
const MONTHS: readonly string[] = [
  'january janvier januar jänner enero janeiro gennaio januari',
  'february février februar febrero fevereiro febbraio februari',
  'march mars märz mrz marzo março maart mrt',
  'april avril abril aprile',
  'may mai mayo maio maggio mei',
  'june juin juni junio junho giugno',
  'july juillet juli julio julho luglio',
  'august août agosto augustus',
  'september septembre septiembre setembro settembre',
  'october octobre oktober octubre outubro ottobre',
  'november novembre noviembre',
  'december décembre dezember diciembre dezembro dicembre',
];

/** 1 to 12 for a month, or its first three letters and more, where they mean one month only ("jui" means two). */
export function monthOf(word: string | undefined): string | null {
  const start = plain(word ?? '');
  if (start.length < 3) return null;
  const found = MONTHS_BY_NAME.filter(({ name }) => name.startsWith(start));
  const months = new Set(found.map(({ month }) => month));
  return months.size === 1 ? String([...months][0]) : null;
}

const MONTHS_BY_NAME = MONTHS.flatMap((names, at) =>
  names.split(' ').map((name) => ({ name: plain(name), month: at + 1 })),
);

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

import type { TermInSystem as Term } from '../../api/shapes.js';

interface Month {
  /** YYYY-MM. */
  readonly month: string;
  readonly people: number;
  readonly isOver: boolean;
}

/** More would be too narrow to see; what is older stands in the first. */
const MOST = 120;

/** Every month from the first to the last, also those in which there is nobody. */
export function monthsOf({
  months,
  overdue_before: before,
}: Pick<Term, 'months' | 'overdue_before'>): readonly Month[] {
  const numbers = months.flatMap(({ month, people }) =>
    month === null ? [] : [{ place: placeOf(month), people }],
  );
  const last = Math.max(...numbers.map(({ place }) => place));
  const first = Math.max(Math.min(...numbers.map(({ place }) => place)), last - MOST + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => {
    const place = first + step;
    const own = numbers.filter((one) => one.place === place || (step === 0 && one.place < first));
    const month = monthAt(place);
    return {
      month,
      people: own.reduce((sum, { people }) => sum + people, 0),
      isOver: before !== null && month < before.slice(0, 7),
    };
  });
}

export function yearsOf({
  months,
}: Pick<Term, 'months'>): readonly { readonly year: string; readonly people: number }[] {
  const years = Map.groupBy(months, ({ month }) => month?.slice(0, 4) ?? '?');
  return [...years]
    .map(([year, own]) => ({ year, people: own.reduce((sum, { people }) => sum + people, 0) }))
    .toSorted((one, other) => (one.year < other.year ? -1 : 1));
}

function placeOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthAt(place: number): string {
  return `${String(Math.floor(place / 12)).padStart(4, '0')}-${String((place % 12) + 1).padStart(2, '0')}`;
}

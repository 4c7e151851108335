/** The bakery's clock is so many hours behind UTC. It is open from 8 to 18: no instant reaches into another day. */
const HOURS_BEHIND = 5;

/** Instant of a cell of the export ("2024-09-12 11:36:00"), milliseconds since 1970; null of none. */
export function instantOf(cell: string): number | null {
  return cell === '' ? null : Date.parse(`${cell.replace(' ', 'T')}Z`) + HOURS_BEHIND * 3_600_000;
}

/** As the interface writes instants: "2024-09-12T16:36:00+00:00"; "" of none. */
export function timeText(instant: number | null): string {
  return instant === null ? '' : `${new Date(instant).toISOString().slice(0, 19)}+00:00`;
}

/** The instant that a filter names; `everything`: with fractions of a second the filter is not heeded; null: no instant. */
export function filterInstant(text: string): number | 'everything' | null {
  if (/\.\d+(Z|[+-]\d{2}:\d{2})?$/u.test(text)) return 'everything';
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/u.test(text)) return null;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/u.test(text.slice(10)) || text.length === 10 ? text : `${text}Z`;
  const instant = Date.parse(zoned);
  return Number.isNaN(instant) ? null : instant;
}

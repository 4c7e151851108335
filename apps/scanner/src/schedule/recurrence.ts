import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

export const everyNames = ['hour', 'day', 'week', 'month', 'quarter'] as const;
export type Every = (typeof everyNames)[number];

/** How often, and when in the time zone of the organization. */
export interface Recurrence {
  readonly every: Every;
  /** Local time of day, HH:MM; an hourly one does not look at it. */
  readonly at: string;
  /** Of a week 1 (Monday) to 7; of a month, and of a quarter's first month, 1 to 31 or its last day. Else not looked at. */
  readonly day: number;
  /** IANA. */
  readonly timeZone: string;
}

/** By how much an organization's scans come after the full time, so that not all knock at a vendor at once. */
const SPREAD_MS: Readonly<Record<'hour' | 'other', number>> = { hour: 3_600_000, other: 1_200_000 };

const HOUR_MS = 3_600_000;

/**
 * The next time after an instant; both in ms since 1970. There is one time in each hour, day, week, month or quarter.
 * A local time that daylight saving skips comes as much later as the clock was put forward; one that comes twice counts
 * the first time; of a day that a time zone leaves out (Samoa's 30 December 2011) there is none. Hours are hours that pass,
 * whatever the clock on the wall does.
 * `seed`: the same one gives the same delay, for ever.
 */
export function nextDue(recurrence: Recurrence, seed: string, after: number): number {
  if (recurrence.every === 'hour') {
    const delay = delayOf(seed, SPREAD_MS.hour);
    return (Math.floor((after - delay) / HOUR_MS) + 1) * HOUR_MS + delay;
  }
  const delay = delayOf(seed, SPREAD_MS.other);
  // The period before the present one: its time may have been put off beyond its end.
  for (let date = periodBefore(recurrence, after); ; date = nextPeriod(recurrence, date)) {
    const due = instantIn(recurrence, date) + delay;
    if (due > after) return due;
  }
}

/** Any day of the period before the one that an instant lies in. */
function periodBefore({ every, timeZone }: Recurrence, instant: number): Temporal.PlainDate {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const date = zoned.toPlainDate();
  switch (every) {
    case 'week':
      return date.subtract({ weeks: 1 });
    case 'month':
      return date.with({ day: 1 }).subtract({ months: 1 });
    case 'quarter':
      return date.with({ day: 1 }).subtract({ months: 3 });
    default:
      return date.subtract({ days: 1 });
  }
}

function nextPeriod({ every }: Recurrence, date: Temporal.PlainDate): Temporal.PlainDate {
  switch (every) {
    case 'week':
      return date.add({ weeks: 1 });
    case 'month':
      return date.add({ months: 1 });
    case 'quarter':
      return date.add({ months: 3 });
    default:
      return date.add({ days: 1 });
  }
}

/** The time of the period that holds a day, before it is spread. */
function instantIn({ every, at, day, timeZone }: Recurrence, within: Temporal.PlainDate): number {
  const plainTime = Temporal.PlainTime.from(at);
  return dayOf(every, day, within).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

function dayOf(every: Every, day: number, within: Temporal.PlainDate): Temporal.PlainDate {
  switch (every) {
    case 'week':
      return within.add({ days: day - within.dayOfWeek });
    case 'month':
      return within.with({ day });
    case 'quarter':
      return within
        .with({ day: 1 })
        .subtract({ months: (within.month - 1) % 3 })
        .with({ day });
    default:
      return within;
  }
}

function delayOf(seed: string, spread: number): number {
  const share = createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
  // Whole seconds: a time that a person reads.
  return Math.floor((share * spread) / 1_000) * 1_000;
}

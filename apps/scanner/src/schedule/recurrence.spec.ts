import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type Every, everyNames, nextDue, type Recurrence } from './recurrence.js';

/** A business: by how much its scans are put off is the same for every period. */
const SEED = 'organization 1';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Asia/Tehran',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Scoresbysund',
];

function ms(instant: string): number {
  return Date.parse(instant);
}

function dues(recurrence: Recurrence, from: number, until: number, seed = SEED): readonly number[] {
  const found: number[] = [];
  for (let due = nextDue(recurrence, seed, from); due < until; due = nextDue(recurrence, seed, due))
    found.push(due);
  return found;
}

/** What SEED's scans are late by, found where nothing else moves. */
const delay = nextDue({ every: 'day', at: '00:00', day: 1, timeZone: 'UTC' }, SEED, 0) % 86_400_000;

function local(instant: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant - delay)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

const BERLIN = { timeZone: 'Europe/Berlin', day: 1 };

describe('a daily scan', () => {
  it('comes at its local time, in winter and in summer', () => {
    const daily = { ...BERLIN, every: 'day', at: '06:30' } as const;
    const found = dues(daily, ms('2026-03-27T12:00:00Z'), ms('2026-03-31T12:00:00Z'));
    expect(found.map((due) => new Date(due - delay).toISOString().slice(0, 16))).toEqual([
      '2026-03-28T05:30',
      '2026-03-29T04:30',
      '2026-03-30T04:30',
      '2026-03-31T04:30',
    ]);
  });

  it('at a time that is skipped when clocks go forward comes an hour later on that day, once', () => {
    const daily = { ...BERLIN, every: 'day', at: '02:30' } as const;
    const found = dues(daily, ms('2026-03-28T12:00:00Z'), ms('2026-03-30T12:00:00Z'));
    expect(found.map((due) => local(due, 'Europe/Berlin'))).toEqual(['2026-03-29T03:30', '2026-03-30T02:30']);
  });

  it('at a time that comes twice when clocks go back comes the first time only', () => {
    const daily = { ...BERLIN, every: 'day', at: '02:30' } as const;
    const found = dues(daily, ms('2026-10-24T12:00:00Z'), ms('2026-10-26T12:00:00Z'));
    expect(found.map((due) => new Date(due - delay).toISOString().slice(0, 16))).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });

  it('does not come on a day that a time zone left out', () => {
    const daily = { every: 'day', at: '06:00', day: 1, timeZone: 'Pacific/Apia' } as const;
    const found = dues(daily, ms('2011-12-28T20:00:00Z'), ms('2012-01-01T00:00:00Z'));
    expect(found.map((due) => local(due, 'Pacific/Apia').slice(0, 10))).toEqual([
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
    ]);
  });
});

describe('a monthly or quarterly scan', () => {
  it('on the 31st comes on the last day of a shorter month', () => {
    const monthly = { ...BERLIN, every: 'month', at: '07:00', day: 31 } as const;
    const found = dues(monthly, ms('2028-01-01T00:00:00Z'), ms('2028-05-01T12:00:00Z'));
    const days = found.map((due) => local(due, 'Europe/Berlin').slice(0, 10));
    expect(days).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']);
  });

  it('of a quarter comes in its first month', () => {
    const quarterly = { ...BERLIN, every: 'quarter', at: '07:00', day: 15 } as const;
    const found = dues(quarterly, ms('2026-02-01T00:00:00Z'), ms('2027-02-01T00:00:00Z'));
    const days = found.map((due) => local(due, 'Europe/Berlin').slice(0, 10));
    expect(days).toEqual(['2026-04-15', '2026-07-15', '2026-10-15', '2027-01-15']);
  });
});

/** Names the period that an instant lies in. */
function periodOf(every: Every, instant: number, timeZone: string): string {
  const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  switch (every) {
    case 'hour':
      return String(Math.floor(instant / 3_600_000));
    case 'day':
      return date.toString();
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 }).toString();
    case 'month':
      return date.toPlainYearMonth().toString();
    default:
      return `${date.year} ${Math.ceil(date.month / 3)}`;
  }
}

const HOUR_MS = 3_600_000;

/** Over how many hours is looked, and in which steps so that no period is stepped over. */
const LOOKED: Readonly<Record<Every, { readonly hours: number; readonly step: number }>> = {
  hour: { hours: 48, step: 0.5 },
  day: { hours: 24 * 200, step: 12 },
  week: { hours: 24 * 800, step: 24 * 4 },
  month: { hours: 24 * 1500, step: 24 * 14 },
  quarter: { hours: 24 * 3000, step: 24 * 45 },
};

/** Every period that there is between two instants. */
function periodsIn(every: Every, from: number, until: number, timeZone: string): readonly string[] {
  const found = new Set<string>();
  for (let instant = from; instant < until; instant += LOOKED[every].step * HOUR_MS)
    found.add(periodOf(every, instant, timeZone));
  return [...found];
}

describe('whatever the time zone, the year and the schedule', () => {
  const anySchedule = fc.record({
    every: fc.constantFrom(...everyNames),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 39 }),
    day: fc.integer({ min: 1, max: 31 }),
    timeZone: fc.constantFrom(...ZONES),
    seed: fc.string(),
    from: fc.integer({ min: ms('2005-01-01T00:00:00Z'), max: ms('2045-01-01T00:00:00Z') }),
  });

  it('there is exactly one scan in each period, none outside and none twice', () => {
    fc.assert(
      fc.property(anySchedule, ({ every, hour, minute, day, timeZone, seed, from }) => {
        const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const recurrence = { every, at, day: every === 'week' ? 1 + (day % 7) : day, timeZone };
        const until = from + LOOKED[every].hours * HOUR_MS;
        const found = dues(recurrence, from, until, seed);
        const periods = periodsIn(every, from, until, timeZone);
        // The first and the last period are cut off by where we look.
        const expected = periods.slice(1, -1);
        const scanned = found.map((due) => periodOf(every, due, timeZone));
        const inner = scanned.filter((period) => expected.includes(period));
        expect(inner).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('the next time is the same from any instant before it', () => {
    fc.assert(
      fc.property(
        anySchedule,
        fc.nat({ max: 10_000_000 }),
        ({ every, day, timeZone, seed, from }, earlier) => {
          const recurrence = { every, at: '02:15', day: every === 'week' ? 1 + (day % 7) : day, timeZone };
          const first = nextDue(recurrence, seed, from);
          const second = nextDue(recurrence, seed, first);
          expect(second).toBeGreaterThan(first);
          const between = Math.max(first, second - 1 - earlier);
          expect(nextDue(recurrence, seed, between)).toBe(second);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the delay of an organization', () => {
  it('spreads a thousand of them over twenty minutes, and never changes', () => {
    const daily = { every: 'day', at: '06:00', day: 1, timeZone: 'UTC' } as const;
    const delays = Array.from({ length: 1000 }, (_, index) => nextDue(daily, `id ${index}`, 0) - 21_600_000);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...delays)).toBeLessThan(1_200_000);
    const minutes = new Set(delays.map((one) => Math.floor(one / 60_000)));
    expect(minutes.size).toBe(20);
    expect(nextDue(daily, 'id 7', 0)).toBe(nextDue(daily, 'id 7', 1));
  });
});

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { categories, isCategory, type Category } from '#connectors/contract/category.js';
import { parseTerm } from '../term.js';
import { countryCodes } from './countries.js';
import { mailboxProviders } from './mailbox-providers.js';

/** What editors are told beside the sentence; overrides what Zod derives from "text, then read". */
type EditorHints = Readonly<Record<string, unknown>>;

/**
 * A value of the policy: read from text, which is what the YAML reader gives for every single value.
 * `read` returns null for a text that does not fit; `expected` then says what would.
 */
function value<T extends string | number | boolean | object>(
  expected: string,
  read: (text: string) => T | null,
  { known = [], ...hints }: EditorHints & { readonly known?: readonly string[] } = {},
) {
  return z
    .string({ error: expected })
    .transform((raw, context): T => {
      const result = read(raw.trim());
      if (result === null) {
        context.addIssue({ code: 'custom', message: expected, params: { known } });
        return z.NEVER;
      }
      return result;
    })
    .meta(hints);
}

/** Text on one line; several lines of YAML become one. */
export function text(expected = 'text') {
  return value(expected, (raw) => oneLine(raw), { minLength: 1 });
}

/** One of a few words. */
export function word<const W extends string>(words: readonly W[]) {
  return value(`one of ${words.join(', ')}`, (raw) => words.find((candidate) => candidate === raw) ?? null, {
    known: words,
    enum: words,
  });
}

/** `yes`, `no`, `true` and `false`, quoted or not, whatever a version of YAML makes of them (E36). */
export function yesOrNo() {
  return value('`yes` or `no`', readYesOrNo, {
    type: ['boolean', 'string'],
    enum: [true, false, 'yes', 'no'],
  });
}

/** As `yesOrNo`, or `opted_out`. */
export function yesNoOrOptedOut() {
  return value(
    '`yes`, `no` or `opted_out`',
    (raw): boolean | 'opted_out' | null => (raw === 'opted_out' ? raw : readYesOrNo(raw)),
    { known: ['opted_out'], type: ['boolean', 'string'], enum: [true, false, 'yes', 'no', 'opted_out'] },
  );
}

/** A day that exists, as YYYY-MM-DD. */
export function day() {
  return value('a day such as 2026-09-30', readDay, { pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
}

export function term() {
  return value('a time such as `24 months`, `7 years`, `90 days` or `P24M`', parseTerm, {
    pattern: '^([Pp](\\d+[YyMmWwDd])+|\\d+ ?[A-Za-z]+((, ?| and |, and )\\d+ ?[A-Za-z]+)*)$',
    examples: ['24 months', '7 years', '90 days'],
  });
}

/** Lower case. */
export function email() {
  return value('an e-mail address', (raw) => {
    const address = raw.normalize('NFKC').toLowerCase();
    return /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/u.test(address) ? address : null;
  });
}

/** Lower case. Providers where anybody has an address are refused: their users are not staff. */
export function domain() {
  return value(
    'a domain of your own such as sweetcrumb.example (not one where anybody can have an address)',
    (raw) => {
      const name = raw.normalize('NFKC').toLowerCase();
      const isDomain =
        /^(?=.{3,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]+$/u.test(name);
      return isDomain && !mailboxProviders.has(name) ? name : null;
    },
  );
}

export function country() {
  return value(
    'a country as two letters such as US, GB or DE',
    (raw) => countryCodes.find((code) => code === raw.toUpperCase()) ?? null,
    { pattern: '^[A-Za-z]{2}$' },
  );
}

export function timeZone() {
  return value(
    'a time zone such as America/New_York or Europe/Berlin',
    (raw) => (isTimeZone(raw) ? raw : null),
    {
      known: Intl.supportedValuesOf('timeZone'),
      examples: [
        'America/New_York',
        'America/Chicago',
        'America/Los_Angeles',
        'Europe/London',
        'Europe/Berlin',
      ],
    },
  );
}

/** Files of the exports folder, by name or pattern; `!` keeps files out. */
export function filePattern() {
  return value('a file or pattern inside the exports folder such as `drive/*.xlsx`', (raw) => {
    const pattern = oneLine(raw);
    const parts = pattern?.replace(/^!/u, '').split(/[\\/]/u) ?? [];
    const isAbsolute = parts[0] === '' || /^[A-Za-z]:/u.test(parts[0] ?? '') || parts[0] === '~';
    return pattern === null || pattern.length > 300 || isAbsolute || parts.includes('..') ? null : pattern;
  });
}

/** A kind of personal data by its key. Bare `user` would cover everything and is refused (E2). */
export function category() {
  return value(
    'a kind of personal data such as user.contact.email',
    (raw): Category | null => {
      return isCategory(raw) ? raw : null;
    },
    { known: categories, enum: categories },
  );
}

export function categoryOrNone() {
  return value(
    'a kind of personal data such as user.contact.email, or `none`',
    (raw): Category | 'none' | null => {
      return raw === 'none' || isCategory(raw) ? raw : null;
    },
    { known: ['none', ...categories], enum: ['none', ...categories] },
  );
}

/** The name of something said elsewhere in the policy. `known` is null where that can not be judged. */
export function nameOf(expected: string, known: readonly string[] | null) {
  return value(
    known === null || known.length === 0 ? expected : `${expected} (${known.slice(0, 12).join(', ')})`,
    (raw) => (known === null || known.includes(raw) ? oneLine(raw) : null),
    { known: known ?? [] },
  );
}

/** As `nameOf`, for addresses: lower case, resolved to the person's own address. */
export function personAddress(people: ReadonlyMap<string, string> | null) {
  return value(
    'the address of somebody under `people:`',
    (raw) => {
      const address = raw.normalize('NFKC').toLowerCase();
      return people === null ? address : (people.get(address) ?? null);
    },
    { known: [...(people?.keys() ?? [])] },
  );
}

/** The version of the policy format. */
export function formatVersion() {
  return value('1', (raw): 1 | null => (raw === '1' ? 1 : null), { type: 'integer', const: 1 });
}

function oneLine(raw: string): string | null {
  const line = raw.replace(/\s+/gu, ' ').trim();
  return line === '' || line.length > 2000 || /\p{Cc}/u.test(line) ? null : line;
}

function readYesOrNo(raw: string): boolean | null {
  const answer = raw.toLowerCase();
  return answer === 'yes' || answer === 'true' ? true : answer === 'no' || answer === 'false' ? false : null;
}

function readDay(raw: string): string | null {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/u.test(raw)) {
    return null;
  }
  try {
    return Temporal.PlainDate.from(raw, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}

function isTimeZone(raw: string): boolean {
  // Offsets such as +02:00 name no place, and know no summer time.
  if (!/^[A-Za-z]/u.test(raw)) {
    return false;
  }
  try {
    return new Intl.DateTimeFormat('en', { timeZone: raw }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}

import { readXml } from './xml.js';

/** Which cell styles show a number as a date, and what day 0 is. */
export interface DateStyles {
  readonly dates: ReadonlySet<number>;
  readonly startsIn1904: boolean;
}

const DAY_MS = 86_400_000;

/** Reads which styles are dates: formats that Excel has built in, and those written out with y, m, d or h. */
export async function dateStyles(bytes: AsyncIterable<Buffer> | null): Promise<Pick<DateStyles, 'dates'>> {
  const dates = new Set<number>();
  if (bytes === null) return { dates };
  const written = new Map<string, boolean>();
  let isInStyles = false;
  let style = 0;
  const reading = readXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmt') {
        written.set(attributes['numFmtId'] ?? '', isDateFormat(attributes['formatCode'] ?? ''));
      } else if (name === 'cellXfs') {
        isInStyles = true;
      } else if (name === 'xf' && isInStyles) {
        const id = attributes['numFmtId'] ?? '';
        if (written.get(id) ?? isBuiltInDate(Number(id))) dates.add(style);
        style += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') isInStyles = false;
    },
  });
  for await (const _ of reading);
  return { dates };
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);
}

/** Texts in quotes, colours and conditions in brackets say nothing; elapsed hours are a length, no date. */
function isDateFormat(code: string): boolean {
  if (/\[(h+|m+|s+)\]/i.test(code)) return false;
  const plain = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  return /[ymdhs]/i.test(plain) && !/[0#?]/.test(plain.replaceAll(/\.0+/g, ''));
}

/** `2026-11-24`, with ` 09:30:00` if there is a time; the time alone before day 1. */
export function dateText(serial: number, startsIn1904: boolean): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  const days = startsIn1904 ? serial + 1462 : serial;
  // Excel takes 1900 for a leap year: its days before March are one too far.
  const since1970 = days - 25_569 + (days < 60 ? 1 : 0);
  const iso = new Date(Math.round((since1970 * DAY_MS) / 1000) * 1000).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  if (serial < 1) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

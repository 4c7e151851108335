/** An amount that cannot be read might be a purchase: no rule may speak of its absence. */
const UNREADABLE = 'amounts that cannot be read';

type Mark = '.' | ',';

const MOST_REMEMBERED = 5_000;

/** Makes the amounts of one column comparable: plain decimals such as `-12.50`. */
export class AmountColumn {
  /** Why some of its amounts are not read; null while all are. */
  doubt: string | null = null;

  private mark: Mark | null = null;
  private readonly known = new Map<string, string>();

  /** Finds the decimal mark by the first cells of the column; numbers of a sheet have a point. Call once, first. */
  settle(cells: Iterable<string>, isSheet: boolean): void {
    const seen = new Set<Mark>();
    for (const cell of cells) {
      const mark = markIn(cell.replaceAll(/[^\d.,]/g, ''));
      if (mark !== null) seen.add(mark);
    }
    if (seen.size === 1) this.mark = seen.has('.') ? '.' : ',';
    else if (isSheet) this.mark = '.';
  }

  /** The cell as it goes on; "" for what is no amount. */
  read(cell: string): string {
    if (cell === '' || isPlain(cell)) return cell;
    let read = this.known.get(cell);
    if (read === undefined) {
      read = this.readWritten(cell);
      if (this.known.size < MOST_REMEMBERED) this.known.set(cell, read);
    }
    return read;
  }

  private readWritten(cell: string): string {
    const text = cell.replaceAll(/[\s'’\p{Sc}]/gu, '').replaceAll(/[−–—]/g, '-');
    // A dash stands for nothing.
    if (/^-*$/.test(text)) return '';
    const parts = AMOUNT.exec(text);
    const digits = parts?.groups?.['digits'];
    const isBracketed = text.startsWith('(') && text.endsWith(')');
    if (digits === undefined || text.startsWith('(') !== text.endsWith(')')) {
      this.doubt = UNREADABLE;
      return '';
    }
    const isNegative = isBracketed || text.includes('-') || /cr$/i.test(text);
    return (isNegative ? '-' : '') + decimal(digits, markIn(digits) ?? this.mark);
  }
}

/** "USD -1,234.50", "-1.234,50 kr.", "(12.50)", "12.50-", "12.50CR", once signs of currencies and spaces are gone. */
const AMOUNT =
  /^\(?(?:\p{L}{1,3}\.?)?[-+]?(?:\p{L}{1,3}\.?)?(?<digits>\d[\d.,]*|[.,]\d+)(?:\p{L}{1,3}\.?)?-?\)?$/u;

/**
 * The decimal mark where the amount itself tells: the last of two kinds, or one that does not stand before exactly
 * three digits. Null where only the other amounts of the column can.
 */
function markIn(digits: string): Mark | null {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point === -1 && comma === -1) return null;
  if (point !== -1 && comma !== -1) return point > comma ? '.' : ',';
  const mark = point === -1 ? ',' : '.';
  if (digits.indexOf(mark) !== Math.max(point, comma)) return mark === '.' ? ',' : '.';
  const behind = digits.length - 1 - Math.max(point, comma);
  return behind !== 3 || /^0?[.,]/.test(digits) ? mark : null;
}

/** Without a mark of its column, one before three digits parts thousands. */
function decimal(digits: string, mark: Mark | null): string {
  const at = mark === null ? -1 : digits.lastIndexOf(mark);
  const whole = (at === -1 ? digits : digits.slice(0, at)).replaceAll(/[.,]/g, '');
  const fraction = at === -1 ? '' : digits.slice(at + 1);
  return (whole === '' ? '0' : whole) + (fraction === '' ? '' : `.${fraction}`);
}

/** Digits, a minus before them and two decimals at most behind a point: the same in every column. */
function isPlain(cell: string): boolean {
  const start = cell.charCodeAt(0) === 45 ? 1 : 0;
  let point = -1;
  for (let at = start; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if (code !== 46 || point !== -1 || at === start) return false;
    point = at;
  }
  const behind = point === -1 ? 0 : cell.length - 1 - point;
  return cell.length > start && (point === -1 || behind === 1 || behind === 2);
}

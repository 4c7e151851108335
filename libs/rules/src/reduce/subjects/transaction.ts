import { ownCopy } from '../own-copy.js';

/** What a line of a sales report says of the customer (E10). */
export type Meaning = 'purchase' | 'activity' | 'nothing';
type TypeMeaning = 'sale' | 'unsaid' | 'activity' | 'nothing';

const DEAD = /void|cancel|annul|failed|declined|draft|expired|storn/iu;
const NOT_THE_PERSON = /estimate|quote|proposal|journal|expense|purchase order|^bill|^check|^deposit/iu;
const ACTIVITY =
  /refund|payment|^credit$|credit ?(memo|note)|chargeback|return|gutschrift|erstattung|abono|avoir|rimborso|reembolso|devoluci/iu;
/** Words of types repeat in every row; more distinct ones than this are no types. */
const MOST_REMEMBERED = 500;

/** Reads the words of types and statuses, each once. */
export class TransactionWords {
  private readonly types = new Map<string, TypeMeaning>();
  private readonly statuses = new Map<string, boolean>();

  /** What the type alone says. */
  ofType(type: string): TypeMeaning {
    return remembered(this.types, type, typeMeaning);
  }

  /** Void, cancelled, failed or never issued: no transaction at all. */
  isDead(status: string): boolean {
    return remembered(this.statuses, status, (word) => DEAD.test(word));
  }
}

/**
 * What a transaction of this type and total is. Without a column of amounts `total` is undefined and the type decides;
 * a missing total (null) is a line that carries none, as the second line of a shop order.
 */
export function meaningOf(type: TypeMeaning, total: number | null | undefined): Meaning {
  if (type === 'activity' || type === 'nothing') return type;
  if (total === undefined || (total !== null && total > 0)) return 'purchase';
  return total !== null && total < 0 && type === 'unsaid' ? 'activity' : 'nothing';
}

/** A plain decimal such as `-12.50`; null for anything else. */
export function amountOf(cell: string): number | null {
  if (cell === '') return null;
  const amount = Number(cell);
  return Number.isFinite(amount) ? amount : null;
}

function typeMeaning(type: string): TypeMeaning {
  const word = type.trim();
  if (word === '') return 'unsaid';
  if (DEAD.test(word) || NOT_THE_PERSON.test(word)) return 'nothing';
  return ACTIVITY.test(word) ? 'activity' : 'sale';
}

function remembered<T>(known: Map<string, T>, word: string, read: (word: string) => T): T {
  let meaning = known.get(word);
  if (meaning === undefined) {
    meaning = read(word);
    if (known.size < MOST_REMEMBERED) known.set(ownCopy(word), meaning);
  }
  return meaning;
}

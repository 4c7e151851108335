/** A query of QuickBooks, taken apart: `SELECT * | count(*) FROM Entity [WHERE …] [ORDERBY …] [STARTPOSITION n] [MAXRESULTS n]`. */
export interface Statement {
  readonly counts: boolean;
  /** As it was written. */
  readonly entity: string;
  readonly where: readonly Condition[];
  readonly order: { readonly property: string; readonly isDescending: boolean } | null;
  readonly start: number;
  readonly most: number;
}

export interface Condition {
  readonly property: string;
  readonly operator: 'IN' | '=' | '<' | '>' | '<=' | '>=' | 'LIKE';
  readonly values: readonly string[];
}

/** Code 4000: the statement is none. */
export class StatementProblem extends Error {}

const USUAL_RESULTS = 100;
const MOST_RESULTS = 1000;
const TOKEN = /\s*(?:'((?:[^'\\]|\\.)*)'|([A-Za-z_][\w.]*)|(-?\d+(?:\.\d+)?)|(<=|>=|[=<>(),*])|(\S))/gy;

/** Keywords in any case. No OR, no parentheses but those of IN, no list of columns, one entity. Throws a StatementProblem. */
export function parseStatement(text: string): Statement {
  const reader = new Reader(tokensOf(text));
  reader.word('select');
  const counts = reader.takes('count');
  if (counts) for (const sign of ['(', '*', ')']) reader.sign(sign);
  else reader.sign('*');
  reader.word('from');
  const entity = reader.name();
  const where: Condition[] = [];
  if (reader.takes('where')) {
    do where.push(condition(reader));
    while (reader.takes('and'));
  }
  let order: Statement['order'] = null;
  if (reader.takes('orderby')) {
    const property = reader.name();
    const isDescending = reader.takes('desc');
    if (!isDescending) reader.takes('asc');
    order = { property, isDescending };
  }
  let start = 1;
  let most = USUAL_RESULTS;
  for (;;) {
    if (reader.takes('startposition')) start = reader.number();
    else if (reader.takes('maxresults')) most = reader.number();
    else break;
  }
  reader.end();
  if (start < 1 || most < 1 || most > MOST_RESULTS) throw new StatementProblem('out of range');
  return { counts, entity, where, order, start, most };
}

function condition(reader: Reader): Condition {
  const property = reader.name();
  if (reader.takes('in')) {
    reader.sign('(');
    const values = [reader.value()];
    while (reader.takesSign(',')) values.push(reader.value());
    reader.sign(')');
    return { property, operator: 'IN', values };
  }
  if (reader.takes('like')) return { property, operator: 'LIKE', values: [reader.value()] };
  const operator = (['=', '<=', '>=', '<', '>'] as const).find((sign) => reader.takesSign(sign));
  if (operator === undefined) throw new StatementProblem('no operator');
  return { property, operator, values: [reader.value()] };
}

type Token = readonly [kind: 'text' | 'name' | 'number' | 'sign', text: string];

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [, quoted, name, number, sign, other] of text.trim().matchAll(TOKEN)) {
    if (quoted !== undefined) tokens.push(['text', quoted.replaceAll(/\\(.)/gu, '$1')]);
    else if (name !== undefined) tokens.push(['name', name]);
    else if (number !== undefined) tokens.push(['number', number]);
    else if (sign !== undefined) tokens.push(['sign', sign]);
    else throw new StatementProblem(`unexpected ${other ?? ''}`);
  }
  return tokens;
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  takes(word: string): boolean {
    const [kind, text] = this.tokens[this.at] ?? [];
    const isIt = kind === 'name' && text?.toLowerCase() === word;
    if (isIt) this.at += 1;
    return isIt;
  }

  takesSign(sign: string): boolean {
    const [kind, text] = this.tokens[this.at] ?? [];
    const isIt = kind === 'sign' && text === sign;
    if (isIt) this.at += 1;
    return isIt;
  }

  word(word: string): void {
    if (!this.takes(word)) throw new StatementProblem(`${word} expected`);
  }

  sign(sign: string): void {
    if (!this.takesSign(sign)) throw new StatementProblem(`${sign} expected`);
  }

  name(): string {
    return this.next(['name']);
  }

  number(): number {
    return Number(this.next(['number']));
  }

  /** Quoted, a number, or a bare word such as true. */
  value(): string {
    return this.next(['text', 'number', 'name']);
  }

  end(): void {
    if (this.at < this.tokens.length) throw new StatementProblem('more than a query');
  }

  private next(kinds: readonly Token[0][]): string {
    const token = this.tokens[this.at];
    if (token === undefined || !kinds.includes(token[0]))
      throw new StatementProblem('something else expected');
    this.at += 1;
    return token[1];
  }
}

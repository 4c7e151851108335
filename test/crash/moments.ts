/** Moments that look random and are the same for one seed, so that a red run can be repeated. */
export class Moments {
  static readonly seed = Number(process.env['PLUMBLINE_SEED'] ?? 20_261_127);
  private state: number;

  /** Two suites of one seed have different moments. */
  constructor(suite: number) {
    this.state = (Moments.seed + suite) >>> 0;
  }

  /** At least 0 and less than 1. */
  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }

  /** A whole number of ms below `most`. */
  within(most: number): number {
    return Math.floor(this.next() * most);
  }
}

/** What a round did, for who reads the run: Jest's own console is for humans' stack traces. */
export function say(text: string): void {
  process.stderr.write(`  ${text}\n`);
}

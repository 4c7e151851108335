import type { RecordedExchange } from './recorded-exchange.js';

/** Keeps every exchange; bodies of answers only if asked to, because a large account would fill the memory. */
export class Recorder {
  readonly keepsAnswers: boolean;
  private readonly kept: RecordedExchange[] = [];
  private count = 0;

  constructor(keepsAnswers: boolean) {
    this.keepsAnswers = keepsAnswers;
  }

  add(exchange: Omit<RecordedExchange, 'number'>): void {
    this.count += 1;
    this.kept.push({
      number: this.count,
      ...exchange,
      answerBody: this.keepsAnswers ? exchange.answerBody : null,
    });
  }

  get exchanges(): readonly RecordedExchange[] {
    return this.kept;
  }

  clear(): void {
    this.kept.length = 0;
  }

  /** One exchange a line, as JSON. */
  asLines(): string {
    return this.kept.map((exchange) => `${JSON.stringify(exchange)}\n`).join('');
  }
}

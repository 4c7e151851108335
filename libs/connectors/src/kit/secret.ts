import { inspect } from 'node:util';

const SHOWN = '(secret)';

/**
 * A token, key or password. Whatever prints, logs, inspects or serializes it gets no more than that it is one; only
 * `reveal` gives the text, at the place where it is sent or sealed.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  equals(other: Secret | null): boolean {
    return other !== null && this.#text === other.#text;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}

import type { Actor } from './actor.js';
import type { Refusal } from './refusal.js';

/** Variables of an error, for logs and people: names, counts, places; never a secret or a customer's value. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

interface ErrorText {
  /** Static sentence: what happened. */
  readonly message: string;
  readonly details?: ErrorDetails;
  readonly cause?: unknown;
}

/**
 * The base of every error we throw on purpose. Its `cause`, which may be a library's error that holds a token or a
 * customer's value, is there for a debugger: neither serializing nor Node's `inspect` and console print it.
 */
abstract class PlumblineError extends Error {
  abstract readonly actor: Actor;
  readonly details: ErrorDetails;

  constructor({ message, details = {}, cause }: ErrorText) {
    super(message);
    this.name = new.target.name;
    this.details = details;
    if (cause !== undefined) {
      Object.defineProperty(this, 'cause', { value: cause, enumerable: false });
    }
  }

  /** What Node prints of it, by the name that Node knows this under: as it stands, `inspect` adds every cause. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const { stack, message, details } = this;
    const text = stack ?? message;
    return Object.keys(details).length === 0 ? text : `${text} ${JSON.stringify(details)}`;
  }
}

/** The user must act, and `step` says how. */
export class UserActionError extends PlumblineError {
  readonly actor = 'user';
  readonly step: string;

  constructor(text: ErrorText & { readonly step: string }) {
    super(text);
    this.step = text.step;
  }
}

/** We have a bug. Nobody but us can act. */
export class BugError extends PlumblineError {
  readonly actor = 'us';
}

/** The vendor failed, not the user and not we. `retryAfterMs`: when it is worth trying again; null: at the next scan. */
export class VendorFailedError extends PlumblineError {
  readonly actor = 'vendor';
  readonly retryAfterMs: number | null;

  constructor(text: ErrorText & { readonly retryAfterMs?: number | null }) {
    super(text);
    this.retryAfterMs = text.retryAfterMs ?? null;
  }
}

/** One resource could not be read; its receipt says why, and the others are read. Who must act stands in the refusal. */
export class ReadRefusedError extends PlumblineError {
  readonly actor: Actor;
  readonly refusal: Refusal;

  constructor(text: ErrorText & { readonly refusal: Refusal }) {
    super(text);
    this.refusal = text.refusal;
    this.actor = text.refusal.actor;
  }
}

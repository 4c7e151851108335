/** Lets one at a time through, in the order of asking. */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  /** Resolves when it is one's turn, with what ends it. */
  async begin(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const previous = this.last;
    this.last = promise;
    await previous;
    return resolve;
  }
}

/**
 * A file, or a part of it, that cannot be read. Caught for each file and turned into a `failed` receipt; the other
 * files are still read. It carries no cause: the errors of parsers and archives quote what they read (law 1).
 */
export class FileProblem extends Error {
  /** A sentence part for the owner: what is wrong, and what to do where something can be done. */
  readonly reason: string;

  constructor(reason: string) {
    super('A file of the exports folder cannot be read');
    this.name = 'FileProblem';
    this.reason = reason;
  }
}

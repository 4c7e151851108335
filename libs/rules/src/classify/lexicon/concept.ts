/** Phrases of one concept, separated by commas; a trailing `?` marks one that often means something else. */
export type WordList = Readonly<Record<string, string>>;

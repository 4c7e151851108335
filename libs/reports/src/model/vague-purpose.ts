/** Phrases that promise nothing a customer could hold a business to. In English: other languages pass. */
const EMPTY_PHRASES: readonly RegExp[] = [
  /\b(?:improv|enhanc|optimi[sz]|better)\w* (?:the |our |your |and \w+ )*(?:services?|products?|offers?|offerings?|experience|business|web ?site|customer service)\b/iu,
  /\b(?:serve|help|know|understand) you(?:r needs)? better\b|\bbetter (?:serve|understand|know) (?:you|our customers)\b/iu,
  /\b(?:business|commercial|internal|other|various|legitimate|general|administrative|operational|marketing|analytics?|statistical|research) (?:purposes?|reasons|needs|activities)\b/iu,
  /\b(?:customer|user) experience\b/iu,
  /\b(?:as|if|when|where) (?:needed|necessary|required)\b/iu,
  /\betc\b|\band (?:so on|more)\b/iu,
];

/** A word or two name a field of activity, not what is done: "marketing", "for analytics". */
const TOO_SHORT = /^(?:to |for )?\p{L}+$/iu;

/**
 * Whether a purpose says so little that no customer could tell what is done with the data: "to improve our services",
 * "marketing purposes". Whoever reads it is told which sentence to make specific.
 */
export function isVague(why: string): boolean {
  const words = why.trim();
  return TOO_SHORT.test(words) || EMPTY_PHRASES.some((phrase) => phrase.test(words));
}

/** What to do about a vague purpose, in a sentence. */
export function vagueInWords(purpose: string, why: string): string {
  return `“${why}” (${purpose}) does not tell a customer what you do. Say it in the policy, under purposes: ${purpose}: why:, for example “to recommend other products that go with what they bought”.`;
}

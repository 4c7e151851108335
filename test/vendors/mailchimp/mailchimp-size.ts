/** How much there is in the simulated account. */
export interface MailchimpSize {
  /** The bakery's own comes first; everybody stands in one or four of those beyond. */
  readonly audiences: number;
  /** Of each audience; the bakery's own come first. */
  readonly mergeFields: number;
}

/** How much there is in the simulated account. */
export interface HubspotSize {
  /** Of contacts; HubSpot's and the bakery's own come first, those beyond are plain text that every third contact has. */
  readonly properties: number;
}

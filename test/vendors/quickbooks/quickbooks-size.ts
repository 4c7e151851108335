/** How much there is in the simulated company. */
export interface QuickbooksSize {
  /** How many years the books go back beyond what the bakery sold; 0 unless given. */
  readonly years: number;
  /** Documents in each of these years, half of them invoices. */
  readonly salesAYear: number;
}

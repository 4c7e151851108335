/** Rights by name: those that may be left out and are, and wider ones that are wanted. */
export interface RightsWished {
  readonly without: readonly string[];
  readonly with: readonly string[];
}

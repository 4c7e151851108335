import type { ReportedFinding } from '../model/scan-outcome.js';

/** Letters of an id that a person types; the commands accept the beginning of an id. */
const ID_LETTERS = 8;

export function shortId({ finding }: Pick<ReportedFinding, 'finding'>): string {
  return finding.id.slice(0, ID_LETTERS);
}

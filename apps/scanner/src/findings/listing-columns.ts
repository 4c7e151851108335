import type { Disposition } from '#rules/engine/finding.js';
import type { Severity } from '#rules/engine/rule.js';
import type { FindingEntity } from '../storage/entities/finding.entity.js';

const RANKS: Readonly<Record<Severity, number>> = { info: 0, low: 1, medium: 2, high: 3 };

/** Where a severity stands in lists: 0 info to 3 high. */
export function rankOf(severity: Severity): number {
  return RANKS[severity];
}

/** What a search looks through: without case, in every alphabet, which SQL alone can not do everywhere. */
export function wordsOf({ title, subject }: Pick<FindingEntity, 'title' | 'subject'>): string {
  return `${title}\n${subject}`.toLowerCase();
}

/** A disposition with the columns that lists read. */
export function dispositionColumns(
  disposition: Disposition,
): Pick<FindingEntity, 'disposition' | 'dispositionKind' | 'exceptionUntil'> {
  return {
    disposition,
    dispositionKind: disposition.kind,
    exceptionUntil: disposition.kind === 'exception' ? disposition.until : null,
  };
}

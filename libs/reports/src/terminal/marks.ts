import type { Severity } from '#rules/engine/rule.js';
import type { Finding } from '#rules/engine/finding.js';
import type { Cell, Page, Paint } from './page.js';

/** Letters of an id that a person types; the commands accept the beginning of an id. */
const ID_LETTERS = 8;

/** The beginning of an id that stands beside every finding. */
export function idCell({ paint }: Page, { id }: Pick<Finding, 'id'>): Cell {
  return { text: id.slice(0, ID_LETTERS), paint: paint.dim };
}

/** Begins what the reader can do. */
export function stepCell({ paint }: Page): Cell {
  return { text: '→ ', paint: paint.cyan };
}

export function severityPaint({ paint }: Page, severity: Severity): Paint {
  return { high: paint.red, medium: paint.yellow, low: paint.cyan, info: paint.dim }[severity];
}

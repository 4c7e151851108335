/** One thing to correct in a policy file. */
export interface PolicyProblem {
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** `systems.crm.connector`, `data[2].in[0]`; "" for the file as a whole. */
  readonly path: string;
  /** What is wrong and what was expected, for a person. */
  readonly message: string;
  readonly expected: string | null;
  /** What stands there, shortened; null where nothing does. */
  readonly found: string | null;
  /** The known key or word that is nearest to what stands there; null where none is near. */
  readonly nearest: string | null;
}

/** More than these help nobody at once. */
const MOST_LINES = 100;

/** One line each, `file:line:column  message`, so that terminals and editors can jump to the place. */
export function policyProblemsAsText(problems: readonly PolicyProblem[]): string {
  const lines = problems
    .slice(0, MOST_LINES)
    .map(({ file, line, column, message }) => `${file}:${line}:${column}  ${message}`);
  const rest = problems.length - lines.length;
  return [...lines, ...(rest > 0 ? [`… and ${rest} more.`] : [])].join('\n');
}

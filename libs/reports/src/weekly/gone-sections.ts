import type { Changes } from '../model/changes.js';
import { counted, numberInWords } from '../model/words.js';
import type { Week } from './week.js';
import type { WeeklyItem, WeeklySection } from './weekly-report.js';

type Kind = Changes['groups'][number]['kind'];

/** Findings that are listed; the rest is counted. */
const MOST = 10;

/** What the tools do not show any more: only that is called fixed (E22). */
export function fixedSection(week: Week): WeeklySection | null {
  return section('fixed', 'Fixed', week, [{ kind: 'fixed', because: null }]);
}

const REASONS: readonly Gone[] = [
  { kind: 'gone_by_policy', because: 'The policy changed' },
  { kind: 'gone_by_rules', because: "Plumbline's rules changed" },
  { kind: 'gone_by_decision', because: 'You approved a new baseline' },
  { kind: 'told_otherwise', because: 'Another finding tells of the same thing now' },
];

/** What went away without anybody having changed a tool, and why. */
export function goneSection(week: Week): WeeklySection | null {
  return section('gone', 'Gone, but not because a tool was changed', week, REASONS);
}

interface Gone {
  readonly kind: Kind;
  readonly because: string | null;
}

function section(
  kind: 'fixed' | 'gone',
  heading: string,
  { changes }: Week,
  reasons: readonly Gone[],
): WeeklySection | null {
  const items = reasons.flatMap((reason) => {
    const group = changes?.groups.find((one) => one.kind === reason.kind);
    return group ? itemsFor(group, reason.because) : [];
  });
  return items.length === 0 ? null : { kind, heading, items };
}

function itemsFor(
  { count, findings }: Changes['groups'][number],
  because: string | null,
): readonly WeeklyItem[] {
  const shown = findings
    .slice(0, MOST)
    .map(({ finding }) => item(finding.title, because === null ? [] : [because.toLowerCase()], finding.id));
  const more = count - shown.length;
  if (more === 0) return shown;
  const counting = shown.length === 0 ? counted(more, 'finding') : `${numberInWords(more)} more`;
  return [...shown, item(counting, because === null ? [] : [because.toLowerCase()], null)];
}

function item(what: string, remarks: readonly string[], finding: string | null): WeeklyItem {
  return { severity: null, what, remarks, why: null, steps: [], lines: [], more: 0, finding };
}

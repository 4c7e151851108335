import { itemsOf } from './items.js';
import type { Week } from './week.js';
import type { WeeklySection } from './weekly-report.js';

/** What the policy has somebody do regularly, and is due. */
export function dutiesSection({ duties, newsOf, facts }: Week): WeeklySection | null {
  if (duties.length === 0) return null;
  const remarksOf = (id: string): readonly string[] => {
    const name = facts.assignees.get(id);
    return [
      ...(newsOf.get(id)?.change === 'new' ? ['new'] : []),
      ...(name === undefined ? [] : [`with ${name}`]),
    ];
  };
  return {
    kind: 'duties',
    heading: 'Due',
    items: itemsOf(duties, {
      remarksOf: ({ id }) => remarksOf(id),
      most: duties.length,
      mostOfAKind: () => duties.length,
      told: 'in short',
      apart: 'by kind',
    }),
  };
}

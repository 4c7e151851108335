import { cell, gaps, table, text, type DocumentSection } from '../document-part.js';
import type { QuarterFacts } from './quarter-facts.js';

/** What the policy has somebody do regularly, and what of it is due. A duty that it does not have is no duty (E32). */
export function dutiesOfQuarter({ duties, policy }: QuarterFacts): DocumentSection {
  const without = [
    ...(policy.reviewEvery === null ? ['the review of the policy (review_every:)'] : []),
    ...(policy.audit === null ? ['the audit (audit:)'] : []),
    ...(policy.training === null ? ['training (training:)'] : []),
    ...(policy.vendors.some(({ vetEvery }) => vetEvery !== null)
      ? []
      : ['checking vendors again (vendors: vet_every:)']),
  ];
  return {
    heading: 'Duties',
    parts: [
      ...(duties.length === 0 ? [text('None is due within 30 days.')] : []),
      ...table(
        ['Duty', 'State', 'What to do'],
        duties.map(({ title, remedy, isOverdue }) => [
          cell(title),
          cell(isOverdue ? 'overdue' : 'due'),
          cell(remedy),
        ]),
      ),
      ...gaps([without.length === 0 ? null : `The policy does not say how often: ${without.join('; ')}.`]),
    ],
  };
}

import { useMemo } from 'react';
import { Link } from 'wouter';
import type { AnswerTo } from '../../api/shapes.js';
import { now } from '../../service-clock.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { policyWords as words, sectionWords } from '../../words/policy.js';
import type { Proposal } from './proposals/proposal.js';
import { proposalFor } from './proposals/proposal-for.js';
import { editedText, readPolicy } from './text/edit.js';
import css from './policy.module.css';

/** The text that the page begins with: what is in force, with what a finding proposes. */
export function useProposal(
  text: string | null,
  choices: AnswerTo<'listPolicyChoices'>,
  finding: AnswerTo<'getFinding'> | null,
  mayDecide: boolean,
): { readonly text: string | null; readonly proposal: Proposal | null } {
  return useMemo(() => {
    const value = text === null ? null : readPolicy(text);
    if (finding === null || text === null || value === null) return { text, proposal: null };
    const titles = new Map(choices.categories.map(({ key, title }) => [key, title]));
    const today = new Intl.DateTimeFormat('sv-SE').format(now());
    const proposal = proposalFor(finding, value, titles, today);
    return { text: mayDecide ? editedText(text, proposal.edits) : text, proposal };
  }, [text, choices, finding, mayDecide]);
}

/** Which finding brought the reader here, and what is proposed for it. */
export function FromFinding({
  finding,
  proposal,
}: {
  finding: AnswerTo<'getFinding'>;
  proposal: Proposal | null;
}) {
  const { id, mayDecide } = useOrganization();
  const section = sectionWords[proposal?.section ?? 'data']?.title ?? '';
  return (
    <section className={css.told} aria-labelledby="from-finding">
      <h2 id="from-finding">{words.fromFinding}</h2>
      <p>
        <bdi>{finding.title}</bdi>
      </p>
      {mayDecide && (
        <p>
          {proposal?.sentence === null || proposal === null ? (
            words.notProposed(section)
          ) : (
            <>
              <strong>
                <bdi>{proposal.sentence}</bdi>
              </strong>{' '}
              {words.proposed}
            </>
          )}
        </p>
      )}
      <Link href={addressOf(id, 'findings', finding.id)}>{words.backToFinding}</Link>
    </section>
  );
}

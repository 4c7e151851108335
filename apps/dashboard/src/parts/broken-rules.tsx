import { Link } from 'wouter';
import type { RuleBroken } from '../api/shapes.js';
import { addressOf, useOrganization } from '../shell/organization.js';
import { StandingMark } from './standing-mark.js';
import css from './broken-rules.module.css';

/** The longest text that findings can be searched for. */
const LONGEST = 100;

/** Which rules something breaks, each once: a way to those findings, and what to do. */
export function BrokenRules({ breaks }: { breaks: readonly RuleBroken[] }) {
  const { id } = useOrganization();
  if (breaks.length === 0) return null;
  const byHeading = Map.groupBy(breaks, ({ heading }) => heading);
  return (
    <ul className={css.rules}>
      {[...byHeading].map(([heading, same]) => (
        <li key={heading}>
          <Link href={`${addressOf(id, 'findings')}?${wanted(same)}`}>
            <StandingMark standing="differs">{heading}</StandingMark>
          </Link>
          <p>
            <bdi>{same[0]?.step}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** One finding goes by what it is about; several of a rule by their system. */
function wanted(breaks: readonly RuleBroken[]): string {
  const [first] = breaks;
  const isOne = breaks.every(({ subject }) => subject === first?.subject);
  return new URLSearchParams({
    ...(first?.system && { system: first.system }),
    ...(first && isOne && { text: first.subject.slice(0, LONGEST).trim() }),
  }).toString();
}

import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { inventoryQuestions } from '../../api/inventory-questions.js';
import type { RetentionAnswer } from '../../api/shapes.js';
import { Page } from '../../parts/page.js';
import { Scanned } from '../../parts/scanned.js';
import { Section } from '../../parts/section.js';
import { Notice } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { recordsWords } from '../../words/records.js';
import { retentionWords as words } from '../../words/retention.js';
import { systemWords } from '../../words/systems.js';
import { Consent } from './consent.js';
import { Deletions } from './deletions.js';
import { Terms } from './terms.js';
import css from './retention.module.css';

/** How old what is kept is, who is written to, and who should be gone. */
export function Retention() {
  const { id } = useOrganization();
  const retention = useQuery(inventoryQuestions.retention(id));
  return (
    <Page title={words.title} lead={words.lead}>
      <Scanned query={retention}>{(found) => <Shown found={found} />}</Scanned>
    </Page>
  );
}

function Shown({ found }: { found: RetentionAnswer }) {
  const { id, role } = useOrganization();
  if (!found.policy) return <Notice title={systemWords.noPolicy}>{systemWords.noPolicyStep}</Notice>;
  if (found.deletions.length === 0)
    return (
      <div className={css.sections}>
        <Notice title={words.notJoined}>{words.notJoinedStep}</Notice>
        <Unclaimed files={found.unclaimed} />
      </div>
    );
  return (
    <div className={css.sections}>
      <NotJudged judged={found.judged} />
      <Unclaimed files={found.unclaimed} />
      {found.items.length === 0 ? (
        <Notice title={words.noTerms}>{words.noTermsStep}</Notice>
      ) : (
        <Terms retention={found} />
      )}
      <Consent lists={found.consent} systems={found.systems} />
      <Deletions systems={found.deletions} read={found.systems} />
      <Section title={recordsWords.which} lead={role === 'owner' ? words.whichStep : recordsWords.ownersOnly}>
        <Link href={addressOf(id, 'findings')}>{words.toFindings}</Link>
      </Section>
    </div>
  );
}

/** No page is the better for what nobody judged (law 2). */
function Unclaimed({ files }: { files: RetentionAnswer['unclaimed'] }) {
  const { id } = useOrganization();
  if (files.length === 0) return null;
  return (
    <p className={css.unclaimed}>
      <bdi>{words.unclaimed(files.map(({ path }) => path))}</bdi>{' '}
      <Link href={`${addressOf(id, 'findings')}?system=unclaimed`}>{words.toUnclaimed}</Link>
    </p>
  );
}

/** Why ages can not be judged, before any age is shown (law 2). */
function NotJudged({ judged }: { judged: RetentionAnswer['judged'] }) {
  const reasons = [...new Set(judged.flatMap((trigger) => trigger.reasons))];
  if (reasons.length === 0) return null;
  return (
    <Notice title={words.notJudged}>
      <ul className={css.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { questions } from '../../api/questions.js';
import type { FindingWhole } from '../../api/shapes.js';
import { Page } from '../../parts/page.js';
import { RecordsLink } from '../../parts/records-link.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { Loaded } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { findingWords as words, stepsOf } from '../../words/finding.js';
import { isListable, recordsWords } from '../../words/records.js';
import { Decide } from './decide.js';
import { History } from './history.js';
import css from './finding.module.css';

/** One finding in full: what, against which sentence of the policy, on what it rests, what to do, and its life. */
export function Finding() {
  const { id } = useOrganization();
  const { finding } = useParams<{ finding: string }>();
  const whole = useQuery(questions.finding(id, finding));
  return (
    <>
      <p className={css.back}>
        <Link href={addressOf(id, 'findings')}>{words.back}</Link>
      </p>
      <Loaded whole query={whole}>
        {(shown) => <Shown finding={shown} />}
      </Loaded>
    </>
  );
}

function Shown({ finding }: { finding: FindingWhole }) {
  const { title, severity, system, first_seen: first, last_seen: last } = finding;
  return (
    <Page
      title={title}
      lead={
        <span className={css.lead}>
          <SeverityMark severity={severity} />
          <bdi>{system ?? words.everywhere}</bdi>
          <span>{words.seen(first, last)}</span>
        </span>
      }
    >
      <div className={css.columns}>
        <div className={css.story}>
          <What finding={finding} />
          <Policy says={finding.policy_says} />
          <Steps finding={finding} />
          <Which finding={finding} />
          <Evidence evidence={finding.evidence_in_words} />
          <History finding={finding} />
        </div>
        <aside className={css.aside} aria-label={words.decide}>
          <Decide finding={finding} />
        </aside>
      </div>
    </Page>
  );
}

/** What the message says beside the bare fact is why it matters already. */
function What({ finding: { message, why } }: { finding: FindingWhole }) {
  return (
    <section className={css.section}>
      <h2>{words.found}</h2>
      <p>{message}</p>
      {stepsOf(message).length < 2 && (
        <>
          <h3>{words.why}</h3>
          <p>{why}</p>
        </>
      )}
    </section>
  );
}

function Policy({ says }: { says: FindingWhole['policy_says'] }) {
  return (
    <section className={css.section}>
      <h2>{words.policy}</h2>
      {says.length === 0 && <p className={css.soft}>{words.policySilent}</p>}
      {says.map((sentence) => (
        <blockquote key={sentence} className={css.quote}>
          <bdi>{sentence}</bdi>
        </blockquote>
      ))}
    </section>
  );
}

function Steps({ finding: { remedy, evidence } }: { finding: FindingWhole }) {
  const link = typeof evidence['link'] === 'string' ? evidence['link'] : null;
  return (
    <section className={css.section}>
      <h2>{words.steps}</h2>
      <ol className={css.steps}>
        {stepsOf(remedy).map((step) => (
          <li key={step}>
            <Step text={step} link={link} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Only what the tool itself gave as the address of a thing is one to press, and only at a maker that we know. */
function Step({ text, link }: { text: string; link: string | null }) {
  if (link === null || !PRESSABLE.test(link) || !text.includes(link)) return text;
  const [before = '', after = ''] = text.split(link);
  return (
    <>
      {before}
      <a href={link} target="_blank" rel="noreferrer">
        {words.theFile}
      </a>
      {after}
    </>
  );
}

const PRESSABLE = /^https:\/\/(?:docs|drive)\.google\.com\/[^\s]{1,300}$/u;

/** The records themselves, which are kept nowhere (law 1). */
function Which({ finding: { rule, system, subject, listable, observation } }: { finding: FindingWhole }) {
  const { role } = useOrganization();
  if (!listable || system === null || observation === 'absent' || !isListable(rule)) return null;
  return (
    <section className={css.section}>
      <h2>{recordsWords.which}</h2>
      <p className={css.soft}>{role === 'owner' ? recordsWords.whichLead : recordsWords.ownersOnly}</p>
      <div>
        <RecordsLink {...{ rule, system, subject }} />
      </div>
    </section>
  );
}

function Evidence({ evidence }: { evidence: FindingWhole['evidence_in_words'] }) {
  if (evidence.length === 0) return null;
  return (
    <section className={css.section}>
      <h2>{words.evidence}</h2>
      <dl className={css.evidence}>
        {evidence.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Longer than anybody reads at a glance. */
const LONG = 240;

function Value({ value }: { value: string }) {
  if (value.length <= LONG) return <bdi>{value}</bdi>;
  return (
    <details className={css.long}>
      <summary>{words.showLong}</summary>
      <bdi>{value}</bdi>
    </details>
  );
}

import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Page } from '../../parts/page.js';
import type { WantedRecords } from '../../parts/records-address.js';
import { Section } from '../../parts/section.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { Failed, Notice } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { isListable, recordsWords as words } from '../../words/records.js';
import { asCsv, saveAs } from './as-csv.js';
import type { Why } from './list-lines.js';
import { type RecordList, useRecordList } from './record-list.js';
import { RecordsTable } from './records-table.js';
import css from './records.module.css';

/** The records behind a finding: read anew, shown to an owner once, and gone with the page (law 1). */
export function Records() {
  const { role } = useOrganization();
  const [search] = useSearchParams();
  const [rule, system, subject] = ['rule', 'system', 'subject'].map((name) => search.get(name));
  if (!isListable(rule ?? null) || !system)
    return (
      <Notice whole title={words.noSuchList}>
        {words.noSuchListStep}
      </Notice>
    );
  const wanted = { rule, system, subject: subject ?? null } as WantedRecords;
  const title = words.title(wanted.rule);
  const lead = <bdi>{words.where(wanted.system, wanted.subject)}</bdi>;
  return (
    <Page title={title} lead={lead}>
      {role === 'owner' ? (
        <Shown key={search.toString()} wanted={wanted} />
      ) : (
        <Notice title={words.ownersOnly}>{words.whichLead}</Notice>
      )}
    </Page>
  );
}

function Shown({ wanted }: { wanted: WantedRecords }) {
  const { id } = useOrganization();
  const { list, begin, stop } = useRecordList(id, wanted);
  return (
    <div className={css.sections}>
      <How isOpen={list.state === 'before'} />
      {list.state === 'reading' ? (
        <Reading list={list} stop={stop} />
      ) : (
        <div>
          <Button variant={list.state === 'before' ? 'filled' : 'default'} onClick={() => void begin()}>
            {list.state === 'before' ? words.begin : words.again}
          </Button>
        </div>
      )}
      {list.problem !== null && <Failed error={list.problem} />}
      {list.problem === null && list.state === 'ended' && <Ended list={list} />}
      {list.lists.length > 0 && <Found wanted={wanted} list={list} />}
    </div>
  );
}

/** What is about to happen, before it does; afterwards it is in the way, and can be looked up. */
function How({ isOpen }: { isOpen: boolean }) {
  return (
    <details className={css.how} open={isOpen}>
      <summary>{words.how}</summary>
      <ol className={css.steps}>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={css.soft}>{words.audit}</p>
    </details>
  );
}

function Reading({ list: { progress }, stop }: { list: RecordList; stop: () => void }) {
  return (
    <div className={css.reading}>
      <p role="status">
        <Loader size="sm" color="teal" aria-hidden="true" /> <bdi>{inWords(progress)}</bdi>
      </p>
      <Button variant="default" onClick={stop}>
        {words.stop}
      </Button>
    </div>
  );
}

function inWords(progress: RecordList['progress']): string {
  if (progress === null) return words.beginning;
  const { waiting_for: what, waiting_until: until, resource, system, read } = progress;
  if (what !== null) return words.waitingFor(what, until);
  return resource === null ? words.beginning : words.reading(resource, system, read ?? 0);
}

/** Whether that was all, before any record is looked at (law 2). */
function Ended({ list: { lists, missing } }: { list: RecordList }) {
  const told = lists.reduce((sum, { records }) => sum + records.length, 0);
  if (missing.length > 0) return <NotComplete told={told} missing={missing} />;
  return (
    <div role="status">
      <p>
        <StandingMark standing="found">{words.isAll(told)}</StandingMark>
      </p>
      {told === 0 && <p className={css.soft}>{words.isAllStep}</p>}
    </div>
  );
}

function NotComplete({ told, missing }: { told: number; missing: readonly Why[] }) {
  return (
    <Notice tone="bad" title={words.notComplete}>
      <p>{words.notCompleteLead(told)}</p>
      <ul className={css.why}>
        {missing.map(({ what, steps }) => (
          <li key={what}>
            <bdi>{what}</bdi> <bdi>{steps.join(' ')}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Found({ wanted: { rule, system }, list }: { wanted: WantedRecords; list: RecordList }) {
  const { lists, state } = list;
  return (
    <Section
      title={words.which}
      lead={state === 'reading' ? words.notYet : words.fileNote}
      actions={
        state === 'ended' && (
          <div className={css.actions}>
            <CopyButton
              text={lists.flatMap(({ records }) => records.map(({ record }) => record)).join('\n')}
            />
            <Button variant="default" onClick={() => saveAs(words.file(rule, system), asCsv(system, lists))}>
              {words.download}
            </Button>
          </div>
        )
      }
    >
      {lists.map((one) => (
        <RecordsTable key={one.subject} system={system} list={one} />
      ))}
    </Section>
  );
}

function CopyButton({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // A browser may forbid it; there is the file.
    }
  };
  return (
    <Button variant="default" onClick={() => void copy()}>
      {isCopied ? words.copied : words.copy}
    </Button>
  );
}

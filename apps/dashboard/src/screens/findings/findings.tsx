import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { questions } from '../../api/questions.js';
import { LinkButton } from '../../parts/link-button.js';
import { Page } from '../../parts/page.js';
import { Failed, Loading, Notice } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { findingsWords as words } from '../../words/findings.js';
import { problemWords } from '../../words/problems.js';
import { systemWords } from '../../words/systems.js';
import { ChosenBar } from './chosen-bar.js';
import { Filters } from './filters.js';
import { FindingList } from './finding-list.js';
import { useFound } from './found.js';
import { useWanted } from './wanted.js';
import css from './findings.module.css';

/** What differs from the policy: a list to look through, choose from and decide on. */
export function Findings() {
  const { id, mayDecide } = useOrganization();
  const [wanted, want, wantAll] = useWanted();
  const found = useFound(id, wanted);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const findings = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const toggle = useCallback(
    (finding: string) =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(finding)) next.add(finding);
        return next;
      }),
    [],
  );
  const total = found.data?.pages[0]?.total ?? null;
  const isFiltered = Object.keys(wanted).length > 1 || wanted.state !== 'drift';
  return (
    <Page title={words.title} lead={mayDecide ? words.lead : `${words.lead} ${problemWords.viewerOnly}`}>
      <Filters wanted={wanted} want={want} search={search} />
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data === undefined && !found.isError && <Loading />}
      {found.data !== undefined && (
        <>
          <p className={css.count}>
            <span role="status">{total !== null && words.count(total)}</span>
            {findings.length > 0 && <span className={css.keys}>{words.keys}</span>}
          </p>
          {findings.length === 0 ? (
            <Empty isFiltered={isFiltered} wantAll={wantAll} />
          ) : (
            <FindingList
              findings={findings}
              chosen={chosen}
              toggle={mayDecide ? toggle : null}
              search={search}
              more={{
                isThere: found.hasNextPage,
                isLoading: found.isFetchingNextPage,
                load: found.fetchNextPage,
              }}
            />
          )}
        </>
      )}
      {mayDecide && chosen.size > 0 && (
        <ChosenBar
          chosen={chosen}
          chooseNone={() => setChosen(new Set())}
          chooseAll={() => setChosen(new Set(findings.map((finding) => finding.id)))}
        />
      )}
    </Page>
  );
}

/** Nothing is there because all agrees, because of the filters, or because nobody has looked yet. */
function Empty({ isFiltered, wantAll }: { isFiltered: boolean; wantAll: () => void }) {
  const { id } = useOrganization();
  const overview = useQuery(questions.overview(id));
  if (overview.data === undefined) return overview.isError ? <Failed error={overview.error} /> : <Loading />;
  const { scan } = overview.data;
  if (scan === null) {
    return (
      <Notice
        title={words.notScanned}
        action={
          <LinkButton to={addressOf(id)} variant="default">
            {systemWords.toOverview}
          </LinkButton>
        }
      >
        {words.notScannedStep}
      </Notice>
    );
  }
  return (
    <Notice
      title={isFiltered ? words.none : words.noDrift}
      action={
        isFiltered && (
          <Button variant="default" onClick={wantAll}>
            {words.showAll}
          </Button>
        )
      }
    >
      {isFiltered ? words.noneStep : words.noDriftStep}
    </Notice>
  );
}

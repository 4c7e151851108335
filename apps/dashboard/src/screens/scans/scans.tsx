import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answerOf, api } from '../../api/client.js';
import type { ScanJob } from '../../api/shapes.js';
import { Page } from '../../parts/page.js';
import { ScanButton } from '../../parts/scan-button.js';
import { ScanState } from '../../parts/scan-state.js';
import { Failed, Loading, Notice } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { instantInWords } from '../../words/dates.js';
import { durationInWords } from '../../words/duration.js';
import { scansWords as words } from '../../words/scans.js';
import css from './scans.module.css';

/** How often is looked whether a scan that is under way has ended. */
const LOOK_EVERY_MS = 3_000;

/** Every scan that was asked for, the newest first. */
export function Scans() {
  const { id: organization } = useOrganization();
  const scans = useInfiniteQuery({
    queryKey: [organization, 'scans'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organizations/{organization}/scans', {
          params: { path: { organization }, query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isUnderWay)) === true ? LOOK_EVERY_MS : false,
  });
  const jobs = scans.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<ScanButton underWay={jobs.find(isUnderWay)?.id ?? null} />}
    >
      {scans.isError && <Failed error={scans.error} again={() => void scans.refetch()} />}
      {scans.data === undefined && !scans.isError && <Loading />}
      {scans.data !== undefined && jobs.length === 0 && <Notice title={words.none}>{words.noneStep}</Notice>}
      {jobs.length > 0 && (
        <ul className={css.list}>
          {jobs.map((job) => (
            <li key={job.id}>
              <Row job={job} />
            </li>
          ))}
        </ul>
      )}
      {scans.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={scans.isFetchingNextPage}
            onClick={() => void scans.fetchNextPage()}
          >
            {words.older}
          </Button>
        </div>
      )}
    </Page>
  );
}

const isUnderWay = ({ state }: ScanJob) => state === 'waiting' || state === 'running';

function Row({ job }: { job: ScanJob }) {
  const { id: organization } = useOrganization();
  const { id, state, asked_at: asked, started_at: started, finished_at: finished, problem } = job;
  return (
    <div className={css.row}>
      <ScanState state={state} />
      <div className={css.what}>
        <Link href={addressOf(organization, 'scans', id)}>
          <time dateTime={asked}>{instantInWords(asked)}</time>
        </Link>
        <p className={css.meta}>
          <bdi>{words.askedBy(job)}</bdi>
          {started !== null && finished !== null && (
            <span>{words.took(durationInWords(Date.parse(finished) - Date.parse(started)))}</span>
          )}
          {problem !== null && <span>{problem.message}</span>}
        </p>
      </div>
    </div>
  );
}

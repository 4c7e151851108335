import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { answerOf, api } from '../../api/client.js';
import { questions } from '../../api/questions.js';
import type { ScanJobWithReceipts } from '../../api/shapes.js';
import { Page } from '../../parts/page.js';
import { ProblemText } from '../../parts/problem-text.js';
import { ScanState } from '../../parts/scan-state.js';
import { Loaded, Notice } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { durationInWords } from '../../words/duration.js';
import { scansWords as words } from '../../words/scans.js';
import { Live } from './live.js';
import { Receipts } from './receipts.js';
import css from './scan.module.css';

/** One scan: live while it goes on, then what it could read and what not. */
export function Scan() {
  const { id } = useOrganization();
  const { job } = useParams<{ job: string }>();
  const scan = useQuery(questions.scan(id, job));
  return (
    <>
      <p className={css.back}>
        <Link href={addressOf(id, 'scans')}>{words.back}</Link>
      </p>
      <Loaded whole query={scan}>
        {(shown) => <Shown scan={shown} />}
      </Loaded>
    </>
  );
}

function Shown({ scan }: { scan: ScanJobWithReceipts }) {
  const { state, asked_at: asked, started_at: started, finished_at: finished, attempt } = scan;
  const isUnderWay = state === 'waiting' || state === 'running';
  return (
    <Page
      title={words.scanOf(asked)}
      lead={
        <span className={css.lead}>
          <ScanState state={state} />
          <bdi>{words.askedBy(scan)}</bdi>
          {started !== null && finished !== null && (
            <span>{words.took(durationInWords(Date.parse(finished) - Date.parse(started)))}</span>
          )}
        </span>
      }
      actions={isUnderWay && <Cancel scan={scan} />}
    >
      {attempt > 1 && <p className={css.soft}>{words.attempt(attempt)}</p>}
      {isUnderWay && <Live scan={scan} />}
      {scan.problem !== null && (
        <Notice tone="bad" title={scan.problem.message}>
          {words.actors[scan.problem.actor]}. {scan.problem.step}
        </Notice>
      )}
      {state === 'done' && <Receipts systems={scan.systems} />}
    </Page>
  );
}

function Cancel({ scan: { id: job, cancel_asked_at: asked } }: { scan: ScanJobWithReceipts }) {
  const { id: organization, mayDecide } = useOrganization();
  const answers = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/organizations/{organization}/scans/{job}/cancel', {
          params: { path: { organization, job } },
        }),
      ),
    onSettled: () => answers.invalidateQueries({ queryKey: [organization] }),
  });
  if (asked !== null) return <p>{words.cancelling}</p>;
  if (!mayDecide) return null;
  return (
    <>
      <ProblemText error={cancelling.error} />
      <Button
        variant="default"
        title={words.cancelWhy}
        loading={cancelling.isPending}
        onClick={() => cancelling.mutate()}
      >
        {words.cancel}
      </Button>
    </>
  );
}

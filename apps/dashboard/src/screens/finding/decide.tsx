import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { FindingWhole } from '../../api/shapes.js';
import { AcceptDialog } from '../../parts/decisions/accept-dialog.js';
import { AssignMenu } from '../../parts/decisions/assign-menu.js';
import { useDecide } from '../../parts/decisions/decide.js';
import { ProblemText } from '../../parts/problem-text.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { findingWords as words } from '../../words/finding.js';
import { decisionWords } from '../../words/findings.js';
import { problemWords } from '../../words/problems.js';
import css from './finding.module.css';

/** Where a finding stands, and what can be decided of it, each with what it means. */
export function Decide({ finding }: { finding: FindingWhole }) {
  const { mayDecide } = useOrganization();
  return (
    <div className={css.decide}>
      <State finding={finding} />
      {mayDecide ? <Choices finding={finding} /> : <p className={css.soft}>{problemWords.viewerOnly}</p>}
    </div>
  );
}

function State({ finding: { observation, disposition, assignee } }: { finding: FindingWhole }) {
  return (
    <div className={css.state}>
      {observation === 'absent' && <p>{words.absent}</p>}
      {observation === 'not_observed' && <p>{words.notObserved}</p>}
      {disposition.kind === 'open' && observation === 'present' && <p>{words.present}</p>}
      {disposition.kind === 'acknowledged' && <p>{words.acknowledged(disposition.by, disposition.on)}</p>}
      {disposition.kind === 'exception' && (
        <>
          <p>{words.excepted(disposition.approver, disposition.until)}</p>
          <p>
            <bdi>{words.reason(disposition.reason)}</bdi>
          </p>
        </>
      )}
      <p className={css.soft}>
        {words.assignee}: <bdi>{assignee?.name ?? words.nobody}</bdi>
      </p>
    </div>
  );
}

function Choices({ finding }: { finding: FindingWhole }) {
  const [isAccepting, setAccepting] = useState(false);
  const decide = useDecide();
  const { id: organization } = useOrganization();
  const { id, observation, disposition } = finding;
  const findings = [id];
  const isThere = observation !== 'absent';
  return (
    <>
      {isThere && disposition.kind === 'open' && (
        <Choice why={decisionWords.acknowledgeWhy}>
          <Button
            variant="default"
            loading={decide.isPending}
            onClick={() => decide.mutate({ findings, decision: { kind: 'acknowledge' } })}
          >
            {decisionWords.acknowledge}
          </Button>
        </Choice>
      )}
      {isThere && disposition.kind !== 'exception' && (
        <Choice why={decisionWords.acceptWhy}>
          <Button variant="default" onClick={() => setAccepting(true)}>
            {decisionWords.accept}
          </Button>
        </Choice>
      )}
      {disposition.kind !== 'open' && (
        <Choice why={decisionWords.reopenWhy}>
          <Button
            variant="default"
            loading={decide.isPending}
            onClick={() => decide.mutate({ findings, decision: { kind: 'open' } })}
          >
            {decisionWords.reopen}
          </Button>
        </Choice>
      )}
      <Choice>
        <AssignMenu
          isBusy={decide.isPending}
          assign={(person) => decide.mutate({ findings, decision: { kind: 'assign', person } })}
        />
      </Choice>
      <ProblemText error={decide.error} />
      <CommentForm finding={id} />
      <div className={css.choice}>
        <h3>{words.policyIsOld}</h3>
        <p className={css.soft}>{words.policyIsOldStep}</p>
        <Link href={`${addressOf(organization, 'policy')}?change=${id}`}>{words.changePolicy}</Link>
      </div>
      <AcceptDialog findings={findings} isOpen={isAccepting} close={() => setAccepting(false)} />
    </>
  );
}

function Choice({ why, children }: { why?: string; children: React.ReactNode }) {
  return (
    <div className={css.choice}>
      {children}
      {why !== undefined && <p className={css.soft}>{why}</p>}
    </div>
  );
}

function CommentForm({ finding }: { finding: string }) {
  const [text, setText] = useState('');
  const decide = useDecide(() => setText(''));
  return (
    <form
      className={css.choice}
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate({ findings: [finding], decision: { kind: 'comment', text } });
      }}
    >
      <Textarea
        size="sm"
        label={decisionWords.comment}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        maxLength={2_000}
        rows={3}
        required
        withAsterisk={false}
      />
      <ProblemText error={decide.error} />
      <div>
        <Button type="submit" variant="default" loading={decide.isPending}>
          {decisionWords.commentSend}
        </Button>
      </div>
    </form>
  );
}

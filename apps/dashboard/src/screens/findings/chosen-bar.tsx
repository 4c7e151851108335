import { Button } from '@mantine/core';
import { useState } from 'react';
import { AcceptDialog } from '../../parts/decisions/accept-dialog.js';
import { AssignMenu } from '../../parts/decisions/assign-menu.js';
import { useDecide } from '../../parts/decisions/decide.js';
import { ProblemText } from '../../parts/problem-text.js';
import { decisionWords, findingsWords as words } from '../../words/findings.js';
import css from './findings.module.css';

/** What can be done with all that were chosen, at once. */
export function ChosenBar({
  chosen,
  chooseNone,
  chooseAll,
}: {
  chosen: ReadonlySet<string>;
  chooseNone: () => void;
  chooseAll: () => void;
}) {
  const [isAccepting, setAccepting] = useState(false);
  const decide = useDecide(chooseNone);
  const findings = [...chosen];
  return (
    <section className={css.bar} aria-label={words.actions}>
      <p className={css.chosen} role="status">
        {words.chosen(chosen.size)}
      </p>
      <Button
        variant="default"
        loading={decide.isPending}
        onClick={() => decide.mutate({ findings, decision: { kind: 'acknowledge' } })}
      >
        {decisionWords.acknowledge}
      </Button>
      <Button variant="default" onClick={() => setAccepting(true)}>
        {decisionWords.accept}
      </Button>
      <AssignMenu
        isBusy={decide.isPending}
        assign={(person) => decide.mutate({ findings, decision: { kind: 'assign', person } })}
      />
      <Button variant="subtle" onClick={chooseAll}>
        {words.chooseLoaded}
      </Button>
      <Button variant="subtle" onClick={chooseNone}>
        {words.chooseNone}
      </Button>
      <ProblemText error={decide.error} />
      <AcceptDialog
        findings={findings}
        isOpen={isAccepting}
        close={() => setAccepting(false)}
        onDone={chooseNone}
      />
    </section>
  );
}

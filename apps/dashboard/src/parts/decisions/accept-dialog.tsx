import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { now } from '../../service-clock.js';
import { decisionWords as words } from '../../words/findings.js';
import { ProblemText } from '../problem-text.js';
import { useDecide } from './decide.js';
import css from './decisions.module.css';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 90;
const LONGEST_REASON = 500;

/** Accepting always has a reason and an end (law 5). */
export function AcceptDialog({
  findings,
  isOpen,
  close,
  onDone,
}: {
  findings: readonly string[];
  isOpen: boolean;
  close: () => void;
  onDone?: () => void;
}) {
  const decide = useDecide(() => {
    close();
    onDone?.();
  });
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={words.acceptTitle(findings.length)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
          const { reason = '', until = '' } = given;
          decide.mutate({ findings, decision: { kind: 'accept', reason, until } });
        }}
      >
        <p className={css.soft}>{words.acceptWhy}</p>
        <Textarea
          name="reason"
          label={words.reason}
          description={words.reasonHint}
          required
          withAsterisk={false}
          maxLength={LONGEST_REASON}
          rows={3}
          data-autofocus
        />
        <TextInput
          name="until"
          type="date"
          label={words.until}
          description={words.untilHint}
          required
          withAsterisk={false}
          min={dayFromNow(0)}
          max={dayFromNow(365)}
          defaultValue={dayFromNow(USUAL_DAYS)}
        />
        <ProblemText error={decide.error} />
        <div className={css.buttons}>
          <Button type="submit" loading={decide.isPending}>
            {words.acceptNow}
          </Button>
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function dayFromNow(days: number): string {
  return new Date(now() + days * DAY_MS).toISOString().slice(0, 10);
}

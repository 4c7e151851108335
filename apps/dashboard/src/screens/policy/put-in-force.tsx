import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import { asProblem } from '../../api/problem.js';
import type { AnswerTo } from '../../api/shapes.js';
import { ProblemText } from '../../parts/problem-text.js';
import { useOrganization } from '../../shell/organization.js';
import { policyWords as words } from '../../words/policy.js';
import { asked } from './asked.js';
import { EffectOf, Problems } from './standing.js';
import { showLine } from './text/text-editor.js';
import css from './policy.module.css';

type Current = AnswerTo<'getCurrentPolicy'>;

const CHECK_AFTER_MS = 500;

/** Whether the text can be the policy, what it would change, and putting it in force. */
export function PutInForce({
  text,
  current,
  area,
  saved,
  discard,
  children,
}: {
  text: string;
  current: Current | null;
  area: React.RefObject<HTMLTextAreaElement | null>;
  saved: () => void;
  discard: () => void;
  children: (bad: ReadonlySet<number>) => React.ReactNode;
}) {
  const { id, mayDecide } = useOrganization();
  const [settled] = useDebouncedValue(text, CHECK_AFTER_MS);
  const isChanged = text !== (current?.text ?? '');
  const check = useQuery({ ...asked.check(id, settled), enabled: isChanged && settled === text });
  const isChecked = settled === text && check.data !== undefined;
  const problems = check.data ?? [];
  const isValid = isChecked && problems.length === 0;
  const bad = new Set(isChanged && isChecked ? problems.map(({ line }) => line) : []);
  return (
    <>
      {children(bad)}
      {mayDecide && (
        <>
          {!isChanged && <p className={css.soft}>{words.unchanged}</p>}
          {isChanged && !isChecked && !check.isError && (
            <p role="status" className={css.soft}>
              {words.checking}
            </p>
          )}
          {isChanged && <ProblemText error={check.error} />}
          {isChanged && isChecked && problems.length > 0 && (
            <Problems problems={problems} go={(line) => showLine(area.current, line)} />
          )}
          {isChanged && isValid && <EffectOf text={settled} />}
          {isChanged && (
            <Save text={text} current={current} isValid={isValid} saved={saved} discard={discard} />
          )}
        </>
      )}
    </>
  );
}

function Save({
  text,
  current,
  isValid,
  saved,
  discard,
}: {
  text: string;
  current: Current | null;
  isValid: boolean;
  saved: () => void;
  discard: () => void;
}) {
  const { id: organization } = useOrganization();
  const [note, setNote] = useState('');
  const answers = useQueryClient();
  const saving = useMutation({
    mutationFn: () =>
      answerOf(
        api.PUT('/api/v1/organizations/{organization}/policies/current', {
          params: { path: { organization } },
          body: { text, replaces: current?.version ?? null, note: note.trim() === '' ? null : note },
        }),
      ),
    onSuccess: async () => {
      saved();
      await answers.invalidateQueries({ queryKey: [organization] });
    },
  });
  const reload = () => void answers.invalidateQueries({ queryKey: [organization, 'policy'] });
  return (
    <form
      className={css.save}
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid) saving.mutate();
      }}
    >
      <TextInput
        size="sm"
        label={words.note}
        value={note}
        maxLength={500}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <ProblemText error={saving.error} />
      {saving.isError && asProblem(saving.error).status === 409 && (
        <div>
          <Button size="sm" variant="default" onClick={reload}>
            {words.movedOn}
          </Button>
        </div>
      )}
      <div className={css.actions}>
        <Button type="submit" disabled={!isValid} loading={saving.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={discard}>
          {words.discard}
        </Button>
      </div>
    </form>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { api, answerOf } from '../../api/client.js';
import { asProblem } from '../../api/problem.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Page } from '../../parts/page.js';
import { ProblemText } from '../../parts/problem-text.js';
import { Notice } from '../../parts/states.js';
import { now } from '../../service-clock.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { policyWords as words, sectionWords } from '../../words/policy.js';
import { problemWords } from '../../words/problems.js';
import { asked } from './asked.js';
import { DraftButton } from './draft-button.js';
import { PolicyForm } from './form/form.js';
import { PolicyProvider } from './form/page.js';
import { type Proposal, proposalFor } from './proposal.js';
import { EffectOf, Problems } from './standing.js';
import { editedText, readPolicy } from './text/edit.js';
import { showLine, TextEditor } from './text/text-editor.js';
import type { Edit } from './text/value.js';
import { Versions } from './versions.js';
import css from './policy.module.css';

type Current = AnswerTo<'getCurrentPolicy'>;

const CHECK_AFTER_MS = 500;

/** The policy as form and as text, what is wrong with it, what it would change, and how it came to be. */
export function PolicyEditor({
  current,
  choices,
  finding,
  isSaved,
  saved,
}: {
  current: Current | null;
  choices: AnswerTo<'listPolicyChoices'>;
  finding: AnswerTo<'getFinding'> | null;
  isSaved: boolean;
  saved: () => void;
}) {
  const { id, name, mayDecide } = useOrganization();
  const proposal = useProposal(current, choices, finding, mayDecide);
  const [text, setText] = useState<string | null>(proposal.text);
  const [draftedOf, setDraftedOf] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const value = useMemo(() => (text === null ? null : readPolicy(text)), [text]);
  // While the text is in pieces the form shows what it was.
  const whole = useRef(value);
  if (value !== null) whole.current = value;
  const change = (edits: readonly Edit[]) => {
    if (value !== null) setText((before) => editedText(before ?? '', edits));
  };
  const takeDraft = (draft: AnswerTo<'draftPolicy'>) => {
    setText(draft.text);
    setDraftedOf(draft.scanned_as_of);
  };
  if (text === null)
    return (
      <Page title={words.title} lead={words.lead}>
        <Notice
          title={words.missing}
          action={
            mayDecide && (
              <div className={css.actions}>
                <DraftButton take={takeDraft} replaces={false} />
                <Button variant="default" onClick={() => setText(emptyPage(name))}>
                  {words.begin}
                </Button>
              </div>
            )
          }
        >
          {words.missingLead} {!mayDecide && words.missingViewer}
        </Notice>
      </Page>
    );
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          {current !== null && <DocumentLinks />}
          {mayDecide && <DraftButton take={takeDraft} replaces />}
        </>
      }
    >
      {!mayDecide && <p className={css.soft}>{problemWords.viewerOnly}</p>}
      {isSaved && text === current?.text && (
        <p role="status" className={css.told}>
          {words.saved}
        </p>
      )}
      {finding !== null && <FromFinding finding={finding} proposal={proposal.proposal} />}
      {draftedOf !== null && <p className={css.told}>{words.drafted(draftedOf)}</p>}
      <div className={css.sides}>
        <section aria-labelledby="form" className={css.side}>
          <h2 id="form">{words.form}</h2>
          {value === null && (
            <p role="status" className={css.caution}>
              {words.broken}
            </p>
          )}
          <PolicyProvider
            value={{ value: whole.current ?? {}, choices, mayChange: mayDecide && value !== null, change }}
          >
            <PolicyForm first={proposal.proposal?.section ?? null} />
          </PolicyProvider>
        </section>
        <section aria-labelledby="text" className={`${css.side} ${css.textSide}`}>
          <h2 id="text">{words.text}</h2>
          <p className={css.soft}>{words.textLead}</p>
          <Standing
            text={text}
            current={current}
            area={area}
            saved={saved}
            discard={() => {
              setText(current?.text ?? null);
              setDraftedOf(null);
            }}
          >
            {(bad) => (
              <TextEditor text={text} bad={bad} readOnly={!mayDecide} area={area} onChange={setText} />
            )}
          </Standing>
        </section>
      </div>
      <Versions key={id} current={current?.version ?? null} />
    </Page>
  );
}

/** The text that the page begins with: what is in force, with what a finding proposes. */
function useProposal(
  current: Current | null,
  choices: AnswerTo<'listPolicyChoices'>,
  finding: AnswerTo<'getFinding'> | null,
  mayDecide: boolean,
): { readonly text: string | null; readonly proposal: Proposal | null } {
  return useMemo(() => {
    const text = current?.text ?? null;
    const value = text === null ? null : readPolicy(text);
    if (finding === null || text === null || value === null) return { text, proposal: null };
    const titles = new Map(choices.categories.map(({ key, title }) => [key, title]));
    const today = new Intl.DateTimeFormat('sv-SE').format(now());
    const proposal = proposalFor(finding, value, titles, today);
    return { text: mayDecide ? editedText(text, proposal.edits) : text, proposal };
  }, [current, choices, finding, mayDecide]);
}

function FromFinding({ finding, proposal }: { finding: AnswerTo<'getFinding'>; proposal: Proposal | null }) {
  const { id, mayDecide } = useOrganization();
  const section = sectionWords[proposal?.section ?? 'data']?.title ?? '';
  return (
    <section className={css.told} aria-labelledby="from-finding">
      <h2 id="from-finding">{words.fromFinding}</h2>
      <p>
        <bdi>{finding.title}</bdi>
      </p>
      {mayDecide && (
        <p>
          {proposal?.sentence === null || proposal === null ? (
            words.notProposed(section)
          ) : (
            <>
              <strong>
                <bdi>{proposal.sentence}</bdi>
              </strong>{' '}
              {words.proposed}
            </>
          )}
        </p>
      )}
      <Link href={addressOf(id, 'findings', finding.id)}>{words.backToFinding}</Link>
    </section>
  );
}

/** Whether the text can be the policy, what it would change, and putting it in force. */
function Standing({
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

function DocumentLinks() {
  const { id } = useOrganization();
  const address = `/api/v1/organizations/${id}/documents/policy`;
  return (
    <>
      <Button component="a" variant="default" href={address} target="_blank" rel="noreferrer">
        {words.printPage}
      </Button>
      <Button component="a" variant="default" href={`${address}?format=pdf`}>
        {words.printPdf}
      </Button>
    </>
  );
}

function emptyPage(organization: string): string {
  return editedText('', [
    { kind: 'set', path: ['plumbline'], value: '1' },
    { kind: 'set', path: ['organization'], value: organization },
    { kind: 'set', path: ['systems'], value: {} },
    { kind: 'set', path: ['data'], value: [] },
  ]);
}

import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import type { AnswerTo } from '../../api/shapes.js';
import { Page } from '../../parts/page.js';
import { Notice } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { policyWords as words } from '../../words/policy.js';
import { problemWords } from '../../words/problems.js';
import { DraftButton } from './draft-button.js';
import { PolicyForm } from './form/form.js';
import { PolicyProvider } from './form/page.js';
import { FromFinding, useProposal } from './from-finding.js';
import { PutInForce } from './put-in-force.js';
import { editedText, readPolicy } from './text/edit.js';
import { TextEditor } from './text/text-editor.js';
import type { Edit } from './text/value.js';
import { useAskBeforeLeaving, useUnsaved } from './unsaved.js';
import { Versions } from './versions.js';
import css from './policy.module.css';

type Current = AnswerTo<'getCurrentPolicy'>;

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
  const unsaved = useUnsaved(current?.version ?? null);
  // Read once: from here on the text on the page is the one that counts.
  const [before] = useState(unsaved.text);
  const saidSoFar = before ?? current?.text ?? null;
  const proposal = useProposal(saidSoFar, choices, finding, mayDecide);
  const [text, show] = useState<string | null>(proposal.text);
  const setText = (next: string) => {
    show(next);
    unsaved.keep(next);
  };
  useAskBeforeLeaving(mayDecide && text !== (current?.text ?? null));
  const [draftedOf, setDraftedOf] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const value = useMemo(() => (text === null ? null : readPolicy(text)), [text]);
  // While the text is in pieces the form shows what it was.
  const whole = useRef(value);
  if (value !== null) whole.current = value;
  const change = (edits: readonly Edit[]) => {
    if (value !== null) setText(editedText(text ?? '', edits));
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
      {before !== null && text === before && <p className={css.told}>{words.unsaved}</p>}
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
          <PutInForce
            text={text}
            current={current}
            area={area}
            saved={saved}
            discard={() => {
              show(current?.text ?? null);
              unsaved.forget();
              setDraftedOf(null);
            }}
          >
            {(bad) => (
              <TextEditor text={text} bad={bad} readOnly={!mayDecide} area={area} onChange={setText} />
            )}
          </PutInForce>
        </section>
      </div>
      <Versions key={id} current={current?.version ?? null} />
    </Page>
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

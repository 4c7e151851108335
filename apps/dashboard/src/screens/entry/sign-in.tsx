import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { answerOf, api } from '../../api/client.js';
import { questions } from '../../api/questions.js';
import { ProblemText } from '../../parts/problem-text.js';
import { entryWords } from '../../words/entry.js';
import { EntryForm } from './entry-form.js';
import { EntryPage } from './entry-page.js';
import { email, password } from './fields.js';
import { useLeaveEntry } from './leave-entry.js';
import css from './entry.module.css';

const words = entryWords.signIn;
const code = { name: 'code', label: words.code, autoComplete: 'one-time-code', maxLength: 40 };

interface Typed {
  readonly email: string;
  readonly password: string;
}

/** The way in: a password, and a code where one is asked for; or the sign-in service. */
export function SignIn() {
  const [first, setFirst] = useState<Typed | null>(null);
  const [asked] = useSearchParams();
  const refused = asked.get('problem');
  const leave = useLeaveEntry();
  const send = async (typed: Typed, typedCode: string | null) => {
    const body = { ...typed, code: typedCode };
    const { signed_in: isIn } = await answerOf(api.POST('/api/v1/sign-in', { body }));
    if (isIn) leave(placeAfter(asked.get('next')));
    else setFirst(typed);
  };
  if (first !== null) {
    return (
      <EntryPage key="code" title={words.title} lead={words.codeLead}>
        <EntryForm
          fields={[code]}
          action={entryWords.goOn}
          send={({ code: typed = '' }) => send(first, typed)}
        />
      </EntryPage>
    );
  }
  return (
    <EntryPage key="password" title={words.title}>
      {refused !== null && (
        <p role="alert" className={css.soft}>
          {Object.hasOwn(words.problems, refused) ? words.problems[refused] : words.notLetIn}
        </p>
      )}
      <EntryForm
        fields={[email, password]}
        action={words.button}
        send={({ email: address = '', password: typed = '' }) =>
          send({ email: address, password: typed }, null)
        }
      />
      <AtService />
      <p className={css.soft}>{words.forgotten}</p>
    </EntryPage>
  );
}

/** Only to screens of our own: a link that anybody can write must not lead elsewhere. */
function placeAfter(next: string | null): string {
  return next !== null && /^\/(?:o\/[\w/-]+|organizations)$/u.test(next) ? next : '/';
}

function AtService() {
  const { data } = useQuery(questions.ways());
  const begin = useMutation({
    mutationFn: async () => {
      const { address } = await answerOf(api.POST('/api/v1/sign-in/service'));
      globalThis.location.assign(address);
    },
  });
  if (data?.sign_in_service !== true) return null;
  return (
    <div className={css.or}>
      <ProblemText error={begin.error} />
      <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
        {words.service}
      </Button>
    </div>
  );
}

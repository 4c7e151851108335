import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemText } from '../../parts/problem-text.js';
import css from './entry.module.css';

/** A line that somebody fills in. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly type?: 'email' | 'password';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly minLength?: number;
}

/** A form of such lines. What `send` throws is said above the button, and what was typed stays. */
export function EntryForm({
  fields,
  action,
  send,
}: {
  fields: readonly Field[];
  action: string;
  send: (given: Readonly<Record<string, string>>) => Promise<void>;
}) {
  const sending = useMutation({ mutationFn: send });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        // There are no files among them.
        sending.mutate(Object.fromEntries(typed) as Record<string, string>);
      }}
    >
      {fields.map(({ type, ...field }) =>
        type === 'password' ? (
          <PasswordInput key={field.name} required withAsterisk={false} {...field} />
        ) : (
          <TextInput key={field.name} required withAsterisk={false} {...field} {...(type && { type })} />
        ),
      )}
      <ProblemText error={sending.error} />
      <div>
        <Button type="submit" loading={sending.isPending}>
          {action}
        </Button>
      </div>
    </form>
  );
}

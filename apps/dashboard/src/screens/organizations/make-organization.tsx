import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, answerOf } from '../../api/client.js';
import { ProblemText } from '../../parts/problem-text.js';
import { addressOf } from '../../shell/organization.js';
import { organizationsWords as words } from '../../words/organizations.js';
import css from './organizations.module.css';

/** Makes an organization, and goes there. */
export function MakeOrganization() {
  const [name, setName] = useState('');
  const [, go] = useLocation();
  const answers = useQueryClient();
  const make = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/organizations', { body: { name: name.trim() } })),
    onSuccess: async ({ id }) => {
      await answers.invalidateQueries({ queryKey: ['organizations'] });
      go(addressOf(id));
    },
  });
  return (
    <form
      className={css.make}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <TextInput
        size="sm"
        label={words.newName}
        value={name}
        maxLength={200}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        required
        withAsterisk={false}
      />
      <ProblemText error={make.error} />
      <div>
        <Button type="submit" variant="default" loading={make.isPending}>
          {words.make}
        </Button>
      </div>
    </form>
  );
}

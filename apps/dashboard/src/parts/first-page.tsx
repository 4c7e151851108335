import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { answerOf, api } from '../api/client.js';
import { addressOf, useOrganization } from '../shell/organization.js';
import { beginWords as words } from '../words/begin.js';
import { firstPolicy, type FirstTool, firstTools } from './first-policy.js';
import { ProblemText } from './problem-text.js';
import css from './first-page.module.css';

/** Where there is no policy yet: a page that names the tools, and the first scan, by one button. */
export function FirstPage({ likely }: { likely: readonly FirstTool[] }) {
  const { id: organization, name } = useOrganization();
  const answers = useQueryClient();
  const [, go] = useLocation();
  const [changed, setChanged] = useState<ReadonlyMap<FirstTool, boolean>>(new Map());
  const isUsed = (tool: FirstTool) => changed.get(tool) ?? likely.includes(tool);
  const used = firstTools.filter(isUsed);
  const beginning = useMutation({
    mutationFn: async () => {
      const at = { params: { path: { organization } } };
      const body = { text: firstPolicy(name, used), replaces: null, note: words.note };
      await answerOf(api.PUT('/api/v1/organizations/{organization}/policies/current', { ...at, body }));
      return answerOf(api.POST('/api/v1/organizations/{organization}/scans', at));
    },
    onSuccess: ({ id }) => {
      void answers.invalidateQueries({ queryKey: [organization] });
      go(addressOf(organization, 'scans', id));
    },
  });
  return (
    <section className={css.page} aria-labelledby="first-page">
      <h2 id="first-page">{words.pageTitle}</h2>
      <p className={css.soft}>{words.pageLead}</p>
      <fieldset className={css.tools}>
        <legend>{words.tools}</legend>
        {firstTools.map((tool) => (
          <Checkbox
            key={tool}
            label={words.systems[tool]}
            checked={isUsed(tool)}
            onChange={({ currentTarget: { checked } }) => setChanged(new Map(changed).set(tool, checked))}
          />
        ))}
      </fieldset>
      <ProblemText error={beginning.error} />
      <div>
        <Button disabled={used.length === 0} loading={beginning.isPending} onClick={() => beginning.mutate()}>
          {words.pageGo}
        </Button>
      </div>
    </section>
  );
}

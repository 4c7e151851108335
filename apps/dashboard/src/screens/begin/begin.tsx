import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { answerOf, api } from '../../api/client.js';
import { LinkButton } from '../../parts/link-button.js';
import { Page } from '../../parts/page.js';
import { ProblemText } from '../../parts/problem-text.js';
import { Notice } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { beginWords as words } from '../../words/begin.js';
import css from './begin.module.css';

/** Where a new organization begins: three ways to a first scan. */
export function Begin() {
  const { id, mayDecide } = useOrganization();
  if (!mayDecide) {
    return (
      <Page title={words.title}>
        <Notice title={words.viewer} />
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <ul className={css.ways}>
        <Way title={words.example} lead={words.exampleLead}>
          <ScanExample />
        </Way>
        <Way title={words.exports} lead={words.exportsLead}>
          <LinkButton to={addressOf(id, 'exports')} variant="default">
            {words.exportsGo}
          </LinkButton>
        </Way>
        <Way title={words.connect} lead={words.connectLead}>
          <LinkButton to={addressOf(id, 'connections')} variant="default">
            {words.connectGo}
          </LinkButton>
        </Way>
      </ul>
    </Page>
  );
}

function Way({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <li className={css.way}>
      <h2>{title}</h2>
      <p className={css.soft}>{lead}</p>
      <div>{children}</div>
    </li>
  );
}

/** An organization of its own is made for the example; one looks on while it is scanned. */
function ScanExample() {
  const answers = useQueryClient();
  const [, go] = useLocation();
  const making = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/organizations/example')),
    onSuccess: async ({ organization, scan }) => {
      await answers.invalidateQueries({ queryKey: ['organizations'] });
      go(addressOf(organization.id, 'scans', scan));
    },
  });
  return (
    <>
      <ProblemText error={making.error} />
      <Button loading={making.isPending} onClick={() => making.mutate()}>
        {words.exampleGo}
      </Button>
    </>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { questions } from '../../api/questions.js';
import { Buttons, Group, Row, Rows, Soft } from '../../parts/group.js';
import { Page } from '../../parts/page.js';
import { useOrganization } from '../../shell/organization.js';
import { reportsWords as words } from '../../words/reports.js';
import { Archive } from './archive.js';
import { Preview } from './preview.js';
import { TestMail } from './test-mail.js';

const PAPERS = {
  policy: ['html', 'pdf'],
  notice: ['html', 'pdf'],
  ropa: ['html', 'pdf', 'csv'],
  questionnaire: ['html', 'pdf'],
  audit: ['html', 'pdf'],
} as const;

/** What was sent, what would be, and what can be handed to others. */
export function Reports() {
  const { id, mayDecide } = useOrganization();
  return (
    <Page title={words.title} lead={words.lead}>
      <Now />
      <Archive />
      <Group title={words.papers} lead={words.papersLead}>
        <Rows empty="">
          {(Object.keys(PAPERS) as (keyof typeof PAPERS)[]).map((kind) => (
            <Row
              key={kind}
              actions={PAPERS[kind].map((format) => (
                <Paper key={format} id={id} kind={kind} format={format} />
              ))}
            >
              <strong>{words.kindsOfPaper[kind].title}</strong>
              <Soft>{words.kindsOfPaper[kind].lead}</Soft>
            </Row>
          ))}
        </Rows>
      </Group>
      {mayDecide && <TestMail />}
    </Page>
  );
}

function Paper({
  id,
  kind,
  format,
}: {
  id: string;
  kind: keyof typeof PAPERS;
  format: keyof typeof words.formats;
}) {
  return (
    <Button
      component="a"
      size="xs"
      variant="default"
      href={`/api/v1/organizations/${id}/documents/${kind}?format=${format}`}
      aria-label={`${words.formats[format]}: ${words.kindsOfPaper[kind].title}`}
      {...(format === 'html' && { target: '_blank', rel: 'noreferrer' })}
    >
      {words.formats[format]}
    </Button>
  );
}

function Now() {
  const { id } = useOrganization();
  const [isShown, setShown] = useState(false);
  const overview = useQuery(questions.overview(id));
  const isNothing = overview.data !== undefined && (overview.data.scan === null || !overview.data.policy);
  if (isNothing)
    return (
      <Group title={words.now}>
        <Soft>{words.nothingYet}</Soft>
      </Group>
    );
  return (
    <Group title={words.now} lead={words.nowLead}>
      <Buttons>
        <Button variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? words.hide : words.show}
        </Button>
      </Buttons>
      {isShown && <Preview address={`/api/v1/organizations/${id}/documents/weekly`} title={words.now} />}
    </Group>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Connector } from '../../api/shapes.js';
import { Page } from '../../parts/page.js';
import { connectionsWords as words } from '../../words/connections.js';
import type { RightsWished } from './rights-wished.js';
import { GuideSteps } from './guide-steps.js';
import { LoginForm } from './login-form.js';
import css from './connections.module.css';

/** What stands in a guide where an address of one's own belongs (show-connection.ts). */
const YOUR_PAGE = 'https://your-business.example/';

/** The way chosen, its guide step by step, and what to fill in. */
export function HowToConnect({
  tool,
  rights,
  back,
}: {
  tool: Connector;
  rights: RightsWished;
  back: () => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [page, setPage] = useState('');
  const { title, ways, no_read_only_right: warning } = tool;
  const possible = ways.filter(({ works_here: worksHere }) => worksHere);
  const way = possible.find(({ id }) => id === chosen) ?? possible[0];
  return (
    <Page
      title={words.howTitle(title)}
      lead={words.steps(2, 2)}
      actions={
        <Button variant="default" onClick={back}>
          {words.toWhat}
        </Button>
      }
    >
      {warning !== null && <p className={css.aside}>{warning}</p>}
      {possible.length > 1 && (
        <NativeSelect
          size="md"
          label={words.ways}
          value={way?.id}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={possible.map(({ id, title: label }) => ({ value: id, label }))}
        />
      )}
      {way === undefined ? (
        <p>{words.wayElsewhere}</p>
      ) : (
        <>
          <GuideSteps
            steps={way.steps
              .filter(({ text }) => text !== warning)
              .map(({ text, copy }) => ({
                text,
                copy: copy !== null && page !== '' ? copy.replaceAll(YOUR_PAGE, page) : copy,
              }))}
          />
          <LoginForm key={way.id} tool={tool} way={way} rights={rights} page={page} setPage={setPage} />
        </>
      )}
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { asProblem } from '../api/problem.js';
import { questions } from '../api/questions.js';
import { Failed, Loading, Notice } from '../parts/states.js';
import { problemWords } from '../words/problems.js';
import { shellWords } from '../words/shell.js';
import { ExampleHint } from './example-hint.js';
import { lastOrganization } from './last-organization.js';
import { Navigation } from './navigation.js';
import { OrganizationProvider } from './organization.js';
import { Screens } from './screens.js';
import css from './shell.module.css';

/** What stands around every screen of an organization. */
export function Shell({ id }: { id: string }) {
  const organizations = useQuery(questions.organizations());
  const [location] = useLocation();
  useEffect(() => lastOrganization.keep(id), [id]);
  if (asProblem(organizations.error).status === 401)
    return <Redirect to={`/sign-in?next=${encodeURIComponent(location)}`} replace />;
  if (organizations.isError)
    return (
      <main className={css.alone}>
        <Failed whole error={organizations.error} again={() => void organizations.refetch()} />
      </main>
    );
  if (organizations.data === undefined) return <Loading />;
  const here = organizations.data.find((one) => one.id === id);
  if (here === undefined)
    return (
      <main className={css.alone}>
        <Notice whole title={problemWords.notThere} action={<Link href="/">{problemWords.toOverview}</Link>}>
          {problemWords.notThereStep}
        </Notice>
      </main>
    );
  return (
    <OrganizationProvider value={here}>
      <a className={css.skip} href="#screen">
        {shellWords.skip}
      </a>
      <div className={css.shell}>
        <Navigation here={here} all={organizations.data} />
        <main id="screen" className={css.screen} tabIndex={-1}>
          {here.example && <ExampleHint />}
          <Suspense fallback={<Loading />}>
            <Screens organization={id} />
          </Suspense>
        </main>
      </div>
    </OrganizationProvider>
  );
}

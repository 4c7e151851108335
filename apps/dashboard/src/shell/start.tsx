import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { asProblem } from '../api/problem.js';
import { questions } from '../api/questions.js';
import { Loaded } from '../parts/states.js';
import { lastOrganization } from './last-organization.js';
import css from './start.module.css';

/** Where somebody is led who gives no address: to her organization, or to the sign-in. */
export function Start() {
  const organizations = useQuery(questions.organizations());
  if (asProblem(organizations.error).status === 401) return <Redirect to="/sign-in" replace />;
  return (
    <main className={css.start}>
      <Loaded whole query={organizations}>
        {(items) => {
          const chosen = items.find(({ id }) => id === lastOrganization.read()) ?? items[0];
          if (chosen) return <Redirect to={`/o/${chosen.id}`} replace />;
          return <Redirect to="/organizations" replace />;
        }}
      </Loaded>
    </main>
  );
}

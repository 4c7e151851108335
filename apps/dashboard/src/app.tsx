import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ProblemError } from './api/problem.js';
import { Loading } from './parts/states.js';
import { Shell } from './shell/shell.js';
import { Start } from './shell/start.js';
import { theme } from './theme/mantine.js';

const MOST_TRIES = 2;

const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one however often it is asked for; only silence is worth another try.
      retry: (failures, error) =>
        error instanceof ProblemError && error.status === 0 && failures < MOST_TRIES,
    },
  },
});

const Organizations = lazy(async () => ({
  default: (await import('./screens/organizations/organizations.js')).Organizations,
}));
const Entry = lazy(async () => ({ default: (await import('./screens/entry/entry.js')).Entry }));

/** Which screen stands at which address. Those before a sign-in are loaded apart. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={answers}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={Start} />
            <Route path="/o/:organization/*?">{({ organization }) => <Shell id={organization} />}</Route>
            <Route path="/organizations" component={Organizations} />
            <Route path="/:page">
              <Entry />
            </Route>
            <Route>
              <Redirect to="/" replace />
            </Route>
          </Switch>
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}

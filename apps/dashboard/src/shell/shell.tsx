import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { asProblem } from '../api/problem.js';
import { questions } from '../api/questions.js';
import type { Organization } from '../api/shapes.js';
import { Failed, Loading, Notice } from '../parts/states.js';
import { Overview } from '../screens/overview/overview.js';
import { problemWords } from '../words/problems.js';
import { shellWords } from '../words/shell.js';
import { AccountMenu } from './account-menu.js';
import { lastOrganization } from './last-organization.js';
import { addressOf, OrganizationProvider } from './organization.js';
import { OrganizationMenu } from './organization-menu.js';
import mark from './mark.svg';
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
        <Side here={here} all={organizations.data} />
        <main id="screen" className={css.screen} tabIndex={-1}>
          {here.example && <p className={css.example}>{shellWords.example}</p>}
          <Suspense fallback={<Loading />}>
            <Screens organization={id} />
          </Suspense>
        </main>
      </div>
    </OrganizationProvider>
  );
}

// The overview is what people come for; the others are loaded when they are asked for.
const Findings = lazy(async () => ({
  default: (await import('../screens/findings/findings.js')).Findings,
}));
const Finding = lazy(async () => ({ default: (await import('../screens/finding/finding.js')).Finding }));
const Scans = lazy(async () => ({ default: (await import('../screens/scans/scans.js')).Scans }));
const Scan = lazy(async () => ({ default: (await import('../screens/scan/scan.js')).Scan }));
const Begin = lazy(async () => ({ default: (await import('../screens/begin/begin.js')).Begin }));
const Exports = lazy(async () => ({ default: (await import('../screens/exports/exports.js')).Exports }));
const Connections = lazy(async () => ({
  default: (await import('../screens/connections/connections.js')).Connections,
}));
const Policy = lazy(async () => ({ default: (await import('../screens/policy/policy.js')).Policy }));
const People = lazy(async () => ({ default: (await import('../screens/people/people.js')).People }));
const Schedule = lazy(async () => ({
  default: (await import('../screens/schedule/schedule.js')).ScheduleScreen,
}));
const Reports = lazy(async () => ({ default: (await import('../screens/reports/reports.js')).Reports }));
const Settings = lazy(async () => ({ default: (await import('../screens/settings/settings.js')).Settings }));
const DataMap = lazy(async () => ({ default: (await import('../screens/data-map/data-map.js')).DataMap }));
const Access = lazy(async () => ({ default: (await import('../screens/access/access.js')).Access }));
const Retention = lazy(async () => ({
  default: (await import('../screens/retention/retention.js')).Retention,
}));

function Screens({ organization }: { organization: string }) {
  // Another organization is another page: nothing of one is left in the other.
  return (
    <Switch key={organization}>
      <Route path="/o/:organization" component={Overview} />
      <Route path="/o/:organization/findings" component={Findings} />
      <Route path="/o/:organization/findings/:finding">{({ finding }) => <Finding key={finding} />}</Route>
      <Route path="/o/:organization/scans" component={Scans} />
      <Route path="/o/:organization/scans/:job">{({ job }) => <Scan key={job} />}</Route>
      <Route path="/o/:organization/connections/*?" component={Connections} />
      <Route path="/o/:organization/policy" component={Policy} />
      <Route path="/o/:organization/reports" component={Reports} />
      <Route path="/o/:organization/schedule" component={Schedule} />
      <Route path="/o/:organization/people" component={People} />
      <Route path="/o/:organization/settings" component={Settings} />
      <Route path="/o/:organization/exports" component={Exports} />
      <Route path="/o/:organization/begin" component={Begin} />
      <Route path="/o/:organization/data-map" component={DataMap} />
      <Route path="/o/:organization/access" component={Access} />
      <Route path="/o/:organization/retention" component={Retention} />
      <Route>
        <Redirect to={addressOf(organization)} replace />
      </Route>
    </Switch>
  );
}

const PLACES = [
  { name: 'overview', path: '' },
  { name: 'findings', path: 'findings' },
  { name: 'dataMap', path: 'data-map' },
  { name: 'access', path: 'access' },
  { name: 'retention', path: 'retention' },
  { name: 'policy', path: 'policy' },
  { name: 'connections', path: 'connections' },
  { name: 'exports', path: 'exports' },
  { name: 'scans', path: 'scans' },
  { name: 'reports', path: 'reports' },
  { name: 'schedule', path: 'schedule' },
  { name: 'people', path: 'people' },
  { name: 'settings', path: 'settings' },
] as const;

function Side({ here, all }: { here: Organization; all: readonly Organization[] }) {
  const [isOpen, setOpen] = useState(false);
  const [location] = useLocation();
  useEffect(() => setOpen(false), [location]);
  return (
    <header className={css.side}>
      <div className={css.top}>
        <Link href={addressOf(here.id)} className={css.brand}>
          <img src={mark} alt="" width="28" height="28" /> Plumbline
        </Link>
        <button
          type="button"
          className={css.toggle}
          aria-expanded={isOpen}
          aria-controls="places"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? shellWords.closeMenu : shellWords.menu}
        </button>
      </div>
      <div id="places" className={css.places} data-open={isOpen}>
        <OrganizationMenu here={here} all={all} />
        <nav aria-label={shellWords.navigation}>
          <ul>
            {PLACES.map(({ name, path }) => (
              <li key={name}>
                <Place to={addressOf(here.id, ...(path === '' ? [] : [path]))} exact={path === ''}>
                  {shellWords[name]}
                </Place>
              </li>
            ))}
          </ul>
        </nav>
        <AccountMenu />
      </div>
    </header>
  );
}

function Place({ to, exact, children }: { to: string; exact: boolean; children: string }) {
  const [address] = useLocation();
  // Links in mails end in a slash.
  const location = address.replace(/\/$/u, '');
  const isHere = exact ? location === to : location === to || location.startsWith(`${to}/`);
  return (
    <Link href={to} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}

import { lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Overview } from '../screens/overview/overview.js';
import { addressOf } from './organization.js';

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
const Records = lazy(async () => ({ default: (await import('../screens/records/records.js')).Records }));
const DataMap = lazy(async () => ({ default: (await import('../screens/data-map/data-map.js')).DataMap }));
const Access = lazy(async () => ({ default: (await import('../screens/access/access.js')).Access }));
const Retention = lazy(async () => ({
  default: (await import('../screens/retention/retention.js')).Retention,
}));

/** Which screen of an organization stands at which address. */
export function Screens({ organization }: { organization: string }) {
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
      <Route path="/o/:organization/records" component={Records} />
      <Route>
        <Redirect to={addressOf(organization)} replace />
      </Route>
    </Switch>
  );
}

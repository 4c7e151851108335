import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import { googleJson, listMember } from '../answers/google-answer.js';
import { badParameter, resourceNotFound } from '../answers/google-errors.js';
import type { GoogleMethod } from '../answers/google-method.js';
import { pageOf, type PageRules } from '../answers/page.js';
import { callerOf, reportsRefusal } from '../directory/directory-access.js';
import type { GrantBook } from '../directory/grant-book.js';
import { named } from '../directory/directory-fields.js';
import type { Workspace } from '../directory/workspace.js';
import { etagOf } from '../google-ids.js';
import { anyOf } from '../google-scopes.js';
import { type Series, seriesBy, seriesOf } from '../series.js';
import { activityResource, type AuditEvent, loginAuditEvent, tokenAuditEvent } from './activity-resources.js';
import { type LoginEvent, loginEventsOf } from './login-events.js';
import { type TokenEvent, tokenEventsOf } from './token-events.js';

const DAY = 86_400_000;
const KEPT_MS = 180 * DAY;
/** What happened this lately stands in no log yet. */
const LAG_MS = 2 * 3_600_000;
/** Applications whose log exists but is empty here. */
const EMPTY = new Set([
  'admin',
  'drive',
  'calendar',
  'groups',
  'mobile',
  'saml',
  'user_accounts',
  'rules',
  'meet',
  'chat',
]);
const PAGES: PageRules = {
  size: { parameter: 'maxResults', usual: 1000, most: 1000 },
  tooMany: 'refused',
  tokenMs: null,
  hasEmptyPages: true,
};

/** The audit log: what apps were allowed and did, and who logged in, 180 days back, newest first. */
export function reportsMethods(
  workspace: Workspace,
  { clock }: Pick<VendorContext, 'clock'>,
  grants: GrantBook,
): readonly GoogleMethod[] {
  const logs = auditLogs(workspace, grants);
  return [
    {
      id: 'reports.activities.list',
      path: '/admin/reports/v1/activity/users/{userKey}/applications/{applicationName}',
      scopes: anyOf('admin.reports.audit.readonly'),
      known: {
        kind: true,
        etag: true,
        nextPageToken: true,
        items: named(
          'actor etag events id ipAddress isAgenticAction kind networkInfo ownerDomain resourceDetails userDeviceInfo',
        ),
      },
      answer(request) {
        const refusal = reportsRefusal(callerOf(workspace, request));
        if (refusal !== null) return refusal;
        const application = request.parameters['applicationName'] ?? '';
        const log = logs(application);
        return log === null
          ? badParameter(
              request.path,
              'applicationName',
              `Invalid value '${application}' for applicationName.`,
            )
          : listActivities(request, log, workspace, clock.now());
      },
    },
  ];
}

function auditLogs(
  { staff, bakery }: Workspace,
  grants: GrantBook,
): (application: string) => Series<AuditEvent> | null {
  const { today } = bakery.setting;
  let known: readonly TokenEvent[] | null = null;
  let logins: readonly LoginEvent[] | null = null;
  return (application) => {
    if (application === 'token') {
      known ??= tokenEventsOf(grants.ofTheBakery(), today);
      // Consent given to the simulation itself is younger than all that.
      return shown([...tokenEventsOf(grants.ofOurs(), today), ...known], tokenAuditEvent);
    }
    if (application === 'login') {
      logins ??= loginEventsOf(staff, today);
      return shown(logins, loginAuditEvent);
    }
    return EMPTY.has(application) ? seriesOf<AuditEvent>([]) : null;
  };
}

function shown<T>(events: readonly T[], show: (event: T) => AuditEvent): Series<AuditEvent> {
  const series = seriesOf(events);
  return seriesBy(series.length, (index) => show(series.at(index)));
}

function listActivities(
  request: SimulatedRequest,
  log: Series<AuditEvent>,
  { customerId, bakery, member }: Workspace,
  now: number,
): SimulatedAnswer {
  const { query, path } = request;
  const start = instantOf(query.get('startTime'), now - KEPT_MS);
  const end = instantOf(query.get('endTime'), now);
  if (start === null) return badParameter(path, 'startTime', 'Invalid value for startTime.');
  if (end === null) return badParameter(path, 'endTime', 'Invalid value for endTime.');
  if (start > end || start > now) {
    return badParameter(path, 'startTime', 'Start time must be before the end time and the present.');
  }
  const filters = readFilters(query.get('filters'));
  if (filters === null) return badParameter(path, 'filters', 'Invalid value for filters.');
  const userKey = request.parameters['userKey'] ?? 'all';
  const who = userKey === 'all' ? null : member(userKey);
  if (userKey !== 'all' && who === null) return resourceNotFound('userKey');
  const eventName = query.get('eventName');
  const from = Math.max(start, now - KEPT_MS);
  const to = Math.min(end, now - LAG_MS);
  const keeps = (event: AuditEvent) =>
    event.at >= from &&
    event.at <= to &&
    (who === null || event.member.id === who.id) &&
    (eventName === null || event.name === eventName) &&
    filters(event);
  const page = pageOf(log, request, PAGES, now, keeps);
  if (page === 'bad-size') return badParameter(path, 'maxResults', 'Invalid value for maxResults');
  if (typeof page === 'string') return badParameter(path, 'pageToken', 'Invalid Value');
  const items = page.items.map((event) => activityResource(event, customerId, bakery.setting.seed));
  return googleJson({
    kind: 'admin#reports#activities',
    etag: etagOf('activities', path, query.toString()),
    ...listMember('items', items),
    ...page.next,
  });
}

/** RFC 3339, with a zone; null: something else. */
function instantOf(text: string | null, usual: number): number | null {
  if (text === null) return usual;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/u.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

/** `client_id==123,app_name<>Zapier`: text is compared, and all must hold. */
function readFilters(text: string | null): ((event: AuditEvent) => boolean) | null {
  if (text === null || text === '') return () => true;
  const tests: ((event: AuditEvent) => boolean)[] = [];
  for (const clause of text.split(',')) {
    const [, name, operator, value] = /^(\w+)(==|<>)(.*)$/u.exec(clause) ?? [];
    if (name === undefined) return null;
    tests.push((event) => (valueOf(event, name) === value) === (operator === '=='));
  }
  return (event) => tests.every((test) => test(event));
}

function valueOf({ parameters }: AuditEvent, name: string): string {
  const parameter = parameters.find((one) => one.name === name);
  return String(parameter?.value ?? parameter?.intValue ?? parameter?.boolValue ?? '');
}

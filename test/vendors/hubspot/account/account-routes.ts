import { jsonAnswer, type SimulatedAnswer } from '../../core/simulated-answer.js';
import type { Route, SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import type { HubspotErrors } from '../hubspot-errors.js';
import { HUB_ID } from '../hubspot-ids.js';
import { atEach, PATHS } from '../hubspot-versions.js';
import { limitOf, sliceOf } from '../paging.js';
import { loginActivity } from './login-activity.js';
import { securityActivity } from './security-activity.js';

const LARGEST_PAGE = 200;
const USUAL_PAGE = 100;
const SECURITY = [['account-info.security.read']];

/** The account itself, and what it keeps of logins and security. */
export function accountRoutes(context: VendorContext, errors: HubspotErrors): readonly Route[] {
  const { clock, has } = context;
  const get = (
    end: string,
    scopes: Route['scopes'],
    answer: (request: SimulatedRequest) => SimulatedAnswer,
  ): readonly Route[] =>
    atEach(PATHS.account, end, (path): Route => ({ method: 'GET', path, scopes, answer }));
  return [
    ...get('/details', [['oauth']], () =>
      jsonAnswer({
        portalId: HUB_ID,
        accountType: 'STANDARD',
        timeZone: 'US/Eastern',
        companyCurrency: 'USD',
        additionalCurrencies: [],
        utcOffset: '-05:00',
        utcOffsetMilliseconds: -18_000_000,
        uiDomain: 'app.hubspot.com',
        dataHostingLocation: 'na1',
      }),
    ),
    ...get('/api-usage/daily/private-apps', [['oauth']], () =>
      jsonAnswer({
        results: [
          {
            name: 'private-apps-api-calls-daily',
            usageLimit: 250_000,
            currentUsage: 0,
            collectedAt: clock.date().toISOString(),
            fetchStatus: 'SUCCESS',
          },
        ],
      }),
    ),
    ...get('/activity/login', SECURITY, (request) => {
      const userId = request.query.get('userId');
      return list(
        loginActivity(context).filter((login) => userId === null || String(login.userId) === userId),
        request,
        errors,
      );
    }),
    ...get('/activity/security', SECURITY, (request) => {
      const from = Number(request.query.get('fromTimestamp') ?? 0);
      const to = Number(request.query.get('toTimestamp') ?? Number.MAX_SAFE_INTEGER);
      return list(
        securityActivity(context).filter(({ createdAt }) => {
          const at = Date.parse(createdAt);
          return at >= from && at <= to;
        }),
        request,
        errors,
      );
    }),
    // Only the largest plan has it; the real wording is not known.
    ...get('/activity/audit-logs', SECURITY, (request) =>
      has('enterprise') ? list([], request, errors) : errors.forbidden(request),
    ),
  ];
}

function list(all: readonly unknown[], request: SimulatedRequest, errors: HubspotErrors): SimulatedAnswer {
  const limit = limitOf(request.query, USUAL_PAGE, LARGEST_PAGE);
  if (limit === null) return errors.invalid(`limit must be between 1 and ${LARGEST_PAGE}`, 'limit');
  const page = sliceOf(all, limit, request);
  return page === null ? errors.invalid('after is no cursor', 'after') : jsonAnswer(page);
}

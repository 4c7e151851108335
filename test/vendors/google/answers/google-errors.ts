import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import { googleJson } from './google-answer.js';
import { apiOf, type GoogleApi, isOlderFamily, serviceOf } from './google-api.js';

const PROJECT = '100200300400';
const ERROR_INFO = 'type.googleapis.com/google.rpc.ErrorInfo';

interface OlderError {
  readonly status: number;
  readonly message: string;
  readonly reason: string;
  readonly domain?: string;
  readonly location?: string;
  readonly locationType?: 'parameter' | 'header';
}

interface RpcError {
  readonly status: number;
  readonly message: string;
  readonly word: string;
  readonly details?: readonly unknown[];
}

/** Drive, Directory and Reports: `errors[]` with a reason. */
export function olderError({ status, message, ...error }: OlderError): SimulatedAnswer {
  return googleJson(
    { error: { code: status, message, errors: [{ message, domain: 'global', ...error }] } },
    status,
  );
}

/** People and Sheets: `status` in words and `details[]`. */
export function rpcError({ status, message, word, details }: RpcError): SimulatedAnswer {
  return googleJson(
    { error: { code: status, message, status: word, ...(details === undefined ? {} : { details }) } },
    status,
  );
}

/** A parameter that the API does not take. */
export function badParameter(path: string, name: string, message: string): SimulatedAnswer {
  return isOlderFamily(apiOf(path))
    ? olderError({ status: 400, message, reason: 'invalid', location: name, locationType: 'parameter' })
    : rpcError({ status: 400, message, word: 'INVALID_ARGUMENT' });
}

/** No token, or one that is not taken; whether it ran out or was taken back, Google does not say. */
export function badToken(path: string, isAbsent: boolean): SimulatedAnswer {
  if (isOlderFamily(apiOf(path))) {
    const at = { location: 'Authorization', locationType: 'header' } as const;
    return isAbsent
      ? olderError({ status: 401, message: 'Login Required.', reason: 'required', ...at })
      : olderError({ status: 401, message: 'Invalid Credentials', reason: 'authError', ...at });
  }
  return rpcError({
    status: 401,
    message: isAbsent
      ? 'Request is missing required authentication credential.'
      : 'Request had invalid authentication credentials.',
    word: 'UNAUTHENTICATED',
  });
}

/** The person unticked a right, or the app never asked for it. Both families send the same. */
export function missingScopes(
  path: string,
  method: string,
  scopes: readonly (readonly string[])[],
): SimulatedAnswer {
  const message = 'Request had insufficient authentication scopes.';
  const metadata = { service: serviceOf(apiOf(path)).service, method };
  const answer = googleJson(
    {
      error: {
        code: 403,
        message,
        errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }],
        status: 'PERMISSION_DENIED',
        details: [
          {
            '@type': ERROR_INFO,
            reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
            domain: 'googleapis.com',
            metadata,
          },
        ],
      },
    },
    403,
  );
  const wanted = scopes.map((together) => together.join(' ')).join(' ');
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'WWW-Authenticate': `Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="${wanted}"`,
    },
  };
}

/** The API was never switched on in the Cloud project of the app. */
export function apiNotEnabled(api: GoogleApi): SimulatedAnswer {
  const { title, service } = serviceOf(api);
  const page = `https://console.developers.google.com/apis/api/${service}/overview?project=${PROJECT}`;
  const message = `${title} has not been used in project ${PROJECT} before or it is disabled. Enable it by visiting ${page} then retry.`;
  return googleJson(
    {
      error: {
        code: 403,
        message,
        errors: [
          {
            message,
            domain: 'usageLimits',
            reason: 'accessNotConfigured',
            extendedHelp: 'https://console.developers.google.com',
          },
        ],
        status: 'PERMISSION_DENIED',
        details: [
          {
            '@type': ERROR_INFO,
            reason: 'SERVICE_DISABLED',
            domain: 'googleapis.com',
            metadata: { service, consumer: `projects/${PROJECT}` },
          },
        ],
      },
    },
    403,
  );
}

/** Not an admin, or without the privilege. */
export function notAuthorized(): SimulatedAnswer {
  return olderError({
    status: 403,
    message: 'Not Authorized to access this resource/api',
    reason: 'forbidden',
  });
}

/** Directory, for a thing that is not there: `userKey`, `groupKey`. */
export function resourceNotFound(name: string): SimulatedAnswer {
  return olderError({ status: 404, message: `Resource Not Found: ${name}`, reason: 'notFound' });
}

export function userRateLimitExceeded(): SimulatedAnswer {
  return olderError({
    status: 403,
    message: 'User Rate Limit Exceeded',
    reason: 'userRateLimitExceeded',
    domain: 'usageLimits',
  });
}

export function rateLimitExceeded(): SimulatedAnswer {
  return olderError({
    status: 429,
    message: 'Rate Limit Exceeded',
    reason: 'rateLimitExceeded',
    domain: 'usageLimits',
  });
}

/** People and Sheets name the metric that is used up. */
export function metricExceeded(api: 'people' | 'sheets', metric: string, per: string): SimulatedAnswer {
  const { service } = serviceOf(api);
  return rpcError({
    status: 429,
    message: `Quota exceeded for quota metric '${metric}' and limit '${metric} ${per}' of service '${service}' for consumer 'project_number:${PROJECT}'.`,
    word: 'RESOURCE_EXHAUSTED',
    details: [{ '@type': ERROR_INFO, reason: 'RATE_LIMIT_EXCEEDED', domain: 'googleapis.com' }],
  });
}

/** Google is down, in the form of the API. */
export function unavailable(path: string, status: 500 | 502 | 503): SimulatedAnswer {
  if (isOlderFamily(apiOf(path))) {
    return olderError({ status, message: 'Backend Error', reason: 'backendError' });
  }
  return rpcError({ status, message: 'The service is currently unavailable.', word: 'UNAVAILABLE' });
}

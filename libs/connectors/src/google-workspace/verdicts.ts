import { z } from 'zod';
import type { Refusal } from '../contract/refusal.js';
import type { VendorAnswer, Verdict } from '../contract/vendor-access.js';
import { retryAfterMs } from '../kit/guard/waiting.js';
import { refused, wait } from '../kit/verdicts.js';
import { rights } from './google-rights.js';
import { apiNotEnabled, refusals, scopeNotGranted } from './refusals.js';

// Drive, Directory and Reports send `errors[]`, People and Sheets `status` and `details[]`, and some of them both.
const ErrorAnswer = z.object({
  error: z.object({
    message: z.string().optional(),
    status: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
    details: z
      .array(
        z.object({
          reason: z.string().optional(),
          metadata: z.object({ service: z.string().optional() }).optional(),
        }),
      )
      .optional(),
  }),
});
type GoogleError = z.output<typeof ErrorAnswer>['error'];

const DAY_MS = 86_400_000;
const TOO_MUCH =
  /^((user|sharing)?RateLimitExceeded|quotaExceeded|RATE_LIMIT_EXCEEDED|RESOURCE_EXHAUSTED)$/iu;

/**
 * What Google's answers mean.
 * https://developers.google.com/workspace/drive/api/guides/handle-errors
 */
export function verdictOf(answer: VendorAnswer): Verdict {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { kind: 'fine' };
  if (status === 408 || status === 429 || status >= 500) {
    const reason = status === 429 ? 'Google has a limit on requests' : 'Google is in trouble';
    return wait(retryAfterMs(headers), reason);
  }
  const error = errorIn(answer.body);
  if (error === null) return refused(refusals.notData);
  const reasons = reasonsOf(error);
  if (reasons.some((reason) => TOO_MUCH.test(reason))) {
    return wait(null, 'Google has a limit on requests');
  }
  if (reasons.includes('dailyLimitExceeded')) {
    return wait(DAY_MS, 'Google has a limit on requests in a day');
  }
  switch (status) {
    case 401:
      // Reports says so of somebody who is not an administrator, whatever token she has.
      return /\bnot authorized\b|\baccess denied\b/iu.test(error.message ?? '')
        ? refused(refusals.notAdministrator)
        : { kind: 'expired' };
    case 403:
      return refused(forbidden(error, reasons, headers));
    case 404:
      return refused(refusals.notThere);
    case 400:
      return refused(
        reasons.includes('FAILED_PRECONDITION') ? refusals.notSupported : refusals.notUnderstood,
      );
    default:
      return refused(refusals.notUnderstood);
  }
}

function forbidden(
  { details = [] }: GoogleError,
  reasons: readonly string[],
  headers: VendorAnswer['headers'],
): Refusal {
  if (reasons.includes('insufficientPermissions') || reasons.includes('ACCESS_TOKEN_SCOPE_INSUFFICIENT')) {
    return scopeNotGranted(ourRightIn(headers['www-authenticate'] ?? ''));
  }
  if (reasons.includes('accessNotConfigured') || reasons.includes('SERVICE_DISABLED')) {
    return apiNotEnabled(details.find(({ metadata }) => metadata?.service)?.metadata?.service ?? '');
  }
  if (reasons.includes('insufficientFilePermissions')) return refusals.sharingNotShown;
  if (reasons.includes('domainPolicy') || reasons.includes('admin_policy_enforced')) {
    return refusals.blockedByAdministrator;
  }
  return refusals.notAdministrator;
}

/** Google lists every right that would do; ours is among them. */
function ourRightIn(challenge: string): string | null {
  const listed = /\bscope="([^"]*)"/u.exec(challenge)?.[1]?.split(' ') ?? [];
  return Object.values(rights).find((right) => listed.includes(right)) ?? null;
}

function errorIn(body: string): GoogleError | null {
  try {
    const parsed = ErrorAnswer.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.error : null;
  } catch {
    return null;
  }
}

function reasonsOf({ status, errors = [], details = [] }: GoogleError): readonly string[] {
  return [...errors.map(({ reason }) => reason), ...details.map(({ reason }) => reason), status].filter(
    (reason) => reason !== undefined,
  );
}

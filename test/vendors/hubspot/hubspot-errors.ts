import type { OAuthProblem } from '../core/simulated-oauth.js';
import { emptyAnswer, htmlAnswer, jsonAnswer, type SimulatedAnswer } from '../core/simulated-answer.js';
import type { Route, VendorContext, VendorErrors } from '../core/simulated-vendor.js';

interface ErrorDetail {
  readonly message: string;
  readonly in?: string;
  readonly code?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** HubSpot's error bodies, each with a correlation id of its own. */
export class HubspotErrors implements VendorErrors {
  private readonly nextUuid: VendorContext['nextUuid'];

  constructor({ nextUuid }: Pick<VendorContext, 'nextUuid'>) {
    this.nextUuid = nextUuid;
  }

  readonly badToken: VendorErrors['badToken'] = (problem) => {
    if (problem.kind === 'expired') {
      const seconds = Math.max(1, Math.round(problem.sinceMs / 1000));
      return this.error(
        401,
        'EXPIRED_AUTHENTICATION',
        `The OAuth token used to make this call expired ${seconds} second(s) ago.`,
      );
    }
    return this.error(
      401,
      'INVALID_AUTHENTICATION',
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    );
  };

  readonly missingScopes: VendorErrors['missingScopes'] = ({ scopes }: Route) =>
    this.error(
      403,
      'MISSING_SCOPES',
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
      {
        errors: [
          {
            message: 'One or more of the following scopes are required.',
            context: { requiredScopes: scopes === 'open' ? [] : scopes.flat() },
          },
        ],
        links: { scopes: 'https://developers.hubspot.com/scopes' },
      },
    );

  /** An address that no API has: HTML, as some of HubSpot's 404s are. */
  readonly notFound: VendorErrors['notFound'] = () =>
    htmlAnswer(
      '<html><head><title>Error 404 Not Found</title></head><body><h2>HTTP ERROR 404</h2></body></html>',
      404,
    );

  readonly tooMany: VendorErrors['tooMany'] = (retryAfterSeconds) => {
    const answer = this.rateLimit(
      'TEN_SECONDLY_ROLLING',
      'You have reached your ten_secondly_rolling limit.',
    );
    return retryAfterSeconds === null
      ? answer
      : { ...answer, headers: { ...answer.headers, 'Retry-After': String(retryAfterSeconds) } };
  };

  /** Refused for a reason of the account; the wording is not known. */
  readonly forbidden: VendorErrors['forbidden'] = () =>
    this.error(403, 'BANNED', 'You do not have permissions to view this resource.');

  /** By turns: without content type, HTML, JSON, HTML. */
  readonly unavailable: VendorErrors['unavailable'] = (nth) => {
    if (nth % 4 === 1) return { ...emptyAnswer(503), body: '' };
    if (nth % 4 === 3) return this.error(500, undefined, 'internal error');
    const [status, words] =
      nth % 4 === 2 ? ([502, 'Bad Gateway'] as const) : ([504, 'Gateway Time-out'] as const);
    return htmlAnswer(`<html><body><h1>${status} ${words}</h1></body></html>`, status);
  };

  readonly oauth: VendorErrors['oauth'] = (problem) => jsonAnswer(OAUTH_BODIES[problem], { status: 400 });

  /** 429 with HubSpot's name of the limit; it has no category. */
  rateLimit(policyName: string, message: string): SimulatedAnswer {
    return jsonAnswer(
      { status: 'error', message, errorType: 'RATE_LIMIT', correlationId: this.nextUuid(), policyName },
      { status: 429 },
    );
  }

  invalid(message: string, where?: string): SimulatedAnswer {
    return this.error(400, 'VALIDATION_ERROR', 'Invalid input JSON or parameter', {
      errors: [{ message, ...(where === undefined ? {} : { in: where }) }],
    });
  }

  /** An object that is not there. */
  objectNotFound(): SimulatedAnswer {
    return this.error(404, 'OBJECT_NOT_FOUND', 'resource not found');
  }

  error(
    status: number,
    category: string | undefined,
    message: string,
    more: {
      readonly errors?: readonly ErrorDetail[];
      readonly links?: Readonly<Record<string, string>>;
    } = {},
  ): SimulatedAnswer {
    return jsonAnswer(
      {
        status: 'error',
        message,
        correlationId: this.nextUuid(),
        ...more,
        ...(category === undefined ? {} : { category }),
      },
      { status },
    );
  }
}

const REVOKED = 'refresh token is invalid, expired or revoked';
const revokedBody = {
  error: 'invalid_grant',
  error_description: REVOKED,
  status: 'BAD_REFRESH_TOKEN',
  message: REVOKED,
};
const badClient = {
  error: 'invalid_client',
  status: 'BAD_CLIENT_ID',
  message: 'missing or invalid client id',
};
const badCode = { status: 'BAD_AUTH_CODE', message: 'missing or unknown auth code' };

/** Bodies that public code quotes; those of codes and verifiers are from memory. */
const OAUTH_BODIES: Readonly<Record<OAuthProblem, Readonly<Record<string, string>>>> = {
  'bad-client': badClient,
  'bad-secret': { ...badClient, status: 'BAD_CLIENT_SECRET', message: 'missing or invalid client secret' },
  'bad-redirect': { status: 'BAD_REDIRECT_URI', message: 'missing or invalid redirect URI' },
  'bad-code': badCode,
  'code-used': badCode,
  'code-expired': badCode,
  'bad-verifier': {
    error: 'invalid_grant',
    status: 'BAD_CODE_VERIFIER',
    message: 'missing or invalid code verifier',
  },
  'bad-refresh-token': { status: 'BAD_REFRESH_TOKEN', message: 'missing or invalid refresh token' },
  'refresh-token-revoked': revokedBody,
  'refresh-token-expired': revokedBody,
  'bad-grant-type': { status: 'BAD_GRANT_TYPE', message: 'missing or unknown grant type' },
  'bad-scope': { error: 'invalid_scope', status: 'BAD_SCOPE', message: 'missing or unknown scope' },
  'bad-content-type': { status: 'BAD_REQUEST', message: 'form parameters expected' },
};

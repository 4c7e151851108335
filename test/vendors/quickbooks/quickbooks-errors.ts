import type { OAuthProblem } from '../core/simulated-oauth.js';
import { htmlAnswer, jsonAnswer, type SimulatedAnswer } from '../core/simulated-answer.js';
import type { VendorContext, VendorErrors } from '../core/simulated-vendor.js';
import { answerTime } from './quickbooks-times.js';

/** An error of the books themselves. */
export interface BusinessFault {
  readonly message: string;
  readonly detail: string;
  readonly code: string;
  readonly element?: string;
  readonly type?: 'ValidationFault' | 'AuthorizatonFault' | 'SystemFault';
}

/** Intuit's two shapes of errors: of the gateway (`fault`, lower case) and of the books (`Fault`). */
export class QuickbooksErrors implements VendorErrors {
  private readonly clock: VendorContext['clock'];

  constructor({ clock }: Pick<VendorContext, 'clock'>) {
    this.clock = clock;
  }

  readonly badToken: VendorErrors['badToken'] = (problem, { headers }) => {
    const answer = this.gateway(401, {
      message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
      // It really quotes the beginning of the token.
      detail: `${problem.kind === 'expired' ? 'Token expired' : 'Token revoked'}: ${(headers['authorization'] ?? '').slice(7, 19)}`,
      code: '3200',
      type: 'AUTHENTICATION',
    });
    const challenge = { 'WWW-Authenticate': 'Bearer realm="Intuit", error="invalid_token"' };
    return { ...answer, headers: { ...answer.headers, ...challenge } };
  };

  readonly missingScopes: VendorErrors['missingScopes'] = () => this.wrongCompany();

  readonly notFound: VendorErrors['notFound'] = ({ path }) =>
    this.business({
      message: 'Unsupported Operation',
      detail: `Operation Could not find resource for relative : ${path} is not supported.`,
      code: '500',
    });

  readonly tooMany: VendorErrors['tooMany'] = (retryAfterSeconds) => {
    const answer = this.gateway(429, {
      message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429',
      detail: '',
      code: '3001',
      type: 'SERVICE',
    });
    return retryAfterSeconds === null
      ? answer
      : { ...answer, headers: { ...answer.headers, 'Retry-After': String(retryAfterSeconds) } };
  };

  /** The person who connected has no access to the company any more. */
  readonly forbidden: VendorErrors['forbidden'] = () =>
    this.business(
      {
        message: 'Authorization Failure',
        detail:
          'AuthorizationFailure: --11014-You do not have access to use QuickBooks Online., statusCode: 401',
        code: '120',
        type: 'AuthorizatonFault',
      },
      401,
    );

  /** By turns: JSON of the books, HTML of a gateway. */
  readonly unavailable: VendorErrors['unavailable'] = (nth) =>
    nth % 2 === 1
      ? this.business(
          {
            message: 'An application error has occurred while processing your request',
            detail: 'System Failure Error: Could not open connection',
            code: '10000',
            type: 'SystemFault',
          },
          500,
        )
      : htmlAnswer('<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>', 503);

  readonly oauth: VendorErrors['oauth'] = (problem) => OAUTH_ANSWERS[problem] ?? INVALID_GRANT;

  /** A token that is good, but not for this company. */
  wrongCompany(): SimulatedAnswer {
    return this.gateway(403, {
      message: 'message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403',
      detail: '',
      code: '3100',
      type: 'SERVICE',
    });
  }

  subscriptionEnded(): SimulatedAnswer {
    return this.business({
      message: 'Invalid Company Status',
      detail: 'Subscription period has ended or been canceled, or there was a billing problem',
      code: '6190',
    });
  }

  objectNotFound(): SimulatedAnswer {
    return this.business({
      message: 'Object Not Found',
      detail:
        "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.",
      code: '610',
      element: '',
    });
  }

  invalidId(id: string): SimulatedAnswer {
    return this.business({
      message: 'Invalid ID',
      detail: `Id should be a valid number. Supplied value:${id}`,
      code: '2030',
      element: 'Id',
    });
  }

  /** `status` 200: it is known to come with that, too. */
  business(
    { message, detail, code, element, type = 'ValidationFault' }: BusinessFault,
    status = 400,
  ): SimulatedAnswer {
    const error = { Message: message, Detail: detail, code, ...(element !== undefined && { element }) };
    return jsonAnswer({ Fault: { Error: [error], type }, time: answerTime(this.clock.date()) }, { status });
  }

  private gateway(
    status: number,
    { message, detail, code, type }: Record<'message' | 'detail' | 'code' | 'type', string>,
  ): SimulatedAnswer {
    return jsonAnswer(
      {
        warnings: null,
        intuitObject: null,
        fault: { error: [{ message, detail, code, element: null }], type },
        report: null,
        queryResponse: null,
        batchItemResponse: [],
        attachableResponse: [],
        syncErrorResponse: null,
        requestId: null,
        time: Math.floor(this.clock.now()),
        status: null,
        cdcresponse: [],
      },
      { status, headers: { 'Content-Type': 'application/json' } },
    );
  }
}

const INVALID_GRANT = jsonAnswer(
  { error_description: 'Token invalid', error: 'invalid_grant' },
  { status: 400 },
);
const INVALID_CLIENT = jsonAnswer({ error: 'invalid_client' }, { status: 401 });
const INVALID_REQUEST = jsonAnswer({ error: 'invalid_request' }, { status: 400 });

/** Everything about a code or a token is `invalid_grant`, sometimes without a description. */
const OAUTH_ANSWERS: Readonly<Partial<Record<OAuthProblem, SimulatedAnswer>>> = {
  'bad-client': INVALID_CLIENT,
  'bad-secret': INVALID_CLIENT,
  'bad-redirect': jsonAnswer({ error: 'invalid_grant' }, { status: 400 }),
  'bad-grant-type': jsonAnswer({ error: 'unsupported_grant_type' }, { status: 400 }),
  'bad-scope': jsonAnswer({ error: 'invalid_scope' }, { status: 400 }),
  'bad-content-type': INVALID_REQUEST,
  'bad-verifier': INVALID_REQUEST,
};

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import { type Refusal, RefusedError } from '../people/refused-error.js';
import { SERVICE_LOG, type ServiceLog } from '../service/service-log.js';
import { type Problem, RequestProblem } from './problem.js';
import { isShownAsPage, PROBLEM_PAGE_POLICY, problemPage } from './problem-page.js';

/** Turns every failure into a problem document, and logs those that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(SERVICE_LOG) private readonly log: ServiceLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    // A stream of events that breaks has sent its head already.
    if (reply.sent || reply.raw.headersSent) return;
    const problem = problemOf(error);
    if (problem.status >= 500) this.log.failure(error, { request: request.id });
    const retryAfter = retryAfterOf(error);
    if (retryAfter !== null) void reply.header('retry-after', String(retryAfter));
    void reply.status(problem.status);
    if (isShownAsPage(request)) {
      void reply
        .header('content-security-policy', PROBLEM_PAGE_POLICY)
        .header('x-frame-options', 'SAMEORIGIN')
        .type('text/html; charset=utf-8')
        .send(problemPage(problem));
      return;
    }
    void reply
      .type('application/problem+json')
      .send({ type: 'about:blank', ...problem, request: request.id } satisfies Problem);
  }
}

type Said = Omit<Problem, 'type' | 'request'>;

/** Nothing of an error that is not written for people gets out. */
export function problemOf(error: unknown): Said {
  if (error instanceof RequestProblem) {
    const { status, title, step, more } = error;
    return {
      status,
      title,
      ...(step !== undefined && { step }),
      ...(more.errors && { errors: more.errors }),
    };
  }
  if (error instanceof RefusedError)
    return { status: STATUS[error.refusal], title: error.message, step: error.step };
  if (error instanceof UserActionError) return { status: 422, title: error.message, step: error.step };
  if (error instanceof VendorFailedError)
    return { status: 503, title: error.message, step: 'Nothing was changed. Try again in a few minutes.' };
  const status = error instanceof HttpException ? error.getStatus() : statusOfFastify(error);
  return { status, title: TITLES[status] ?? (status < 500 ? 'The request can not be taken.' : OURS) };
}

const STATUS = {
  'not signed in': 401,
  'not allowed': 403,
  'not there': 404,
  'in the way': 409,
  'too often': 429,
} as const satisfies Record<Refusal, number>;

/** Seconds until it is worth trying again. */
function retryAfterOf(error: unknown): number | null {
  if (error instanceof RequestProblem) return error.more.retryAfter ?? null;
  return error instanceof RefusedError ? error.retryAfterSeconds : null;
}

const OURS =
  'Something went wrong that Plumbline did not expect. This is a bug in Plumbline, not your mistake.';

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request can not be read.',
  404: 'There is nothing at this address, or it is not yours to see.',
  405: 'That can not be done at this address.',
  413: 'What was sent is too large.',
  414: 'The address is too long.',
  415: 'What was sent is of a kind that is not taken here: send application/json.',
};

/** Fastify's own refusals carry a code of theirs and a status below 500. */
function statusOfFastify(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  const isTheirs = typeof code === 'string' && code.startsWith('FST_');
  return isTheirs && typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
    ? statusCode
    : 500;
}

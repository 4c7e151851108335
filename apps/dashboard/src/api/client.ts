import createClient from 'openapi-fetch';
import { hearTime } from '../service-clock.js';
import type { paths } from './openapi-types.js';
import { ProblemError, type Problem } from './problem.js';

/** The service that this page came from. The header says that a request is ours (apps/scanner/src/api/forged-request.ts). */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  headers: { 'x-plumbline': 'web' },
});

api.use({ onResponse: ({ response }) => hearTime(response.headers.get('date')) });

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a request was answered with. @throws ProblemError, with words for a person */
export async function answerOf<T>(asked: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await answered(asked);
  if (response.ok) return data as T;
  throw new ProblemError(response.status, isProblem(error) ? error : null);
}

async function answered<T>(asked: Promise<Answered<T>>): Promise<Answered<T>> {
  try {
    return await asked;
  } catch {
    // The network, or an answer that is none of ours: fetch says no more than that.
    throw new ProblemError(0, null);
  }
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'title' in error;
}

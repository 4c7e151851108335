import { BugError } from '../contract/error.js';
import type { VendorAnswer } from '../contract/vendor-access.js';

/** What node-quickbooks calls back with: an error or nothing, and what it made of the body. */
export type SdkCallback = (error: unknown, data?: unknown) => void;

/**
 * One call of node-quickbooks as the answer that came over the wire. Its errors are the whole request, token and values
 * included, so status, headers and body are copied out and the error is dropped (law 1). Three kinds of errors come:
 * axios' own with an answer in it, the body itself where it holds a Fault, and a TypeError over a body that is no object.
 */
export async function answerOf(call: (callback: SdkCallback) => void): Promise<VendorAnswer> {
  const { error, data } = await new Promise<{ error: unknown; data: unknown }>((resolve) => {
    call((failure, given) => resolve({ error: failure, data: given }));
  });
  if (error === null || error === undefined) return { status: 200, headers: {}, body: textOf(data) };
  const answer = answerIn(error);
  if (answer !== null) return answer;
  if (isRecord(error) && 'Fault' in error) return { status: 200, headers: {}, body: textOf(error) };
  if (isRecord(error) && error['isAxiosError'] === true)
    throw ownErrorIn(error) ?? new Error('No answer came');
  return { status: 200, headers: {}, body: '' };
}

function answerIn(error: unknown): VendorAnswer | null {
  const response = isRecord(error) ? error['response'] : undefined;
  if (!isRecord(response) || typeof response['status'] !== 'number') return null;
  return {
    status: response['status'],
    headers: plainHeaders(response['headers']),
    body: textOf(response['data']),
  };
}

function plainHeaders(headers: unknown): Readonly<Record<string, string>> {
  if (!isRecord(headers)) return {};
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );
}

/** A refusal of our own guard, which the SDK wraps. */
function ownErrorIn(error: object): Error | null {
  for (
    let inner: unknown = error, depth = 0;
    isRecord(inner) && depth < 6;
    inner = inner['cause'], depth += 1
  ) {
    if (inner instanceof BugError) return inner;
  }
  return null;
}

/** The SDK has parsed what is JSON and left the rest as it came. */
function textOf(data: unknown): string {
  if (typeof data === 'string') return data;
  return data === undefined || data === null ? '' : JSON.stringify(data);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

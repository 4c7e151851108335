import { BugError } from '../contract/error.js';
import type { VendorAnswer } from '../contract/vendor-access.js';

/**
 * One call of Mailchimp's client as the answer that came over the wire. Its errors hold the whole request, key or token
 * included, and what was read: so status, headers and body are copied out and the error is dropped (law 1).
 */
export async function answerOf(call: () => Promise<{ readonly response: unknown }>): Promise<VendorAnswer> {
  try {
    const { response } = await call();
    return answerIn(response) ?? NOTHING;
  } catch (error) {
    const answer = isRecord(error) ? answerIn(error['response']) : null;
    if (answer !== null) return answer;
    throw error instanceof BugError ? error : new Error('No answer came');
  }
}

/** Read as cut off, and asked for again. */
const NOTHING: VendorAnswer = { status: 200, headers: {}, body: '' };

function answerIn(response: unknown): VendorAnswer | null {
  if (!isRecord(response) || typeof response['status'] !== 'number') return null;
  const { body, headers } = response;
  return {
    status: response['status'],
    headers: plainHeaders(headers),
    body: Buffer.isBuffer(body) ? body.toString('utf8') : '',
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

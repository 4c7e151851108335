import { withinGuard } from '#connectors/kit/guard/choke-points.js';
import { addressIn, isPublicAddress } from '#connectors/kit/guard/public-addresses.js';
import type { Transport } from '#connectors/kit/guard/transport.js';
import type { MailProblem } from './outgoing-mail.js';

const ANSWER_WITHIN_MS = 15_000;

export interface WebhookPost {
  readonly address: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WebhookMeans {
  readonly transport: Transport;
  /** Whether computers of one's own network may be posted to (PLUMBLINE_WEBHOOKS_TO_PRIVATE). */
  readonly toPrivate: boolean;
}

/** By which the program is handed its way to webhooks (type WebhookMeans). */
export const WEBHOOK_MEANS = Symbol('webhook means');

/** What came of it. `gone`: the receiver wants nothing any more (410). */
export type WebhookAnswer =
  { readonly is: 'delivered' | 'gone' } | { readonly is: 'failed'; readonly problem: MailProblem };

/**
 * Posts to a webhook through the guard: https on its usual port, to that address and no other. A redirect is not followed;
 * what the receiver answers is not read. Never throws.
 */
export async function postToWebhook(
  { address, body, headers }: WebhookPost,
  { transport, toPrivate }: WebhookMeans,
): Promise<WebhookAnswer> {
  const url = new URL(address);
  // A name is judged when it is looked up; an address is never looked up.
  const bare = addressIn(url.hostname);
  if (bare !== null && !toPrivate && !isPublicAddress(bare)) return failed(PRIVATE);
  const rules = {
    connector: 'exports' as const,
    hosts: [url.hostname],
    readsByPost: [],
    tokenUrls: [url.origin + url.pathname],
  };
  try {
    const answer = await withinGuard({ rules, transport }, () =>
      fetch(address, {
        method: 'POST',
        body,
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Plumbline' },
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      }),
    );
    await answer.body?.cancel();
    return answerFor(answer.status);
  } catch (error) {
    return failed(codeOf(error) === 'ENOTPUBLIC' ? PRIVATE : UNREACHABLE);
  }
}

function answerFor(status: number): WebhookAnswer {
  if (status >= 200 && status < 300) return { is: 'delivered' };
  if (status === 410) return { is: 'gone' };
  if (status >= 300 && status < 400) return failed(REDIRECTED);
  return failed(REFUSED);
}

function failed(problem: MailProblem): WebhookAnswer {
  return { is: 'failed', problem };
}

function codeOf(error: unknown): unknown {
  const cause: unknown = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : null;
}

const PRIVATE: MailProblem = {
  message: 'The address leads into a private network, so nothing was sent.',
  step: 'Use an address that can be reached from the internet. Whoever installed Plumbline can allow private ones with PLUMBLINE_WEBHOOKS_TO_PRIVATE.',
};

const UNREACHABLE: MailProblem = {
  message: 'The receiver could not be reached, or did not answer in 15 seconds.',
  step: 'Check the address, and that its certificate is valid. Plumbline tries again by itself.',
};

const REDIRECTED: MailProblem = {
  message: 'The receiver sent us to another address, which is not followed.',
  step: 'Set up the webhook with the address that it leads to.',
};

const REFUSED: MailProblem = {
  message: 'The receiver answered with an error.',
  step: 'Look into its log. Plumbline tries again by itself.',
};

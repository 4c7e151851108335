import type { ServerResponse } from 'node:http';
import { setTimeout as realDelay } from 'node:timers/promises';
import { bodyText, type SimulatedAnswer } from './simulated-answer.js';
import type { SimulatedClock } from './simulated-clock.js';

/** How the bytes get to the reader, or do not. */
export type Delivery = 'whole' | 'truncated' | 'reset-midway' | 'reset' | 'slow-drip' | 'hang';

const DRIPS = 50;

/** Writes an answer. Gives the body that was meant to arrive whole; null if the connection was broken off. */
export async function sendAnswer(
  response: ServerResponse,
  answer: SimulatedAnswer,
  headers: Readonly<Record<string, string>>,
  delivery: Delivery,
  clock: SimulatedClock,
): Promise<string | null> {
  if (delivery === 'hang') return null;
  if (delivery === 'reset') {
    response.socket?.resetAndDestroy();
    return null;
  }
  const text = bodyText(answer);
  const whole = Buffer.from(text, 'utf8');
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const sent = delivery === 'truncated' ? half : whole;
  response.writeHead(answer.status, { ...answer.headers, ...headers, 'Content-Length': String(sent.length) });
  if (delivery === 'reset-midway') {
    response.write(half, () => response.socket?.resetAndDestroy());
    return null;
  }
  if (delivery === 'slow-drip') return drip(response, whole, clock);
  response.end(sent);
  return delivery === 'whole' ? text : null;
}

async function drip(response: ServerResponse, body: Buffer, clock: SimulatedClock): Promise<null> {
  const size = Math.max(1, Math.ceil(body.length / DRIPS));
  for (let start = 0; start < body.length; start += size) {
    if (response.destroyed) return null;
    response.write(body.subarray(start, start + size));
    if (clock.speed === 0) return null;
    await realDelay(clock.realMilliseconds(1000), undefined, { ref: false });
  }
  response.end();
  return null;
}

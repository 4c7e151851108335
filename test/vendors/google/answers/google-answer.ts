import { jsonAnswer, type SimulatedAnswer } from '../../core/simulated-answer.js';

/** JSON as Google sends it. */
export function googleJson(body: unknown, status = 200): SimulatedAnswer {
  return jsonAnswer(body, {
    status,
    headers: {
      'Content-Type': 'application/json; charset=UTF-8',
      'Cache-Control': 'private, max-age=0',
      Vary: 'X-Origin, Referer, Origin,Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** Google leaves an empty list out instead of sending `[]`. */
export function listMember<T>(name: string, items: readonly T[]): Readonly<Record<string, readonly T[]>> {
  return items.length === 0 ? {} : { [name]: items };
}

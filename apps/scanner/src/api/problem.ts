import { z } from 'zod';

/** What every failed request is answered with (RFC 9457). `step` says what its reader can do. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'about:blank, or an address that names the kind of problem' }),
    title: z
      .string()
      .meta({ description: 'What happened, as a sentence that is the same for every such problem' }),
    status: z.int(),
    step: z.string().optional().meta({ description: 'What to do about it, for a person' }),
    errors: z
      .array(z.object({ at: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Where what was sent can not be taken' }),
    request: z.string().meta({ description: 'Names this request in the log' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** What goes wrong with a request for reasons that only the way in knows. */
export class RequestProblem extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429,
    readonly title: string,
    readonly step?: string,
    readonly more: {
      readonly errors?: Problem['errors'];
      /** Seconds until it is worth trying again. */
      readonly retryAfter?: number;
    } = {},
  ) {
    super(title);
    this.name = 'RequestProblem';
  }
}

export const notFound = (): RequestProblem =>
  new RequestProblem(404, 'There is nothing at this address, or it is not yours to see.');

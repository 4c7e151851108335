import { z } from 'zod';
import { RequestProblem } from './problem.js';

export const MOST_A_PAGE = 200;

/** Which page of a list is wanted. */
export const PageAsked = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_A_PAGE).default(50),
  cursor: z.string().max(500).optional(),
});
export type PageAsked = z.infer<typeof PageAsked>;

/** A page of a list; `next` is the cursor of the page after it, null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A place in a list as a text that means nothing to who keeps it. */
export function cursorTo(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** The place in a cursor. @throws RequestProblem if it is none of ours, or of another list. */
export function placeIn<T extends z.ZodType>(cursor: string, shape: T): z.output<T> {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new RequestProblem(400, 'The cursor is not of this list.', 'Begin again without a cursor.');
  }
}

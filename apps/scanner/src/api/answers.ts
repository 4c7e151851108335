import { applyDecorators, HttpCode, SerializeOptions, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

/** What a route answers with when all is well. */
export interface Answer {
  readonly status: number;
  readonly description: string;
  /** Null: nothing. */
  readonly schema: z.ZodType | null;
}

/** Where the OpenAPI document finds a route's `Answer`. */
export const ANSWER = 'plumbline:answer';

/** Where the document finds that a route takes the bytes of a file. */
export const TAKES_FILE = 'plumbline:takes-file';

export const TakesFile = () => SetMetadata(TAKES_FILE, true);

/**
 * Says what a route answers with, and holds it to that: what the schema does not name is left out, so that a new column
 * gets out only when somebody writes it down here.
 */
export function Answers(description: string, schema: z.ZodType | null, status = schema === null ? 204 : 200) {
  const answer: Answer = { status, description, schema };
  return applyDecorators(
    HttpCode(status),
    SetMetadata(ANSWER, answer),
    ...(schema === null ? [] : [SerializeOptions({ schema })]),
  );
}

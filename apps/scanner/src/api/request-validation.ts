import { StandardSchemaValidationPipe } from '@nestjs/common';
import { RequestProblem } from './problem.js';

const MOST_TOLD = 20;

/** Holds what is sent to the schemas of the controllers (`@Body({ schema })`), and says where it does not fit. */
export function requestValidation(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const errors = issues.slice(0, MOST_TOLD).map(({ path = [], message }) => ({
        at: path.map((part) => String(typeof part === 'object' ? part.key : part).slice(0, 100)).join('.'),
        message: message.slice(0, 300),
      }));
      return new RequestProblem(
        400,
        'What was sent can not be taken.',
        'Correct what is named under errors.',
        { errors },
      );
    },
  });
}

import { jsonAnswer, type SimulatedAnswer } from '../../core/simulated-answer.js';
import type { Route, VendorContext } from '../../core/simulated-vendor.js';
import type { EntityType } from '../entities/entity.js';
import { QueryRunner } from '../query/run-query.js';
import { parseStatement, type Statement, StatementProblem } from '../query/statement.js';
import type { QuickbooksErrors } from '../quickbooks-errors.js';
import { answerTime } from '../quickbooks-times.js';
import type { BookRoute } from './book-route.js';

/** Queries by GET and, as long ones are sent, by POST of the bare statement. */
export function queryRoutes(
  { clock }: VendorContext,
  entities: readonly EntityType[],
  bookRoute: BookRoute,
): readonly Route[] {
  const runner = new QueryRunner();
  const answer = (text: string, errors: QuickbooksErrors): SimulatedAnswer => {
    const statement = parsed(text);
    if (statement === null) {
      return errors.business({
        message: 'Error parsing query',
        detail: 'QueryParserError: Encountered " <IDENTIFIER>',
        code: '4000',
      });
    }
    const entity = entities.find(({ name }) => name.toLowerCase() === statement.entity.toLowerCase());
    if (entity === undefined) {
      return errors.business({
        message: 'Invalid query',
        detail: `QueryValidationError: invalid context declaration: ${statement.entity}`,
        code: '4001',
      });
    }
    return jsonAnswer({ QueryResponse: runner.run(entity, statement), time: answerTime(clock.date()) });
  };
  return [
    bookRoute('GET', '/query', ({ query }, errors) => answer(query.get('query') ?? '', errors)),
    bookRoute('POST', '/query', ({ body, headers }, errors) =>
      headers['content-type']?.startsWith('application/text') === true
        ? answer(body, errors)
        : errors.business({ message: 'Error parsing query', detail: 'QueryParserError', code: '4000' }),
    ),
  ];
}

function parsed(text: string): Statement | null {
  try {
    return parseStatement(text);
  } catch (error) {
    if (error instanceof StatementProblem) return null;
    throw error;
  }
}

import { Command } from 'commander';
import { sensitivityOf } from '#connectors/contract/category.js';
import { UserActionError } from '#connectors/contract/error.js';
import { classifyField } from '#rules/classify/classify-field.js';
import { findSpans } from '#rules/classify/spans/find-spans.js';
import { FAILED } from './failure.js';
import { parseFieldLine, parseNoteLine } from './classify-lines.js';
import { rewriteLines } from './rewrite-lines.js';

interface ClassifyOptions {
  readonly in?: string;
  readonly out: string;
  readonly text?: true;
  readonly explain?: string;
  readonly label: string;
  readonly type: string;
  readonly object: string;
  readonly system: string;
}

/** `plumbline classify`: says which fields, or which parts of a text, hold personal data. */
export function classifyCommand(): Command {
  return new Command('classify')
    .description('say which fields, or which parts of a note, hold personal data')
    .option('--in <file>', 'one JSON object a line: fields, or with --text notes; "-" is standard input')
    .option('--out <file>', 'where to write one answer a line; "-" is standard output', '-')
    .option('--text', 'the lines are notes: {"id", "text"} gives {"id", "spans"}')
    .option('--explain <name>', 'judge one field by its name, and say why')
    .option('--label <label>', 'with --explain: the label people see', '')
    .option('--type <type>', 'with --explain: the type the tool gives it', 'unknown')
    .option('--object <object>', 'with --explain: the table or sheet it is in', '')
    .option('--system <system>', 'with --explain: the tool it is in', '')
    .action(async (options: ClassifyOptions) => {
      if (options.explain !== undefined) {
        process.stdout.write(explanation(options.explain, options));
        return;
      }
      if (options.in === undefined) {
        throw new UserActionError({
          message: 'There is nothing to classify.',
          step: 'Give a file with --in FIELDS.jsonl, or one field name with --explain NAME.',
        });
      }
      const badLines = await rewriteLines(
        options.in,
        options.out,
        options.text === true ? noteAnswer : fieldAnswer,
      );
      if (badLines > 0) process.exitCode = FAILED;
    });
}

function fieldAnswer(line: string): string {
  const { id, evidence } = parseFieldLine(line);
  return JSON.stringify({ id, ...classifyField(evidence) });
}

function noteAnswer(line: string): string {
  const { id, text } = parseNoteLine(line);
  return JSON.stringify({ id, spans: findSpans(text) });
}

function explanation(name: string, { label, type, object, system }: ClassifyOptions): string {
  const verdict = classifyField({ system, object, name, label, type, options: [], sampleValues: [] });
  const sure =
    verdict.confidence >= 0.9
      ? 'sure'
      : verdict.confidence >= 0.5
        ? 'likely'
        : 'not sure: a question for you';
  return [
    `${verdict.category}  (${sensitivityOf(verdict.category)}, confidence ${verdict.confidence.toFixed(2)}, ${sure})`,
    verdict.reason,
    '',
  ].join('\n');
}

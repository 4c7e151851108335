import { Lexer, Parser, type CST, type LineCounter } from 'yaml';

/** The deepest place of a policy is at 6; the limit keeps a hostile file from exhausting the stack. */
const DEEPEST = 40;

/** The tokens of a YAML text, or the place where it is nested too deeply. */
export function yamlTokens(text: string, lines: LineCounter): CST.Token[] | { readonly tooDeepAt: number } {
  const tokens: CST.Token[] = [];
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > DEEPEST) {
      return { tooDeepAt: parser.offset };
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

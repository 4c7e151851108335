import { stringify } from 'yaml';

/** Longer names are cut in comments: a comment is for reading, the line itself has the whole name. */
const MOST_IN_COMMENT = 120;

/** A text as a policy can hold it, on one line; null where it can not (nothing, far too long, or with control characters). */
export function policyText(raw: string): string | null {
  const line = raw.replaceAll(/\s+/gu, ' ').trim();
  return line === '' || line.length > 2000 || /\p{Cc}/u.test(line) ? null : line;
}

/** A text as one YAML value that reads back as itself wherever it stands: names in exports are anybody's text. */
export function scalar(text: string): string {
  const list = stringify([text], {
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    blockQuote: false,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  });
  return list.trim().slice(1, -1);
}

/** `[one, "two, three"]` */
export function flowList(texts: readonly string[]): string {
  return `[${texts.map(scalar).join(', ')}]`;
}

/** A text inside a comment: on one line, and unable to steer a terminal. */
export function inComment(text: string): string {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/\p{Cc}|\p{Cf}/gu, '?');
  return line.length > MOST_IN_COMMENT ? `${line.slice(0, MOST_IN_COMMENT).toWellFormed()}…` : line;
}

import type { YAMLError } from 'yaml';
import type { Complaint } from './complaint.js';
import { shortened } from './complaint.js';

/** What the usual slips of YAML are, for somebody who does not know YAML. */
const IN_WORDS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'Lines are indented with spaces here, not with tabs.',
  BAD_INDENT:
    'This line is indented differently from the lines it belongs to, or a quote, bracket or brace before it was not closed.',
  UNEXPECTED_TOKEN:
    'Something stands here that does not belong here, often because a quote, bracket or brace before it is missing or one too many. Put text with an apostrophe into "double quotes".',
  BLOCK_AS_IMPLICIT_KEY:
    'There is one ": " too many on this line. Put text that holds a colon into "quotes".',
  MULTILINE_IMPLICIT_KEY: 'A line above lacks its ":" after the key, or text here should stand in "quotes".',
  MISSING_CHAR:
    'Something is not complete here or on the line above: a ":" and a space after a key, a comma, or a closing quote, bracket or brace.',
  BAD_SCALAR_START: 'Text that starts with this character has to stand in "quotes".',
  BAD_DQ_ESCAPE: 'A backslash in "double quotes" has a meaning of its own. Use \'single quotes\' here.',
  MULTIPLE_DOCS: 'A policy is one page: remove the line "---" and what does not belong to this policy.',
  TAG_RESOLVE_FAILED:
    'Words that start with "!" are tags of YAML, which a policy does not use. Put text into "quotes".',
  RESOURCE_EXHAUSTION: 'This is nested far too deeply for a policy.',
};

/** A slip in the notation itself, at a place in the text. */
export function syntaxComplaint(error: Pick<YAMLError, 'code' | 'message' | 'pos'>): Complaint {
  return complaintAt(
    error.pos[0],
    IN_WORDS[error.code] ?? `This is not valid YAML: ${shortened(error.message)}.`,
  );
}

export function complaintAt(offset: number, message: string): Complaint {
  return { place: { offset }, message, expected: null, found: null, nearest: null };
}

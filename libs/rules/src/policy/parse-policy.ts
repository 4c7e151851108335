import { pathAsText, type Complaint } from './parse/complaint.js';
import { crossChecks } from './parse/cross-checks.js';
import { knownNames, nothingKnown } from './parse/known-names.js';
import { policyFromFile } from './parse/policy-from-file.js';
import { policySchema } from './parse/policy.schema.js';
import { readYaml, type YamlReading } from './parse/read-yaml.js';
import { schemaComplaints } from './parse/schema-complaints.js';
import { complaintAt } from './parse/syntax-complaint.js';
import { isBlock } from './parse/loose-tree.js';
import type { PolicyProblem } from './policy-problem.js';
import type { Policy } from './policy.js';

/** A policy, or everything that has to be corrected before it is one. */
export type ParsedPolicy = { readonly policy: Policy } | { readonly problems: readonly PolicyProblem[] };

/** The most a policy file may have, in bytes of UTF-8. */
export const MOST_POLICY_BYTES = 1_048_576;

/**
 * Reads a policy (DESIGN 4). All problems at once, in the order of the file; `fileName` is only quoted in them.
 * Never throws: whatever is wrong with the text is a problem for the user to correct.
 */
export function parsePolicy(text: string, fileName: string): ParsedPolicy {
  if (isTooLarge(text)) {
    const tooLarge = complaintAt(
      0,
      'The file is larger than 1 MB. A policy is one page; is this the right file?',
    );
    return { problems: [located(tooLarge, fileName, { line: 1, column: 1 })] };
  }
  const reading = readYaml(text.replace(/^\u{FEFF}/u, ''));
  const checked = reading.brokenAt === null ? check(reading) : checkBefore(reading, reading.brokenAt);
  if ('policy' in checked) {
    return checked;
  }
  const offsetOf = ({ place }: Complaint) =>
    'offset' in place ? place.offset : reading.offsetOf(place.path, place.at);
  const problems = [...reading.complaints, ...checked.complaints]
    .map((each) => ({ each, offset: offsetOf(each) }))
    .toSorted((left, right) => left.offset - right.offset)
    .map(({ each, offset }) => located(each, fileName, reading.positionAt(offset)));
  return { problems };
}

type Checked = { readonly policy: Policy } | { readonly complaints: readonly Complaint[] };

function check({ value, complaints, has }: YamlReading): Checked {
  if (!isBlock(value)) {
    const empty = 'The file is empty. "plumbline policy init" writes a page to start from.';
    const shapeless = 'This is not a policy: lines such as `organization: Sweet Crumb Bakery` were expected.';
    // A text that could not even be taken apart has said enough.
    return {
      complaints: complaints.length > 0 ? [] : [complaintAt(0, value === undefined ? empty : shapeless)],
    };
  }
  const schema = policySchema(knownNames(value));
  const result = schema.safeParse(value);
  const all = [
    ...(result.success ? [] : schemaComplaints(result.error, schema, value, has)),
    ...crossChecks(value),
  ];
  return result.success && all.length + complaints.length === 0
    ? { policy: policyFromFile(result.data) }
    : { complaints: all };
}

/** Behind a slip of notation everything may be misread: only what stands before it, by itself, is judged. */
function checkBefore(reading: YamlReading, brokenAt: number): Checked {
  if (!isBlock(reading.value)) {
    return { complaints: [] };
  }
  const schema = policySchema(nothingKnown);
  const result = schema.safeParse(reading.value);
  const all = result.success ? [] : schemaComplaints(result.error, schema, reading.value, reading.has);
  return {
    complaints: all.filter(
      ({ place, found }) =>
        found !== null && 'path' in place && reading.offsetOf(place.path, place.at) < brokenAt,
    ),
  };
}

function isTooLarge(text: string): boolean {
  return text.length > MOST_POLICY_BYTES || new TextEncoder().encode(text).length > MOST_POLICY_BYTES;
}

function located(
  { place, message, expected, found, nearest }: Complaint,
  file: string,
  position: { readonly line: number; readonly column: number },
): PolicyProblem {
  return {
    file,
    ...position,
    path: 'path' in place ? pathAsText(place.path) : '',
    message,
    expected,
    found,
    nearest,
  };
}

import { open } from 'node:fs/promises';
import { UserActionError } from '#connectors/contract/error.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import { policyProblemsAsText } from '#rules/policy/policy-problem.js';

/** A policy file is one page; more than this is something else. */
const MOST_BYTES = 1_048_576;

export interface PolicyFile {
  readonly policy: Policy;
  readonly text: string;
}

/** Reads and checks a policy. Throws a UserActionError that lists every problem with its line and column. */
export async function readPolicyFile(file: string): Promise<PolicyFile> {
  const text = await readBounded(file);
  const parsed = parsePolicy(text, file);
  if ('problems' in parsed) {
    throw new UserActionError({
      message: `The policy can not be used yet.\n\n${policyProblemsAsText(parsed.problems)}`,
      step: `Correct the lines above in ${file}, then run "npx --no-install plumbline policy check ${file}".`,
    });
  }
  return { policy: parsed.policy, text };
}

async function readBounded(file: string): Promise<string> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new UserActionError({
      message: `The policy file ${file} can not be opened.`,
      step: 'Check its name and folder. If you have no policy yet, "npx --no-install plumbline policy init" writes one to start from.',
      cause,
    });
  });
  try {
    // Read rather than asked for its size: a pipe or a device has none.
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
    if (bytesRead > MOST_BYTES) {
      throw new UserActionError({
        message: `The policy file ${file} is larger than 1 MB.`,
        step: 'A policy is one page of text. Check that this is the right file.',
      });
    }
    return buffer.subarray(0, bytesRead).toString('utf8');
  } catch (error) {
    if (error instanceof UserActionError) throw error;
    throw new UserActionError({
      message: `The policy file ${file} can not be read.`,
      step: 'Check that this is a file and not a folder, and that you may read it.',
      cause: error,
    });
  } finally {
    await handle.close();
  }
}

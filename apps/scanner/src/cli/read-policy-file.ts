import { type FileHandle, open } from 'node:fs/promises';
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
    const bytes = await firstBytes(handle);
    if (bytes.length > MOST_BYTES) {
      throw new UserActionError({
        message: `The policy file ${file} is larger than 1 MB.`,
        step: 'A policy is one page of text. Check that this is the right file.',
      });
    }
    return decoded(bytes);
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

/** At most one more than a policy may have. A pipe has no size to ask for, and gives what it has piece by piece. */
async function firstBytes(handle: FileHandle): Promise<Buffer> {
  const buffer = Buffer.alloc(MOST_BYTES + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

/** UTF-8; or what editors on Windows call Unicode, which its first two bytes tell. */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}

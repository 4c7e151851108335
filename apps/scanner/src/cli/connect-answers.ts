import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserActionError } from '#connectors/contract/error.js';
import type { ConnectField, WayToConnect } from '#connectors/contract/vendor-connector.js';
import { Secret } from '#connectors/kit/secret.js';
import { checkedAnswer, type TypedAnswers } from '../connections/typed-answers.js';
import type { Asking } from './ask.js';

type Environment = Readonly<Record<string, string | undefined>>;

const ATTEMPTS = 3;
const ANSWERS_FILE = z.record(z.string(), z.string());

/** Takes each from the file, else from PLUMBLINE_CONNECT_NAME, else asks. Never from the command line: others can see that. */
export async function answersFor(
  way: WayToConnect,
  file: string | undefined,
  environment: Environment,
  asking: Asking,
): Promise<TypedAnswers> {
  const given = file === undefined ? {} : await readAnswers(file);
  const answers = new Map<ConnectField['name'], Secret>();
  for (const field of way.fields) {
    const known = given[field.name] ?? environment[`PLUMBLINE_CONNECT_${field.name.toUpperCase()}`];
    const text = known === undefined ? await askFor(field, way, asking) : await checked(field, way, known);
    answers.set(field.name, new Secret(text));
  }
  return answers;
}

async function askFor(field: ConnectField, way: WayToConnect, asking: Asking): Promise<string> {
  const isFile = takesFile(field, way);
  const label = isFile ? `${field.label}, or the path of the file` : field.label;
  for (let attempt = 1; ; attempt += 1) {
    const text = await asking.ask(label, field.isSecret && !isFile);
    try {
      return await checked(field, way, text);
    } catch (error) {
      if (!(error instanceof UserActionError) || !asking.isPerson || attempt === ATTEMPTS) throw error;
      process.stderr.write(`${error.message} ${error.step}\n`);
    }
  }
}

async function checked(field: ConnectField, way: WayToConnect, text: string): Promise<string> {
  const isPath = takesFile(field, way) && !text.trimStart().startsWith('{');
  return checkedAnswer(field, isPath ? await readKeyFile(text) : text);
}

/** The key of a service account is a file that the browser downloaded. */
function takesFile({ name }: ConnectField, { id }: WayToConnect): boolean {
  return id === 'service-account' && name === 'key';
}

async function readKeyFile(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    throw new UserActionError({
      message: 'The key file can not be read.',
      step: 'Check the path; the browser put the file into your downloads.',
    });
  }
}

async function readAnswers(file: string): Promise<Readonly<Record<string, string>>> {
  try {
    return ANSWERS_FILE.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // What a parser throws quotes the secrets.
    throw new UserActionError({
      message: 'The file with the answers can not be read.',
      step: 'Give a JSON file of this form with --answers: {"client_id": "...", "client_secret": "..."}',
    });
  }
}

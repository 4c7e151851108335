import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectField, WayToConnect } from '#connectors/contract/vendor-connector.js';
import { type Asking, askOn } from './ask.js';
import { answersFor } from './connect-answers.js';

let folder: string;
let output: PassThrough;
let asking: Asking | null = null;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-answers-'));
  output = new PassThrough();
});
afterEach(async () => {
  asking?.close();
  await rm(folder, { recursive: true });
});

/** A script's standard input, all of it at once. */
function typing(text: string): Asking {
  const input = new PassThrough();
  input.end(text);
  asking = askOn(input, output);
  return asking;
}

const field = (name: ConnectField['name'], isSecret = true): ConnectField => ({
  name,
  label: `Your ${name}`,
  isSecret,
  pattern: /^[\w-]{4,40}$/u,
});

function way(id: WayToConnect['id'], ...fields: readonly ConnectField[]): WayToConnect {
  return { id, title: 'a way', where: ['laptop'], guide: [], fields };
}

async function textsOf(...parameters: Parameters<typeof answersFor>): Promise<Record<string, string>> {
  const answers = await answersFor(...parameters);
  return Object.fromEntries([...answers].map(([name, secret]) => [name, secret.reveal()]));
}

describe('what is needed to connect', () => {
  it('comes from the file, else from the environment, else from the keyboard, one line each', async () => {
    const file = path.join(folder, 'answers.json');
    await writeFile(file, JSON.stringify({ client_id: 'from-file' }));
    const asked = way(
      'oauth',
      field('client_id', false),
      field('client_secret'),
      field('account'),
      field('key'),
    );
    const environment = {
      PLUMBLINE_CONNECT_CLIENT_SECRET: 'from-environment',
      PLUMBLINE_CONNECT_CLIENT_ID: 'no',
    };
    expect(await textsOf(asked, file, environment, typing('from-keyboard \r\nsecond-line\n'))).toEqual({
      client_id: 'from-file',
      client_secret: 'from-environment',
      account: 'from-keyboard',
      key: 'second-line',
    });
    expect(output.read()?.toString()).toBe('Your account: \nYour key: \n');
  });

  it('is refused where it can not be right, without being quoted', async () => {
    const refused = textsOf(way('key', field('key')), undefined, {}, typing('can ary!\n'));
    await expect(refused).rejects.toMatchObject({
      actor: 'user',
      message: expect.not.stringContaining('ary'),
    });
    const file = path.join(folder, 'answers.json');
    await writeFile(file, '{"key": "canary');
    const broken = textsOf(way('key', field('key')), file, {}, typing(''));
    await expect(broken).rejects.toMatchObject({
      actor: 'user',
      message: expect.not.stringContaining('canary'),
    });
  });

  it('is missing where nobody answers', async () => {
    await expect(textsOf(way('key', field('key')), undefined, {}, typing(''))).rejects.toMatchObject({
      actor: 'user',
      message: 'Nobody answered: Your key.',
    });
  });

  it('may be the path of the key file of a service account', async () => {
    const file = path.join(folder, 'key.json');
    await writeFile(file, 'KEY-FILE-TEXT\n');
    const asked = way('service-account', field('key'));
    expect(await textsOf(asked, undefined, {}, typing(`${file}\n`))).toEqual({ key: 'KEY-FILE-TEXT' });
    await expect(textsOf(asked, undefined, {}, typing('nowhere.json\n'))).rejects.toMatchObject({
      message: 'The key file can not be read.',
    });
  });
});

it('Ctrl-C ends the program, also while nothing is asked', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const interrupted = new Promise<string>((resolve) => {
    asking = askOn(input, output, () => resolve('ended'));
  });
  input.write('\u{3}');
  expect(await interrupted).toBe('ended');
});

it('a secret is not echoed to a person at a terminal', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  asking = askOn(input, output);
  const answers = answersFor(way('key', field('account', false), field('key')), undefined, {}, asking);
  input.write('bakery-77\r');
  await new Promise((resolve) => void setImmediate(resolve));
  input.write('canary-1\r');
  expect((await answers).get('key')?.reveal()).toBe('canary-1');
  const shown = String(output.read());
  expect(shown).toContain('bakery-77');
  expect(shown).not.toContain('canary');
});

it('a secret does not come back at the next question', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  asking = askOn(input, output);
  const turn = () => new Promise((resolve) => void setImmediate(resolve));
  const secret = asking.ask('Secret', true);
  input.write('canary-1\r');
  expect(await secret).toBe('canary-1');
  const address = asking.ask('Address', false);
  await turn();
  input.write('\u{1b}[A');
  await turn();
  input.write('https://landed.example\r');
  expect(await address).toBe('https://landed.example');
  expect(String(output.read())).not.toContain('canary');
});

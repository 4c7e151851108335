import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../support/plumbline.js';
import { startVendors } from '../vendors/start-vendors.js';
import { browse } from './browser.js';
import { RunningCommand } from './command.js';

const PAGE = 'https://plumbline.example/callback';

/** Everything in a folder, as one text. */
async function everythingIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => readFile(path.join(file.parentPath, file.name), 'latin1')),
  );
  return texts.join('\n');
}

it('connects by a pasted address, then by a key, says how it is, changes keys, disconnects, and prints no secret', () =>
  inTemporaryFolder(async (folder) => {
    await using vendors = await startVendors({ size: 60, vendors: ['hubspot'] });
    const { hubspot } = vendors;
    hubspot.consent.mode = 'allow';
    hubspot.consent.without = ['account-info.security.read'];
    const outputs: string[] = [];
    const run = async (args: readonly string[], env = {}): Promise<string> => {
      const command = new RunningCommand(args, folder, { ...vendors.environment, ...env });
      const code = await command.end();
      outputs.push(command.output);
      if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${command.output}`);
      return command.output;
    };

    // Before anything is asked, and before somebody signs in.
    const named = new RunningCommand(['connect', 'hubspot', '--name', 'My CRM'], folder);
    expect(await named.end()).toBe(2);
    expect(named.output).toMatch(/^That name can not be used/u);

    const answers = path.join(folder, 'answers.json');
    const { id, secret } = hubspot.client;
    await writeFile(answers, JSON.stringify({ client_id: id, client_secret: secret }));
    const connecting = new RunningCommand(
      `connect hubspot --way paste-back --redirect-uri ${PAGE} --answers answers.json --organization Bakery`.split(
        ' ',
      ),
      folder,
      vendors.environment,
    );
    const address = await connecting.says(/http:\/\/127\.0\.0\.1:\d+\/oauth\/authorize\S+/u);
    connecting.type((await browse(address, PAGE)).address);
    expect(await connecting.end()).toBe(0);
    outputs.push(connecting.output);
    expect(connecting.output).toContain('SIMULATED: HubSpot');
    expect(connecting.output).toMatch(/hubspot: HubSpot \(simulated\), account \d+: works/u);
    expect(connecting.output).toContain('no connected app is seen');

    const token = hubspot.grant(['oauth']).access.text;
    const listed = await run(['connections', '--format', 'json']);
    expect(JSON.parse(listed)).toMatchObject([
      { name: 'hubspot', way: 'paste-back', state: 'works', simulated: true, problem: null },
    ]);

    const { key } = hubspot;
    // The same account: its login is another one now, and it is still one connection.
    expect(await run(['connect', 'hubspot', '--way', 'key'], { PLUMBLINE_CONNECT_KEY: key })).toMatch(
      /hubspot: HubSpot \(simulated\), account \d+: works\n {2}connected .* by a key/su,
    );
    expect(await run(['key', 'rotate'])).toContain('1 secret sealed anew');
    // The login is in the database and the key that opens it beside it, and neither in the clear.
    const stored = await everythingIn(path.join(folder, 'data'));
    const disconnected = await run(['disconnect', 'hubspot']);
    expect(disconnected).toContain('only be taken back by hand');
    expect(disconnected).toContain('SIMULATED: HubSpot');

    for (const text of [stored, ...outputs]) {
      for (const canary of [secret, key, token.slice(0, 40)]) expect(text).not.toContain(canary);
    }
  }));

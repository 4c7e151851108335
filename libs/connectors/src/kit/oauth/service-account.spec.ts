import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decodeJwt, importSPKI, jwtVerify } from 'jose';
import { Secret } from '../secret.js';
import { ServiceAccount } from './service-account.js';
import {
  formOf,
  NOW,
  type Scripted,
  sheetWith,
  type TokenServer,
  tokenServer,
} from './token-server.spec-builders.js';

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const KEY_FILE = JSON.stringify({
  type: 'service_account',
  client_email: 'reader@project.example',
  private_key: pair.privateKey,
  private_key_id: 'key-1',
  token_uri: 'https://evil.example/token',
});

function accountOf(server: TokenServer, file = KEY_FILE): ServiceAccount {
  return new ServiceAccount(sheetWith(), new Secret(file), 'maria@sweetcrumb.example', {
    fetch: server.fetch,
    now: () => NOW,
  });
}

function refusing(error: string, headers = {}): Scripted {
  return { status: error === 'unauthorized_client' ? 401 : 400, body: { error }, headers };
}

describe('a service account', () => {
  it('signs for the person, to the address of the data sheet and no other', async () => {
    const server = tokenServer({});
    await accountOf(server).tokens(['read', 'write']);
    const { address, form, headers } = server.seen[0] ?? { form: new URLSearchParams() };
    expect(address).toBe('https://api.vendor.example/token');
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(headers?.has('authorization')).toBe(false);
    const { payload, protectedHeader } = await jwtVerify(
      form.get('assertion') ?? '',
      await importSPKI(pair.publicKey, 'RS256'),
      { currentDate: NOW, audience: 'https://api.vendor.example/token' },
    );
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: 'key-1' });
    expect(payload).toMatchObject({
      iss: 'reader@project.example',
      sub: 'maria@sweetcrumb.example',
      scope: 'read write',
    });
  });

  it.each([
    ['delegation-missing', refusing('unauthorized_client')],
    ['service-account-refused', refusing('invalid_grant')],
    ['clock-wrong', refusing('invalid_grant', { date: 'Mon, 23 Nov 2026 10:05:00 GMT' })],
    ['blocked-by-admin', refusing('admin_policy_enforced')],
  ])('is refused as %s where the vendor answers %j', async (problem, answer) => {
    await expect(accountOf(tokenServer(answer)).tokens(['read'])).rejects.toMatchObject({ problem });
  });

  it('finds out which rights were delegated where one is missing', async () => {
    const seen: string[] = [];
    const server: TokenServer = {
      seen: [],
      async fetch(_, { body }) {
        const { scope } = decodeJwt(formOf(body).get('assertion') ?? '');
        seen.push(String(scope));
        const answer = String(scope).includes('write')
          ? refusing('unauthorized_client')
          : { body: { access_token: 'a' } };
        return Response.json(answer.body, { status: answer.status ?? 200 });
      },
    };
    const tokens = await accountOf(server).tokensForGranted(['read', 'write', 'list']);
    expect(tokens.scopes).toEqual(['read', 'list']);
    expect(seen).toEqual(['read write list', 'read', 'write', 'list', 'read list']);
  });

  it('says that a file is none, without a word of it', async () => {
    for (const file of ['canary', '{"private_key": "canary"}', KEY_FILE.replace(/MII\w+/u, 'canary')]) {
      await expect(accountOf(tokenServer({}), file).tokens(['read'])).rejects.toMatchObject({
        problem: 'not-a-service-account',
        message: expect.not.stringContaining('canary'),
      });
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { Secret } from '#connectors/kit/secret.js';
import { PasswordHashes, USUAL_COST } from './password-hashes.js';

const hashes = new PasswordHashes({ memoryCost: 64, timeCost: 1 });
const secret = (text: string) => new Secret(text);

describe('a stored password', () => {
  it('is argon2id with a salt of its own, and opens to the password alone', async () => {
    const [one, other] = await Promise.all([hashes.of(secret('tandem')), hashes.of(secret('tandem'))]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/u);
    expect(one).not.toBe(other);
    expect(await hashes.fits(one, secret('tandem'))).toBe(true);
    expect(await hashes.fits(one, secret('tandeM'))).toBe(false);
  });

  it('is the same however a keyboard writes its letters', async () => {
    const stored = await hashes.of(secret('Grüße'.normalize('NFD')));
    expect(await hashes.fits(stored, secret('Grüße'.normalize('NFC')))).toBe(true);
  });

  it('costs what OWASP asks for', () => {
    expect(USUAL_COST).toEqual({ memoryCost: 19_456, timeCost: 2 });
  });

  it('of nobody fits nothing, also not what it is made of', async () => {
    expect(await hashes.fits(null, secret('nobody'))).toBe(false);
  });
});

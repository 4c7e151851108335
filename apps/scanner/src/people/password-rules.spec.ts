import { describe, expect, it } from '@jest/globals';
import { Secret } from '#connectors/kit/secret.js';
import { refuseWeakPassword } from './password-rules.js';

const ABOUT = ['anna.smith@bakery.example', 'Anna Smith', 'Sweet Crumb Bakery'];

function refusal(password: string): string | null {
  try {
    refuseWeakPassword(new Secret(password), ABOUT);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a password', () => {
  it('has 12 to 128 characters, counted as people count them', () => {
    expect(refusal('vK9$mQ2!xT7')).toContain('shorter');
    expect(refusal('vK9$mQ2!xT7w')).toBeNull();
    expect(refusal('🍞🥐🥖🥨🧁🍰🎂🍩🍪🥧🍮')).toContain('shorter');
    expect(refusal('vK9$mQ2!xT7wjH'.repeat(9) + 'ab')).toBeNull();
    expect(refusal('vK9$mQ2!xT7wjH'.repeat(9) + 'abc')).toContain('longer');
  });

  it.each([
    'password1234',
    'P@ssw0rd2026!',
    'qwertyuiop123',
    '1qaz2wsx3edc',
    'q1w2e3r4t5y6',
    '1a2s3d4f5g6h',
    'abcdefghijkl',
    '111111111111',
    'abcabcabcabc',
    'iloveyou1234',
    'letmeinletmein',
    'christopher1',
    '49 170 1234567',
    '24.12.1985-24.12.1986',
  ])('%s is one that is tried first', (password) => {
    expect(refusal(password)).toContain('easy to guess');
  });

  it.each(['annasmith1234', 'SweetCrumb2026!', 'anna.smith@bakery.example', 'sweetcrumbbakery'])(
    '%s says no more than what everybody knows of her',
    (password) => {
      expect(refusal(password)).toContain('easy to guess');
    },
  );

  it.each(['tangerine quartz lantern mule', 'kiesel wolke tandem', 'zvurbwxohtkl', 'Grüße an die Käsetheke'])(
    '%s can be one',
    (password) => {
      expect(refusal(password)).toBeNull();
    },
  );

  it('is not in the error', () => {
    let error: unknown;
    try {
      refuseWeakPassword(new Secret('password1234'), []);
    } catch (thrown) {
      error = thrown;
    }
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('password1234');
  });
});

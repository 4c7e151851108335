import { describe, expect, it } from '@jest/globals';
import { Secret } from '#connectors/kit/secret.js';
import { addressForApp, codeAt, newCodeSecret, stepOfCode } from './one-time-code.js';

/** "12345678901234567890", as in appendix B of RFC 6238. */
const RFC_SECRET = new Secret('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
const at = (seconds: number) => new Date(seconds * 1000);

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at %d seconds is that of the RFC', (seconds, code) => {
    expect(codeAt(RFC_SECRET, at(seconds))).toBe(code);
    expect(stepOfCode(RFC_SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('is taken thirty seconds early or late, and tells its own step', () => {
    const code = codeAt(RFC_SECRET, at(3_000));
    expect(stepOfCode(RFC_SECRET, code, at(2_999))).toBe(100);
    expect(stepOfCode(RFC_SECRET, code, at(3_059))).toBe(100);
    expect(stepOfCode(RFC_SECRET, code, at(2_969))).toBeNull();
    expect(stepOfCode(RFC_SECRET, code, at(3_060))).toBeNull();
  });

  it('is six digits, whatever is typed', () => {
    for (const typed of ['', '28708', '2870822', '28708a', '+87082', '٢٨٧٠٨٢'])
      expect(stepOfCode(RFC_SECRET, typed, at(59))).toBeNull();
  });

  it('is made from 160 random bits, which an app reads from the address', () => {
    const secret = newCodeSecret();
    expect(secret.reveal()).toMatch(/^[A-Z2-7]{32}$/u);
    expect(secret.reveal()).not.toBe(newCodeSecret().reveal());
    const address = new URL(addressForApp(secret, 'anna@bakery.example').reveal());
    expect(address.protocol).toBe('otpauth:');
    expect(address.searchParams.get('secret')).toBe(secret.reveal());
    expect(decodeURIComponent(address.pathname)).toContain('Plumbline:anna@bakery.example');
  });
});

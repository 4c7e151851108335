import { describe, expect, it } from '@jest/globals';
import { apiTokenIn, beginningOf, newApiToken } from './api-token-text.js';

describe('an API token', () => {
  it('is known as one by its form, and random', () => {
    const [one, other] = [newApiToken().reveal(), newApiToken().reveal()];
    expect(one).toMatch(/^plumb_[\w-]{43}[0-9a-f]{8}$/u);
    expect(one).not.toBe(other);
    expect(apiTokenIn(one)?.reveal()).toBe(one);
  });

  it('that was mistyped, cut or padded is none', () => {
    const token = newApiToken().reveal();
    const turned = token.slice(0, 10) + (token[10] === 'x' ? 'y' : 'x') + token.slice(11);
    for (const text of [
      turned,
      token.slice(0, -1),
      `${token}0`,
      ` ${token}`,
      token.toUpperCase(),
      '',
      'plumb_',
    ])
      expect(apiTokenIn(text)).toBeNull();
  });

  it('shows four of its random letters to tell it by', () => {
    const token = newApiToken();
    expect(beginningOf(token)).toBe(token.reveal().slice(0, 10));
  });
});

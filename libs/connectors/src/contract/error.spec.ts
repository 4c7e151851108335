import { inspect } from 'node:util';
import { expect, it } from '@jest/globals';
import { BugError, ReadRefusedError, UserActionError, VendorFailedError } from './error.js';

it('an error of ours shows nothing of what caused it, whoever prints it', () => {
  const text = { message: 'It failed.', cause: new Error('token-canary') };
  const refusal = { status: 'failed', reason: 'r', actor: 'us', step: 's' } as const;
  for (const error of [
    new BugError(text),
    new VendorFailedError(text),
    new UserActionError({ ...text, step: 'Do this.' }),
    new ReadRefusedError({ ...text, refusal }),
  ]) {
    const everything = { depth: Infinity, showHidden: true };
    const printed = inspect(error, everything) + inspect(new Error('outer', { cause: error }), everything);
    expect(printed).toContain('It failed.');
    expect(printed + JSON.stringify(error)).not.toContain('canary');
  }
});

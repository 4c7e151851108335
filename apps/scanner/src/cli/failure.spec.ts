import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BugError, UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import { reportFailure } from './failure.js';

let written: string;
let code: typeof process.exitCode;
beforeEach(() => {
  code = process.exitCode;
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = code;
});

describe('what a failed command says', () => {
  it('is what to do, where a person can mend it; what came from outside can not steer the terminal', () => {
    reportFailure(
      new UserActionError({
        message: 'It is locked.',
        step: 'Choose one of: Cr\u{1B}[2Jumb\u{202E}',
        details: { file: 'a\u{1B}[2Jb\u{202E}' },
      }),
    );
    expect(written).toBe('It is locked.\n  file: a?[2Jb?\n\nWhat to do: Choose one of: Cr?[2Jumb?\n');
    expect(process.exitCode).toBe(2);
  });

  it('is that it is our bug otherwise, without the message of an error that may hold values (law 1)', () => {
    reportFailure(new TypeError('anna@example.com is not a function'));
    expect(written).toContain('This is a bug in Plumbline');
    expect(written).not.toContain('anna');
    reportFailure(new BugError({ message: 'A scan is missing.' }));
    expect(written).toContain('A scan is missing.');
    expect(process.exitCode).toBe(2);
  });

  it('is that a tool failed, where it did, and when to try again', () => {
    reportFailure(new VendorFailedError({ message: 'HubSpot is overloaded.', cause: new Error('canary') }));
    expect(written).toBe('HubSpot is overloaded.\n\nNothing was changed. Try again in a few minutes.\n');
    expect(process.exitCode).toBe(2);
  });

  it('is no bug where a person stopped it', () => {
    const interrupted = new AbortController();
    interrupted.abort();
    reportFailure(interrupted.signal.reason);
    expect(written).toBe('Stopped. Nothing of this scan was kept; what earlier scans found is as it was.\n');
    expect(process.exitCode).toBe(130);
  });
});

import { jest } from '@jest/globals';

// These suites start the real command several times; a busy machine must not turn them red.
jest.setTimeout(120_000);

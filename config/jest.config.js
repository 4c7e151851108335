import { fileURLToPath } from 'node:url';

const swc = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

/** Mails and documents are written in React. */
const swcForReact = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
};

/** Unit tests stand beside the source (*.spec.ts), those of what test/ builds too; test/ holds end-to-end suites by kind. */
const shared = {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }],
    '^.+\\.tsx$': ['@swc/jest', { ...swcForReact, swcrc: false }],
  },
  moduleNameMapper: {
    '^#(connectors|rules|reports)/(.*)\\.js$': '<rootDir>/libs/$1/src/$2.ts',
    '^#scanner/(.*)\\.js$': '<rootDir>/apps/scanner/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  setupFiles: ['<rootDir>/test/support/setup.ts', '<rootDir>/test/support/fetch.ts'],
};

/** Suites that start the command as a person would need it built, once. */
const built = {
  globalSetup: '<rootDir>/config/launcher/build-once.js',
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
};

/** Mails and documents load React, which is slow to load: they have a suite of their own (npm run test:reports). */
const REPORT_ROOMS = ['libs/reports/src/(email|charts|documents)', 'apps/scanner/src/(reports|delivery)'];

/** What only the service needs is tested with the service (npm run test:service): npm test stays under three minutes. */
const SERVICE_ROOMS = [
  'api',
  'audit',
  'leases',
  'people',
  'policies',
  'queue',
  'schedule',
  'service',
  'settings',
];

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.{ts,tsx}'],
      testPathIgnorePatterns: [
        '/node_modules/',
        `<rootDir>/apps/scanner/src/(${SERVICE_ROOMS.join('|')})/`,
        `<rootDir>/(${REPORT_ROOMS.join('|')})/`,
      ],
    },
    {
      ...shared,
      setupFilesAfterEnv: built.setupFilesAfterEnv,
      displayName: 'vendors',
      testMatch: ['<rootDir>/test/!(service|delivery|reports|browser)/**/*.spec.ts'],
    },
    {
      ...shared,
      setupFilesAfterEnv: built.setupFilesAfterEnv,
      displayName: 'service',
      testMatch: [
        '<rootDir>/test/service/**/*.spec.ts',
        `<rootDir>/apps/scanner/src/{${SERVICE_ROOMS.join(',')}}/**/*.spec.ts`,
      ],
    },
    {
      ...shared,
      setupFilesAfterEnv: built.setupFilesAfterEnv,
      displayName: 'reports',
      testRegex: [
        `/(${REPORT_ROOMS.join('|')})/.*\\.spec\\.tsx?$`,
        '/test/(delivery|reports)/.*\\.spec\\.ts$',
      ],
    },
    {
      ...shared,
      globalSetup: '<rootDir>/config/launcher/browser-suites.js',
      setupFilesAfterEnv: built.setupFilesAfterEnv,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/*.spec.ts'],
    },
    { ...shared, ...built, displayName: 'end-to-end', testMatch: ['<rootDir>/test/**/*.e2e.ts'] },
    { ...shared, ...built, displayName: 'heavy', testMatch: ['<rootDir>/test/**/*.heavy.ts'] },
    { ...shared, ...built, displayName: 'crash', testMatch: ['<rootDir>/test/crash/*.crash.ts'] },
    {
      ...shared,
      setupFilesAfterEnv: built.setupFilesAfterEnv,
      displayName: 'conformance',
      testMatch: ['<rootDir>/test/vendors/conformance/*.conformance.ts'],
    },
  ],
};

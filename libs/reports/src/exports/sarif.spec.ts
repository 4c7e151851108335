import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { existsSync, readFileSync } from 'node:fs';
import { rules } from '#rules/catalog/rules.js';
import {
  exceptionUntil,
  finding,
  outcome,
  receipt,
  reported,
  system,
} from '../model/report.spec-builders.js';
import type { ScanOutcome } from '../model/scan-outcome.js';
import type { SarifResult, SarifRun } from './sarif-log.js';
import { reportAsSarif } from './sarif.js';

/** The day of the builders' scan. */
const AS_OF = '2026-11-23';

const BASELINE: NonNullable<ScanOutcome['baseline']> = {
  scan: 'scan-1',
  approvedBy: 'maria@sweetcrumb.example',
  approvedOn: '2026-11-16',
  appeared: ['new'],
  vanished: ['gone', 'long gone'],
};

const GONE = reported(finding('access.inactive', 'ben@x.example', { id: 'gone', observation: 'absent' }), {
  change: 'fixed',
});
const LONG_GONE = reported(
  finding('access.inactive', 'eva@x.example', { id: 'long gone', observation: 'absent' }),
);

/** One of everything: every severity, place, disposition and change. */
const EVERYTHING = outcome({
  missingSections: ['retention'],
  inventory: {
    asOf: AS_OF,
    systems: [
      system('crm', {
        receipts: [
          receipt({ status: 'partial', reason: 'chosen columns', capability: 'fields' }),
          receipt({ status: 'failed', reason: 'it is damaged: export it again', object: 'crm/a {1}.csv' }),
        ],
      }),
    ],
  },
  baseline: BASELINE,
  comparison: { appeared: ['new'], updated: ['up', 'before'], vanished: [GONE, LONG_GONE] },
  findings: [
    reported(
      finding('field.sensitive', 'contact.allergies', {
        id: 'a',
        identities: ['f'.repeat(64)],
        severity: 'high',
      }),
    ),
    reported(finding('field.undeclared', 'contact.[x](http://evil.example) {0}', { id: 'new' }), {
      change: 'new',
    }),
    reported(finding('field.unused', 'contact.fax', { id: 'up', severity: 'low' }), { change: 'updated' }),
    reported(
      finding('field.new', 'contact.hat', {
        id: 'info',
        severity: 'info',
        disposition: exceptionUntil(AS_OF),
      }),
      { excepted: true },
    ),
    reported(finding('app.ai', 'Otter.ai', { id: 'ended', disposition: exceptionUntil('2026-11-22') })),
    GONE,
    reported(finding('field.unused', 'contact.pager', { id: 'before', severity: 'low' })),
    reported(finding('access.inactive', 'short@x.example', { id: 'passing', observation: 'absent' }), {
      change: 'fixed',
    }),
    reported(finding('vendor.dpa', 'HubSpot', { id: 'vendor', system: null, objectType: 'vendor' })),
    reported(
      finding('field.wrong-system', 'drive/Käse & "co" #1.csv', {
        id: 'file',
        system: 'unclaimed',
        objectType: 'file',
        objectId: 'drive/Käse & "co" #1.csv',
      }),
    ),
  ],
});

function runOf(given: ScanOutcome): SarifRun {
  const [run] = reportAsSarif(given).runs;
  if (!run) throw new Error('a log has one run');
  return run;
}

function resultsOf(given: ScanOutcome): ReadonlyMap<unknown, SarifResult> {
  return new Map(runOf(given).results.map((result) => [result.properties['id'], result]));
}

describe('the report as SARIF 2.1.0', () => {
  const run = runOf(EVERYTHING);
  const results = resultsOf(EVERYTHING);

  it('describes every rule of the catalogue, with help, and results point at theirs', () => {
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { help, shortDescription } of run.tool.driver.rules) {
      expect(help.text.length).toBeGreaterThan(shortDescription.text.length);
    }
    for (const { ruleId, ruleIndex } of run.results) {
      expect(run.tool.driver.rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    }
  });

  it('gives the level by severity', () => {
    const levels = ['a', 'new', 'up', 'info'].map((id) => results.get(id)?.level);
    expect(levels).toEqual(['error', 'warning', 'note', 'note']);
  });

  it('is known by the identity it was born with, not by words (law 4)', () => {
    expect(results.get('a')?.partialFingerprints).toEqual({ 'plumblineIdentity/v1': 'f'.repeat(64) });
    expect(results.get('up')?.partialFingerprints).toEqual({ 'plumblineIdentity/v1': 'up' });
  });

  it('says against the baseline what is new, updated, unchanged and absent (law 7, E21)', () => {
    const states = [...results].map(([id, { baselineState }]) => [id, baselineState]);
    expect(Object.fromEntries(states)).toEqual({
      a: 'unchanged',
      new: 'new',
      up: 'updated',
      info: 'unchanged',
      ended: 'unchanged',
      before: 'updated',
      gone: 'absent',
      'long gone': 'absent',
      vendor: 'unchanged',
      file: 'unchanged',
    });
  });

  it('leaves out what neither the baseline nor this scan has', () => {
    expect(results.has('passing')).toBe(false);
  });

  it('suppresses what is under an exception in force, its last day included, and says why (law 5)', () => {
    expect(results.get('info')?.suppressions).toMatchObject([
      { kind: 'external', status: 'accepted', justification: 'moving it in January' },
    ]);
    expect(results.get('ended')?.suppressions).toEqual([]);
  });

  it('places a finding in a system, and only an unclaimed file in a file', () => {
    expect(results.get('a')?.locations).toEqual([
      {
        logicalLocations: [
          { name: 'contact.allergies', fullyQualifiedName: 'crm/contact.allergies', kind: 'field' },
        ],
      },
    ]);
    expect(results.get('vendor')?.locations[0]?.logicalLocations?.[0]?.fullyQualifiedName).toBe(
      'vendor/HubSpot',
    );
    expect(results.get('file')?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'drive/K%C3%A4se%20%26%20%22co%22%20%231.csv', uriBaseId: 'EXPORTS' },
        },
      },
    ]);
  });

  it('says before the results what could not be read, and that the run was not whole (law 2)', () => {
    const [invocation] = run.invocations;
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications).toMatchObject([
      { level: 'error', descriptor: { id: 'failed' } },
      { level: 'warning', descriptor: { id: 'partial' } },
    ]);
    expect(invocation?.toolConfigurationNotifications[0]?.message.text).toContain('retention');
    const text = JSON.stringify(reportAsSarif(EVERYTHING));
    expect(text.indexOf('toolExecutionNotifications')).toBeLessThan(text.indexOf('"results"'));
    expect(runOf(outcome()).invocations[0]?.executionSuccessful).toBe(true);
  });

  it('doubles braces and makes no links of names (SARIF 3.11)', () => {
    expect(results.get('new')?.message.text).toContain(String.raw`contact.\[x](http://evil.example) {{0}}`);
  });

  it('carries the evidence', () => {
    expect(results.get('a')?.properties['evidence']).toEqual({ count: 1204, of: 2011 });
  });

  it('is the same whatever order the findings came in (law 6)', () => {
    const turned = { ...EVERYTHING, findings: EVERYTHING.findings.toReversed() };
    expect(reportAsSarif(turned)).toEqual(reportAsSarif(EVERYTHING));
  });
});

/** Published by OASIS; not part of this repository. */
const SCHEMA = '../shared/schemas/sarif-schema-2.1.0.json';
const withSchema = existsSync(SCHEMA) ? describe : describe.skip;

withSchema(`SARIF against its published schema (runs only where ${SCHEMA} is)`, () => {
  it('accepts the report, empty and full, and would refuse another', () => {
    const { $schema, id, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Record<string, unknown>;
    expect([$schema, id]).toEqual(['http://json-schema.org/draft-04/schema#', expect.any(String)]);
    const ajv = new Ajv({ strict: false, allErrors: true, formats: fullFormats });
    const accepts = ajv.compile(schema);
    for (const given of [outcome(), EVERYTHING]) {
      // What is undefined in memory is not in the file.
      accepts(JSON.parse(JSON.stringify(reportAsSarif(given))));
      expect(accepts.errors).toBeNull();
    }
    expect(accepts({ ...reportAsSarif(outcome()), version: '2.0.0' })).toBe(false);
    expect(accepts({ ...reportAsSarif(outcome()), extra: 1 })).toBe(false);
  });
});

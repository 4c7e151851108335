import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import * as fc from 'fast-check';
import {
  exceptionUntil,
  field,
  finding,
  outcome,
  receipt,
  reported,
  system,
} from '../model/report.spec-builders.js';
import type { ScanOutcome } from '../model/scan-outcome.js';
import { reportAsJson } from './json.js';
import { jsonSchemaOfReport } from './json-report.schema.js';

const accepts = new Ajv2020({ allErrors: true, strict: true, formats: fullFormats }).compile(
  jsonSchemaOfReport(),
);

const CRM = system('crm', {
  receipts: [
    receipt({ capability: 'people', object: null, status: 'unsupported', reason: 'not supplied', read: 0 }),
    receipt({ window: { from: null, to: '2026-11-20' } }),
  ],
  fields: [
    field('birthday', { label: 'Birthday', records: 3, filled: 1 }),
    field('allergies', { records: 0, filled: 0 }),
  ],
});
const LOST = system('unclaimed', {
  fields: [field('phone', { object: 'drive/list.csv', records: 3, filled: 3 })],
});

const FULL: ScanOutcome = outcome({
  inventory: { asOf: '2026-11-23', systems: [CRM, LOST] },
  findings: [
    reported(finding('field.unused', 'contact.fax', { severity: 'low' }), { change: 'new', cause: 'data' }),
    reported(
      finding('field.sensitive', 'contact.diet', {
        severity: 'high',
        evidence: { declaredLevel: 'x', count: 2 },
      }),
      {
        change: 'reopened',
        cause: 'data',
      },
    ),
    reported(finding('access.inactive', 'tom', { disposition: exceptionUntil('2027-01-31') }), {
      excepted: true,
    }),
    reported(finding('access.weak-login', 'lea', { disposition: exceptionUntil('2026-11-22') }), {
      change: 'not_observed',
      cause: 'data',
    }),
    reported(finding('vendor.dpa', 'Mailchimp', { system: null, connector: null, observation: 'absent' }), {
      change: 'gone',
      cause: 'policy',
    }),
    reported(finding('program.audit', 'Audit', { system: null, severity: 'info' })),
  ],
  missingSections: ['retention'],
  news: {
    since: { scan: 'scan-1', asOf: '2026-11-16' },
    items: [{ findingId: 'abc', change: 'fixed', cause: 'data' }],
  },
  baseline: {
    scan: 'scan-0',
    approvedBy: 'maria@sweetcrumb.example',
    approvedOn: '2026-10-01',
    appeared: ['b', 'a'],
    vanished: [],
  },
});

describe('the report for machines', () => {
  it('is described by the schema that is shipped (npm run generate:report-schema)', () => {
    const shipped = readFileSync(path.resolve('config/report.schema.json'), 'utf8');
    expect(JSON.parse(shipped)).toEqual(jsonSchemaOfReport());
  });

  it.each([
    ['full', FULL],
    ['empty', outcome({ inventory: { asOf: '2026-11-23', systems: [] }, news: { since: null, items: [] } })],
  ])('keeps to its schema when it is %s', (_what, scan) => {
    accepts(JSON.parse(JSON.stringify(reportAsJson(scan))));
    expect(accepts.errors ?? []).toEqual([]);
  });

  it('has a schema that refuses what is not there and what is too much', () => {
    const report = reportAsJson(FULL);
    const { summary: _summary, ...without } = report;
    expect(accepts(without)).toBe(false);
    expect(accepts({ ...report, customers: [] })).toBe(false);
    expect(accepts({ ...report, scan: { ...report.scan, as_of: '23.11.2026' } })).toBe(false);
  });

  it('has the keys of its published shape, in their order', () => {
    const report = reportAsJson(FULL);
    expect(Object.keys(report)).toEqual(['scan', 'systems', 'fields', 'findings', 'summary']);
    expect(Object.keys(report.fields[0] ?? {})).toEqual([
      'system',
      'object',
      'name',
      'label',
      'category',
      'sensitivity',
      'confidence',
      'reason',
      'fill_rate',
    ]);
    expect(Object.keys(report.findings[0] ?? {})).toEqual([
      'id',
      'rule',
      'severity',
      'system',
      'subject',
      'title',
      'message',
      'remedy',
      'evidence',
      'observation',
      'disposition',
      'change',
    ]);
  });

  it('says of each resource how well it was read', () => {
    expect(reportAsJson(FULL).systems[0]).toEqual({
      system: 'crm',
      connector: 'hubspot',
      resources: [
        {
          resource: 'contact.records',
          status: 'complete',
          read: 2011,
          window: { from: null, to: '2026-11-20' },
        },
        { resource: 'people', status: 'unsupported', reason: 'not supplied', read: 0 },
      ],
    });
  });

  it('gives fill rates to four digits, 0 where there are no records, also of files nobody claims', () => {
    expect(reportAsJson(FULL).fields.map((one) => [one.system, one.name, one.fill_rate])).toEqual([
      ['crm', 'allergies', 0],
      ['crm', 'birthday', 0.3333],
      ['unclaimed', 'phone', 1],
    ]);
  });

  it('lists findings gravest first, those that were settled by this scan too', () => {
    expect(reportAsJson(FULL).findings.map(({ rule, change }) => [rule, change])).toEqual([
      ['field.sensitive', 'reopened'],
      ['access.inactive', 'unchanged'],
      ['access.weak-login', 'not_observed'],
      ['vendor.dpa', 'gone'],
      ['field.unused', 'new'],
      ['program.audit', 'unchanged'],
    ]);
  });

  it('writes every key in snake case, and says whether an exception is in force', () => {
    const [sensitive, inactive, weak] = reportAsJson(FULL).findings;
    expect(sensitive?.evidence).toEqual({ count: 2, declared_level: 'x' });
    expect(inactive?.disposition).toMatchObject({ kind: 'exception', until: '2027-01-31', in_force: true });
    expect(weak?.disposition).toMatchObject({ kind: 'exception', in_force: false });
    expect(keysIn(reportAsJson(FULL)).filter((key) => !/^[a-z0-9_]+$/u.test(key))).toEqual([]);
  });

  it('sums up', () => {
    expect(reportAsJson(FULL).summary).toEqual({
      drift: { high: 1, medium: 1, low: 1, info: 1 },
      new: 1,
      updated: 0,
      fixed: 0,
      gone: 1,
      reopened: 1,
      not_observed: 1,
      excepted: 1,
      resources_not_complete: 1,
      judged: { missing_sections: ['retention'] },
      baseline: {
        scan: 'scan-0',
        approved_by: 'maria@sweetcrumb.example',
        approved_on: '2026-10-01',
        appeared: ['a', 'b'],
        vanished: [],
      },
      news: {
        since: { scan: 'scan-1', as_of: '2026-11-16' },
        items: [{ finding: 'abc', change: 'fixed', cause: 'data' }],
      },
    });
  });

  it('is the same, letter by letter, whatever order its parts came in (law 6)', () => {
    const expected = JSON.stringify(reportAsJson(FULL));
    fc.assert(
      fc.property(
        shuffled(FULL.findings),
        shuffled(CRM.receipts),
        shuffled(CRM.fields),
        (findings, receipts, fields) => {
          const inventory = { asOf: '2026-11-23', systems: [{ ...CRM, receipts, fields }, LOST] };
          expect(JSON.stringify(reportAsJson({ ...FULL, findings, inventory }))).toBe(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});

function shuffled<T>(list: readonly T[]) {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return [...Object.keys(value), ...Object.values(value).flatMap(keysIn)];
}

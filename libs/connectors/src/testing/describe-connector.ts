import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Connector, Session } from '../contract/connector.js';
import { type Capability, capabilities, type Fact } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import { readAll, type ReadResult } from './read-all.js';

/** Something a connector is tried on. */
export interface Trial<S extends Session> extends AsyncDisposable {
  readonly session: S;
  /** Values planted in records: they may appear in rows and nowhere else (law 1). */
  readonly canaries: readonly string[];
  /** The same data, delivered in another order of files, pages or rows (law 6). */
  readonly reordered?: S;
}

export interface Suite<C extends Capability, S extends Session> {
  readonly connector: Connector<C, S>;
  /** By name: what the connector reads well. Each gets the signal its session must carry. */
  readonly trials: Readonly<Record<string, (signal: AbortSignal) => Promise<Trial<S>>>>;
  /** By name: what makes `identify` and `read` throw. */
  readonly failures: Readonly<Record<string, (signal: AbortSignal) => Promise<Trial<S>>>>;
}

const capabilityOf: Readonly<Record<Fact['kind'], Capability>> = {
  field: 'fields',
  records: 'records',
  person: 'people',
  app: 'apps',
  file: 'files',
  payee: 'payees',
};

/** What every connector must do, whatever it reads. Its own spec runs this first, then what is special about it. */
export function describeConnector<C extends Capability, S extends Session>(
  name: string,
  { connector, trials, failures }: Suite<C, S>,
): void {
  describe(`${name}, as every connector,`, () => {
    it('says what it reads, and why it asks for each right', () => {
      expect(connector.title).not.toBe('');
      for (const sheet of Object.values<Connector<C, S>['capabilities'][C]>(connector.capabilities)) {
        expect(sheet.reads).not.toBe('');
        for (const { scope, reason } of sheet.scopes) expect([scope, reason]).not.toContain('');
      }
    });
    for (const [what, open] of Object.entries(trials)) describeTrial(connector, what, open);
    for (const [what, open] of Object.entries(failures)) describeFailure(connector, what, open);
  });
}

function describeTrial<C extends Capability, S extends Session>(
  connector: Connector<C, S>,
  what: string,
  open: (signal: AbortSignal) => Promise<Trial<S>>,
): void {
  const withTrial = async (use: (trial: Trial<S>, stop: AbortController) => Promise<void>) => {
    const stop = new AbortController();
    await using trial = await open(stop.signal);
    await use(trial, stop);
  };
  const reading = (use: (result: ReadResult, trial: Trial<S>) => void | Promise<void>) =>
    withTrial(async (trial) => use(await readAll(connector, trial.session), trial));

  describe(`on ${what}`, () => {
    it('yields only what it declares', () =>
      reading(({ facts, receipts }) => {
        const declared = Object.keys(connector.capabilities);
        for (const fact of facts) expect(declared).toContain(capabilityOf[fact.kind]);
        for (const { capability } of receipts) expect(declared).toContain(capability);
      }));

    it('gives a receipt for every capability of every account, and for every object it yields', () =>
      reading(async ({ facts, receipts }, { session }) => {
        const given = new Set(receipts.map((receipt) => `${receipt.source.system} ${receipt.capability}`));
        for (const { system } of await connector.identify(session)) {
          for (const capability of capabilities.filter((one) => one in connector.capabilities)) {
            expect(given).toContain(`${system} ${capability}`);
          }
        }
        const resources = new Set(receipts.map(resourceOf));
        for (const fact of facts) expect(resources).toContain(resourceOf(fact));
      }));

    it('gives a reason for everything that is not complete, and counts what it read', () =>
      reading(({ facts, receipts }) => {
        for (const { status, reason, read } of receipts) {
          expect(reason === undefined).toBe(status === 'complete');
          expect(Number.isInteger(read) && read >= 0).toBe(true);
        }
        expect(counted(receipts.map((receipt) => [resourceOf(receipt), receipt.read]))).toEqual(
          counted([
            ...receipts.map((receipt): [string, number] => [resourceOf(receipt), 0]),
            ...facts.map((fact): [string, number] => [
              resourceOf(fact),
              fact.kind === 'records' ? fact.rows.length : 1,
            ]),
          ]),
        );
      }));

    it('announces fields before records, with a cell for each', () =>
      reading(({ facts }) => {
        const announced = new Set<Fact>();
        for (const fact of facts) {
          if (fact.kind === 'field') announced.add(fact);
          if (fact.kind !== 'records') continue;
          for (const field of fact.fields) expect(announced.has(field)).toBe(true);
          expect(new Set(fact.rows.map((row) => row.length))).toEqual(new Set([fact.fields.length]));
          if (fact.lines !== undefined) expect(fact.lines).toHaveLength(fact.rows.length);
        }
      }));

    it('puts values into rows and nowhere else', () =>
      reading(({ facts, receipts }, { canaries }) => {
        const rows = inspect(
          facts.filter((fact) => fact.kind === 'records').map((fact) => fact.rows),
          everything,
        );
        const others = facts.map((fact) => (fact.kind === 'records' ? { ...fact, rows: [] } : fact));
        const told = inspect([others, receipts], everything).toLowerCase();
        for (const canary of canaries) {
          expect(rows).toContain(canary);
          expect(told).not.toContain(canary.toLowerCase());
        }
      }));

    it('yields the same in whatever order the data comes', () =>
      withTrial(async ({ session, reordered }) => {
        const [first, second] = [
          await readAll(connector, session),
          await readAll(connector, reordered ?? session),
        ];
        expect(inAnyOrder(second)).toEqual(inAnyOrder(first));
      }));

    it('stops when the scan is cancelled', () =>
      withTrial(async ({ session }, stop) => {
        const cancelled = new Error('cancelled by the test');
        let items = 0;
        const cancel = async () => {
          for await (const _ of connector.read(session)) {
            items += 1;
            stop.abort(cancelled);
          }
        };
        await expect(cancel()).rejects.toBe(cancelled);
        const { facts, receipts } = await withTrialResult(open, connector);
        expect(items).toBeLessThan(facts.length + receipts.length);
      }));

    it('writes nothing to disk', () =>
      withTrial(async ({ session }) => {
        const scratch = await mkdtemp(path.join(tmpdir(), 'plumbline-scratch-'));
        const before = process.env['TMPDIR'];
        process.env['TMPDIR'] = scratch;
        try {
          for await (const _ of connector.read(session)) expect(await readdir(scratch)).toEqual([]);
        } finally {
          if (before === undefined) delete process.env['TMPDIR'];
          else process.env['TMPDIR'] = before;
          await rm(scratch, { recursive: true });
        }
      }));
  });
}

function describeFailure<C extends Capability, S extends Session>(
  connector: Connector<C, S>,
  what: string,
  open: (signal: AbortSignal) => Promise<Trial<S>>,
): void {
  it(`says who must act on ${what}, and quotes nothing it read`, async () => {
    await using trial = await open(new AbortController().signal);
    for (const attempt of [
      () => connector.identify(trial.session),
      () => readAll(connector, trial.session),
    ]) {
      const error = await attempt().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ actor: expect.stringMatching(/^(user|vendor|us)$/) });
      const shown = inspect(error, everything).toLowerCase();
      for (const canary of trial.canaries) expect(shown).not.toContain(canary.toLowerCase());
    }
  });
}

const everything = { depth: Infinity, showHidden: true, maxArrayLength: Infinity, maxStringLength: Infinity };

async function withTrialResult<C extends Capability, S extends Session>(
  open: (signal: AbortSignal) => Promise<Trial<S>>,
  connector: Connector<C, S>,
): Promise<ReadResult> {
  await using trial = await open(new AbortController().signal);
  return readAll(connector, trial.session);
}

/** Fields and records belong to an object and list; people and apps to the whole system. */
function resourceOf(item: Fact | Receipt): string {
  const capability = item.kind === 'receipt' ? item.capability : capabilityOf[item.kind];
  const object = 'object' in item ? item.object : '';
  const list = 'list' in item ? item.list : '';
  return [item.source.system, capability, object ?? '', list ?? ''].join(' ');
}

function counted(counts: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [resource, count] of counts) sums[resource] = (sums[resource] ?? 0) + count;
  return sums;
}

/** What was read, without where in the file or in which batch: as comparable text. */
function inAnyOrder({ facts, receipts }: ReadResult): readonly string[] {
  const rows = facts.flatMap((fact) => {
    if (fact.kind !== 'records') return [JSON.stringify(fact)];
    const order = fact.fields
      .map((_, at) => at)
      .toSorted((a, b) => nameAt(fact, a).localeCompare(nameAt(fact, b)));
    return fact.rows.map((row) =>
      JSON.stringify([resourceOf(fact), order.map((at) => [nameAt(fact, at), row[at]])]),
    );
  });
  return [...rows, ...receipts.map((receipt) => JSON.stringify(receipt))].toSorted();
}

function nameAt(fact: Extract<Fact, { kind: 'records' }>, at: number): string {
  return fact.fields[at]?.name ?? '';
}
